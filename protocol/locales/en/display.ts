// Boards in the hall.
import type { displayVi } from '../vi/display.ts';

export const displayEn: Record<keyof typeof displayVi, string> = {
  counter: 'Counter',
  toCounter: 'Please go to counter',
  recall: 'Called again',
  priority: 'Priority',
  recent: 'Recent calls',
  nowServing: 'Now serving',
  closed: 'Closed',
  paused: 'Paused',
  backAt: 'Back at {time}',
  aboutMinutes: '≈ {from}–{to} min',
  free: 'Ready',
  missed: 'Missed numbers',
  waiting: 'Waiting',
  welcome: 'Welcome',
  ticket: 'Number',
  serving: 'Being served',
  wholeHall: 'Whole centre',
  floor: 'Floor {floor}',
  nobodyWaiting: 'Nobody is waiting',
  soundBlocked: 'The sound is blocked – touch here to switch it on',
  soundBlockedHelp:
    'Start the browser with --autoplay-policy=no-user-gesture-required and no touch is needed.',
};
