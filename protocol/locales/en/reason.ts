// Why a ticket was called before others; what each dispatch policy is called, promises and warns of.
import type { boundVi, policyVi, policyWarningVi, reasonVi } from '../vi/reason.ts';

export const reasonEn: Record<keyof typeof reasonVi, string> = {
  'first-come': '{number} came first: waited {waitedMinutes} min',
  'first-of-priority': '{number} has waited longest of the priority tickets: {waitedMinutes} min',
  'first-of-ordinary': '{number} has waited longest of the ordinary tickets: {waitedMinutes} min',
  'promise-share':
    '{number} before {otherNumber}: {waitedMinutes} of its {promisedMinutes} promised minutes used ({percent} %) against {otherWaitedMinutes} of {otherPromisedMinutes} ({otherPercent} %)',
  'promise-share-alike':
    '{number} before {otherNumber}: both have used {percent} % of their promised time, and {number} came first',
  'promise-share-alone':
    'only {number} waits: {waitedMinutes} of its {promisedMinutes} promised minutes used ({percent} %)',
  'strict-priority': '{number} before {otherNumber}: priority always goes first',
  'ratio-priority': '{number} before {otherNumber}: priority call {turn} of {inARow} in a row',
  'ratio-ordinary':
    '{number} before {otherNumber}: after {priorityRun} priority calls in a row it is the turn of an ordinary ticket',
  'accumulating-priority':
    '{number} before {otherNumber}: waited {waitedMinutes} min, counted as {counted}, against {otherWaitedMinutes} min, counted as {otherCounted}',
  'appointment-first': '{number} before {otherNumber}: the time of its appointment has come',
  'appointment-earlier': '{number} before {otherNumber}: booked {minutes} min earlier',
  'appointment-due': '{number} has an appointment, and has been due for {dueMinutes} min',
  'late-appointment':
    '{number} before {otherNumber}: it came too late for its appointment and is credited {creditMinutes} min of waiting',
  due: '{number} comes back at its time',
  'passed-too-often': '{number} has been passed by {passed} who came later, and is next',
  'before-return': '{number} before {otherNumber}, who comes back; turns it still waits: {turns}',
  'fewest-turns':
    '{number} before {otherNumber}: both come back and nobody else waits; turns left {turns} against {otherTurns}',
  'nobody-else': '{number} has just come back and nobody else waits',
  'profile-order': '{number} before {otherNumber}: this counter serves its service first',
  'profile-weight': '{number} before {otherNumber}: at this counter its service counts for more',
  chosen: '{number} was chosen by the officer',
  resumed: '{number} is called again after parking',
};

export const policyEn: Record<keyof typeof policyVi, string> = {
  'promise-share': 'Share of the promise used up',
  'first-come': 'First come, first called',
  'strict-priority': 'Priority before everybody',
  ratio: 'Priority and ordinary in turn',
  'accumulating-priority': 'Accumulating priority',
  'appointment-window': 'Appointments first',
};

export const boundEn: Record<keyof typeof boundVi, string> = {
  'never-passed': 'Nobody is passed by anybody who came later.',
  'joined-early':
    'Whoever comes after the first {percent} % of a wait, plus {plusMinutes} min, never passes it; nobody is passed more than {passedAtMost} times.',
  'in-a-row':
    'While an ordinary ticket waits, a counter calls at most {inARow} priority ones in a row; nobody is passed more than {passedAtMost} times.',
  'appointments-only':
    'Only appointments pass, and those too late for theirs who came within {lateCreditMinutes} min after; nobody is passed more than {passedAtMost} times.',
  none: 'There is no bound: ordinary tickets can be passed for ever.',
};

export const policyWarningEn: Record<keyof typeof policyWarningVi, string> = {
  unbounded: 'As long as priority tickets keep coming no ordinary one is called: a wait can last all day.',
  'priority-waits': 'Elderly, disabled and other priority people wait as long as everybody.',
  'appointments-wait': 'Booked times do not count: appointments wait from when they took their number.',
  'transfers-wait':
    'Whoever is sent on to another service queues again from the end, unless the place is kept.',
};
