// Trying another way of calling numbers on a recorded day, and switching it on.
import type { policiesVi, policyForVi, visitKindVi } from '../vi/policies.ts';

export const policiesEn: Record<keyof typeof policiesVi, string> = {
  title: 'Who is called next',
  purpose:
    'Try before switching on: a recorded day is played again under each policy, with the set-up of today. A trial changes nothing in the centre.',
  day: 'Recorded day',
  noDays: 'No day has been recorded yet.',
  choose: 'Tick the policies to compare',
  compare: 'Compare',
  inForce: 'In force',
  for: 'Meant for',
  bound: 'Promise',
  warning: 'Warning',
  noWarning: 'No warning.',
  tryIt: 'Try',
  trying: 'Playing the day…',
  chooseOne: 'Tick at least one policy.',
  notReached: 'The server cannot be reached.',
  results: '{day} under each policy: {visits} people',
  leftOut: '{count} people are left out: their service is in the set-up no more.',
  reckoned:
    'Waits are minutes from taking a number, or being sent on, to the call; an appointment’s from when it counts as waiting for its time. Work at the counters, opening times and breaks are as they were; who was absent is absent again. Whoever was never called is not in the waits and is counted by itself. A day that is not over ends with its newest event, as if all counters closed then. The figures say what that day would have been, not what another will be.',
  measure: 'Figure',
  count: 'Visits',
  countCalled: '{visitors} ({called} called)',
  mean: 'Mean',
  median: 'Median',
  p95: '95 % wait at most',
  worst: 'Worst',
  overPromise: 'Over promise',
  nobody: 'Nobody on this day.',
  fairness: 'The whole day',
  passedMost: 'Passed at most (times)',
  unserved: 'Never called',
  idle: 'Open counters idle',
  byService: 'By service',
  service: 'Service',
  serviceCell: '{mean} / {p95} / {worst}',
  serviceHelp: 'Each cell: mean wait / what 95 % wait at most / worst, in minutes.',
  percent: '{share} %',
  switchOn: 'Switch this on',
  switchTitle: 'Switch on: {policy}?',
  switchHelp:
    'It holds from the next call, also for those who wait already. The change is journalled, and can be taken back at any time.',
  sure: 'I have read this, switch it on',
  cancel: 'Leave it',
  switched: 'In force: {policy}, from the next call.',
};

export const policyForEn: Record<keyof typeof policyForVi, string> = {
  'promise-share':
    'For most centres: looks after ordinary and priority people, appointments and people sent on at once.',
  'first-come': 'For centres in which nobody is to go before anybody.',
  'strict-priority': 'For counters at which few priority people come and none of them may wait.',
  ratio: 'For a rule that is easy to tell the hall: some priority tickets, then an ordinary one.',
  'accumulating-priority': 'For shorter waits of priority people that still let a long ordinary wait count.',
  'appointment-window': 'For centres that work by booking.',
};

export const visitKindEn: Record<keyof typeof visitKindVi, string> = {
  ordinary: 'Ordinary',
  priority: 'Priority',
  appointments: 'Appointments',
};
