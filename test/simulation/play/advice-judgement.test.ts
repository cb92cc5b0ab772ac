// Advice judged on the recorded day: without the counter that was opened on it, would its group have waited too long?
import { describe, expect, it } from 'vitest';
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { AdviceRecord } from '../../../server/domain/staffing/advice-record.ts';
import { judgedRecord } from '../../../server/simulation/play/advice-judgement.ts';
import { plannedDay } from '../../../server/simulation/play/arrivals.ts';
import { playDay } from '../../../server/simulation/play/player.ts';
import { clock } from '../../support/domain-clock.ts';
import { smallScenario } from '../../support/small-scenario.ts';

const minuteMs = 60_000;

/** A morning on which the reserve counter opened at 08:10, whether or not that was a good idea. */
function judged(perHalfHour: number) {
  const halfHours = { '08:00': perHalfHour, '08:30': perHalfHour, '09:00': perHalfHour };
  const services = [{ id: 'copies', takes: { law: 'fixed', minutes: 5 }, halfHours }];
  const plan = plannedDay(
    smallScenario({
      ...{ services, profiles: [{ id: 'all', services: ['copies'] }], breaks: null, noShow: {} },
      counters: [
        { id: 'c1', profile: 'all' },
        { id: 'r3', profile: 'all', reserve: true },
      ],
    }),
  );
  const { rows } = playDay(plan, {
    supervisor: {
      everyMs: 10 * minuteMs,
      look: (floor) => {
        if (floor.rows.length < 4) floor.open('r3', { fromAt: clock('08:10'), toAt: clock('10:00') });
      },
    },
  });
  const opened = rows.filter(({ event }) => event.type === 'counter-opened');
  expect(opened).toHaveLength(2);
  const record: AdviceRecord = {
    ...{ givenAt: clock('08:00'), groupId: 'copies', followedAt: clock('08:00'), judged: null },
    deed: { kind: 'open', counterId: 'r3' as CounterId, byAt: clock('08:10') },
  };
  return judgedRecord(record, ['copies' as ServiceId], 15 * minuteMs, { ...plan, rows }).judged;
}

describe('a counter opened on advice', () => {
  it('was needed where one alone could not have kept up', () => {
    expect(judged(10)).toMatchObject({ needed: true });
  });
  it('was not where one would have done', () => {
    expect(judged(2)).toMatchObject({ needed: false, late: 0 });
  });
});
