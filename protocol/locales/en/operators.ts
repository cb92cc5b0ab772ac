// One officer's day.
import type { operatorsVi } from '../vi/operators.ts';

export const operatorsEn: Record<keyof typeof operatorsVi, string> = {
  title: 'An officer’s day',
  operator: 'Officer',
  choose: 'Choose an officer',
  day: 'Day',
  purpose:
    'These figures are for arranging counters and helping each other. They are not for ranking, contests or discipline: no two dossiers are alike, and one day says nothing about a person.',
  whoSees: 'Only supervisors may see everybody’s; every officer may see their own.',
  served: 'Services finished',
  noShows: 'No-shows',
  atCounters: 'At counters',
  services: 'By service',
  service: 'Service',
  median: 'Middle time',
  usual: 'Usual in this centre',
  usualOf: '{time} (of {count})',
  tooFew: 'fewer than {count}: says nothing',
  pauses: 'Pauses',
  pauseTimes: '{times} times, {time}',
  noPauses: 'None.',
  outcomes: 'Outcomes',
  noOutcome: 'No outcome noted',
  nothing: 'Nothing was finished on this day.',
  minutes: '{minutes} min',
  hours: '{hours} h {minutes} min',
};
