// The record of having been right: an advice was needed if a fifth of the group would have waited too long without it.
import { describe, expect, it } from 'vitest';
import { type AdviceRecord, tallyOf, wasNeeded } from '../../../server/domain/staffing/advice-record.ts';
import { clock } from '../../support/domain-clock.ts';
import { minuteMs } from '../../support/staffed-floor.ts';

const given = { givenAt: clock('09:00'), targetMs: 15 * minuteMs };
const visit = (time: string, waited: number) => ({ joinedAt: clock(time), waitMs: waited * minuteMs });

describe('whether advice was needed', () => {
  it.each([
    ['one of five waited too long', ['09:01', '09:10', '09:20', '09:30', '10:09'], 1, true],
    ['one of six', ['09:00', '09:10', '09:20', '09:30', '09:40', '10:09'], 1, false],
    ['nobody came', [], 0, false],
  ])('%s', (_words, times, late, needed) => {
    const visits = times.map((time, index) => visit(time, index === 0 ? 16 : 15));
    expect(wasNeeded(given, visits)).toEqual({ visitors: times.length, late, needed });
  });
  it('looks at the next 70 minutes only', () => {
    const visits = [visit('08:59', 60), visit('10:10', 60), visit('09:30', 2)];
    expect(wasNeeded(given, visits)).toEqual({ visitors: 1, late: 0, needed: false });
  });
});

it('counts what was given, followed and right; closing is no call for more hands', () => {
  const record = (kind: string, followedAt: number | null, needed: boolean | null) =>
    ({
      ...{ givenAt: 0, groupId: 'a', deed: { kind, counterId: 'c1' }, followedAt },
      judged: needed === null ? null : { visitors: 5, late: 1, needed },
    }) as unknown as AdviceRecord;
  const records = [
    record('open', 1, true),
    record('lend', null, false),
    record('open', 2, null),
    record('close', 3, true),
  ];
  expect(tallyOf(records)).toEqual({ given: 3, followed: 2, judged: 2, needed: 1 });
});
