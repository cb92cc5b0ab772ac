// Why a ticket was called before others.
import type { reasonVi } from '../vi/reason.ts';

export const reasonEn: Record<keyof typeof reasonVi, string> = {
  'first-come': '{number} came first: waited {waitedMinutes} min, of {waiting} waiting',
  chosen: '{number} was chosen by the officer',
  resumed: '{number} is called again after parking',
};
