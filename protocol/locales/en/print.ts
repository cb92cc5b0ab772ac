// The words on the paper ticket.
import type { printVi } from '../vi/print.ts';

export const printEn: Record<keyof typeof printVi, string> = {
  heading: 'YOUR NUMBER',
  counter: 'Counter {numbers}',
  counters: 'Counters {numbers}',
  floor: 'Floor {floor}',
  ahead: '{ahead} people before you',
  nobodyAhead: 'Nobody is waiting before you',
  estimate: 'Expected wait {low}–{high} minutes',
  issued: 'Printed at {time} on {date}',
  validToday: 'Valid today only',
  thanks: 'Thank you for waiting',
  copy: 'Copy {copy}',
};
