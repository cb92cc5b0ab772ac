// One officer's day: what is told, and what is not told because there is too little of it.
import { describe, expect, it } from 'vitest';
import type { BusinessDay, OperatorId, ServiceId } from '../../protocol/ids.ts';
import { operatorDay } from '../../server/reports/operator-day.ts';
import { clock, monday } from '../support/domain-clock.ts';
import { commune } from '../support/memory-floor.ts';

const id = 'canbo01' as OperatorId;
const times = (serviceId: string, ...minutes: number[]) =>
  minutes.map((each) => ({ serviceId: serviceId as ServiceId, ms: each * 60_000 }));
const at = { counterId: 'c01', operatorId: id };
const row = (time: string, event: object) => ({ at: clock(time), event }) as never;
const dayOf = (
  facts: { served?: object[]; deeds?: never[]; usual?: object[] },
  until = '10:00',
  who: OperatorId = id,
) =>
  operatorDay(
    {
      served: () => (facts.served ?? []) as never,
      deeds: () => facts.deeds ?? [],
      usual: () => (facts.usual ?? []) as never,
    },
    commune,
    { id: who, day: monday as BusinessDay, until: clock(until) },
  );

describe('an officer’s day', () => {
  it('gives the middle time beside the centre’s own where there are five of both', () => {
    const seen = dayOf({
      served: [...times('chung-thuc', 3, 4, 9, 5, 6), ...times('ho-tich', 2, 2, 2, 2)],
      usual: [...times('chung-thuc', 1, 2, 4, 8, 9, 10), ...times('ho-tich', 5, 5, 5, 5, 5)],
    });
    expect(seen).toMatchObject({ served: 9, enoughForFigure: 5 });
    expect(seen?.services).toMatchObject([
      { serviceId: 'chung-thuc', served: 5, medianSeconds: 300, usualSeconds: 360, usualOf: 6 },
      { serviceId: 'ho-tich', served: 4, medianSeconds: null, usualSeconds: 300 },
    ]);
  });
  it('keeps services in the set-up’s order, whatever the figures are', () => {
    const seen = dayOf({ served: [...times('dat-dai', 1, 1, 1), ...times('chung-thuc', 30)] });
    expect(seen?.services.map(({ serviceId }) => serviceId)).toEqual(['chung-thuc', 'dat-dai']);
  });
  it('adds up pauses by reason and the time at counters, those that have not ended until now', () => {
    const seen = dayOf({
      deeds: [
        row('08:00', { type: 'counter-opened', ...at }),
        row('08:30', { type: 'counter-paused', ...at, reason: 'break' }),
        row('08:40', { type: 'counter-resumed', ...at }),
        row('09:00', { type: 'counter-paused', ...at, reason: 'break' }),
        row('09:05', { type: 'counter-closed', ...at, cause: 'operator' }),
        row('09:30', { type: 'counter-opened', ...at }),
      ],
    });
    expect(seen?.pauses).toEqual([{ reason: expect.anything(), times: 2, totalMs: 15 * 60_000 }]);
    expect(seen?.atCountersMs).toBe((65 + 30) * 60_000);
  });
  it('ends a stretch where somebody else takes the counter over', () => {
    const seen = dayOf({
      deeds: [
        row('08:00', { type: 'counter-opened', ...at }),
        row('08:20', { type: 'counter-taken-over', counterId: 'c01', operatorId: 'canbo02', from: id }),
      ],
    });
    expect(seen?.atCountersMs).toBe(20 * 60_000);
  });
  it('counts outcomes and absences without the steps that were taken back', () => {
    const finished = (time: string, ticketId: string, outcome?: string) =>
      row(time, {
        type: 'service-finished',
        ...at,
        ticketId,
        ends: true,
        ...(outcome === undefined ? {} : { outcome }),
      });
    const seen = dayOf({
      deeds: [
        finished('08:10', 't1', 'xong'),
        finished('08:20', 't2'),
        row('08:21', { type: 'step-undone', ...at, ticketId: 't2', step: 'finish' }),
        finished('08:30', 't2', 'xong'),
        finished('08:40', 't3'),
        row('08:50', { type: 'ticket-no-show', ...at, ticketId: 't4' }),
        row('08:55', { type: 'ticket-no-show', ...at, ticketId: 't5' }),
        row('08:56', { type: 'step-undone', ...at, ticketId: 't5', step: 'no-show' }),
      ],
    });
    expect(seen?.outcomes).toEqual([
      { outcome: { vi: 'xong' }, times: 2 },
      { outcome: null, times: 1 },
    ]);
    expect(seen?.noShows).toBe(1);
  });
  it('is of nobody where there is no such account', () => {
    expect(dayOf({}, '10:00', 'nobody' as OperatorId)).toBeNull();
  });
});
