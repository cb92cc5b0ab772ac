// Boards in the hall.
import type { displayVi } from '../vi/display.ts';

export const displayEn: Record<keyof typeof displayVi, string> = {
  counter: 'Counter',
  toCounter: 'Please go to counter',
  recall: 'Called again',
  recent: 'Recent calls',
  nowServing: 'Now serving',
  closed: 'Closed',
  paused: 'Paused',
  free: 'Ready',
  missed: 'Missed numbers',
  waiting: 'Waiting',
  welcome: 'Welcome',
  ticket: 'Number',
  serving: 'Being served',
  wholeHall: 'Whole centre',
};
