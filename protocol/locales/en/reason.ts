// Why a ticket was called before others.
import type { reasonVi } from '../vi/reason.ts';

export const reasonEn: Record<keyof typeof reasonVi, string> = {
  'first-come': '{number} came first: waited {waitedMinutes} min',
  'promise-share':
    '{number} before {otherNumber}: {waitedMinutes} of its {promisedMinutes} promised minutes used ({percent} %) against {otherWaitedMinutes} of {otherPromisedMinutes} ({otherPercent} %)',
  'promise-share-alone':
    'only {number} waits: {waitedMinutes} of its {promisedMinutes} promised minutes used ({percent} %)',
  due: '{number} comes back at its time',
  'passed-too-often': '{number} has been passed by {passed} who came later, and is next',
  'nobody-else': '{number} has just come back and nobody else waits',
  'profile-order': '{number} before {otherNumber}: this counter serves its service first',
  chosen: '{number} was chosen by the officer',
  resumed: '{number} is called again after parking',
};
