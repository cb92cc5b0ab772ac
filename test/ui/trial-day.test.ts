// Which recorded day is offered first for a trial.
import { expect, it } from 'vitest';
import { firstChoice } from '../../counter-ui/supervisor/trial-day.tsx';
import type { BusinessDay } from '../../protocol/ids.ts';

const days = ['2026-11-20', '2026-11-19', '2026-11-18'] as BusinessDay[];

it.each([
  ['the newest that is over', days, 20, '2026-11-19'],
  ['the newest of all once its date is past', days, 22, '2026-11-20'],
  ['today, where there is no other', days.slice(0, 1), 20, '2026-11-20'],
  ['none of none', [], 20, ''],
])('%s', (_words, of, date, expected) => {
  expect(firstChoice(of, new Date(2026, 10, date, 9))).toBe(expected);
});
