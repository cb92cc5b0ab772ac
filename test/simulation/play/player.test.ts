// A planned day played through the rules: small days that can be reckoned by hand, and what holds of every day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plannedDay } from '../../../server/simulation/play/arrivals.ts';
import { measuresOf } from '../../../server/simulation/play/measures.ts';
import type { PlayedDay } from '../../../server/simulation/play/played-day.ts';
import { playDay } from '../../../server/simulation/play/player.ts';
import { recordedDay } from '../../../server/simulation/play/recorded-day.ts';
import { smallScenario, writtenScenario } from '../../support/small-scenario.ts';

const minuteMs = 60_000;
const [copies, civil] = writtenScenario.services;
const exact = { breaks: null, walk: { law: 'fixed', minutes: 1 }, noShow: { share: 0, waitSeconds: 120 } };
const still = [
  { ...copies, halfHours: undefined, priorityShare: 0 },
  { ...civil, halfHours: undefined, transfers: undefined },
];
const one = { ...exact, services: still, counters: [{ id: 'c1', profile: 'all' }] };

/** Minutes each listed visitor waits before the only counter calls; null: never called. */
function waitsOf(visitors: readonly object[], changes: object = {}): (number | null)[] {
  const { stages } = playDay(plannedDay(smallScenario({ ...one, visitors, ...changes })));
  return stages.map(({ joinedAt, calledAt }) =>
    calledAt === null ? null : (calledAt - joinedAt) / minuteMs,
  );
}
const copy = (at: string, more: object = {}) => ({ at, service: 'copies', minutes: 4, ...more });

describe('one counter', () => {
  it('calls one after the other: a minute to walk, four to serve', () => {
    expect(waitsOf([copy('08:00'), copy('08:00'), copy('08:01'), copy('09:00')])).toEqual([0, 5, 9, 0]);
  });
  it('waits two minutes for whoever does not come', () => {
    expect(waitsOf([copy('08:00', { comes: false }), copy('08:00')])).toEqual([0, 2]);
  });
  it('calls whom the policy names', () => {
    const visitors = [copy('08:00'), copy('08:01'), copy('08:02', { priorityClass: 'elderly' })];
    expect(waitsOf(visitors, { dispatch: { policy: 'first-come' } })).toEqual([0, 4, 8]);
    expect(waitsOf(visitors, { dispatch: { policy: 'promise-share' } })).toEqual([0, 9, 3]);
  });
  it('begins late, and whoever came before the doors opened is there first', () => {
    const counters = [{ id: 'c1', profile: 'all', lateMinutes: 10 }];
    expect(waitsOf([copy('07:10'), copy('07:31')], { counters })).toEqual([10, 14]);
  });
  it('goes on after the end while somebody waits, but not for ever', () => {
    const late = [copy('11:10', { minutes: 45 }), copy('11:12'), copy('11:13')];
    expect(waitsOf(late, { overtimeMinutes: 40 })).toEqual([0, 44, 48]);
    expect(waitsOf(late, { overtimeMinutes: 30 })).toEqual([0, 44, null]);
    expect(waitsOf(late, { overtimeMinutes: 20 })).toEqual([0, null, null]);
  });
  it('gives no number when intake is over', () => {
    const { refused, stages } = playDay(plannedDay(smallScenario({ ...one, visitors: [copy('11:20')] })));
    expect([refused, stages]).toEqual([{ 'intake-closed': 1 }, []]);
  });
  it('is slower where its pace says so', () => {
    const counters = [{ id: 'c1', profile: 'all', pace: 2 }];
    expect(waitsOf([copy('08:00'), copy('08:00')], { counters })).toEqual([0, 9]);
  });
});

it('sends on to the next service, which is a wait of its own', () => {
  const services = [
    { ...copies, halfHours: { '08:00': 0 } },
    { ...civil, halfHours: { '08:00': 20 }, transfers: { share: 1, to: 'copies' } },
  ];
  const { stages } = playDay(plannedDay(smallScenario({ ...exact, services })));
  const second = stages.filter(({ stage }) => stage === 1);
  expect(second.length).toBe(stages.length / 2);
  for (const { ticketId, joinedAt, serviceId } of second) {
    const first = stages.find((each) => each.ticketId === ticketId && each.stage === 0);
    expect([joinedAt, serviceId]).toEqual([first?.endedAt, 'copies']);
  }
});

describe('every day', () => {
  const anyDay = fc.record({
    seed: fc.string(),
    load: fc.double({ min: 0.2, max: 3, noNaN: true }),
    policy: fc.constantFrom('first-come', 'promise-share'),
  });
  const play = ({ seed, load, policy }: { seed: string; load: number; policy: string }): PlayedDay =>
    playDay(plannedDay(smallScenario({ load, dispatch: { policy } }), seed));

  it('is played the same again', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(play(day)).toEqual(play(day));
      }),
      { numRuns: 15 },
    );
  });
  it('accounts for everybody and for all time of the counters', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { stages, counters, rows } = play(day);
        const issued = rows.filter(({ event }) => event.type === 'ticket-issued').length;
        expect(new Set(stages.map(({ ticketId }) => ticketId)).size).toBe(issued);
        for (const { outcome, calledAt, endedAt, joinedAt } of stages) {
          if (outcome === 'unserved') expect(calledAt).toBeNull();
          else expect(endedAt).toBeGreaterThanOrEqual(calledAt ?? joinedAt);
        }
        for (const { openMs, busyMs, pausedMs } of counters)
          expect(busyMs + pausedMs).toBeLessThanOrEqual(openMs);
      }),
      { numRuns: 25 },
    );
  });
  it('leaves no counter free while somebody waits for it', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { stages } = play(day);
        const paused = new Map<string, boolean>();
        const { rows } = play(day);
        for (const [index, { event, at }] of rows.entries()) {
          if (event.type === 'counter-opened' || event.type === 'counter-resumed')
            paused.set(event.counterId, false);
          if (event.type === 'counter-paused' || event.type === 'counter-closed')
            paused.set(event.counterId, true);
          const waits = stages.some(
            (each) => each.joinedAt < at && (each.calledAt ?? Number.POSITIVE_INFINITY) > at,
          );
          // What happens at one time is looked at once all of it has happened.
          if (!waits || rows[index + 1]?.at === at) continue;
          for (const [counterId, isAway] of paused) {
            const isBusy = stages.some(
              (each) =>
                each.counterId === counterId && (each.calledAt ?? 0) <= at && (each.endedAt ?? 0) >= at,
            );
            expect(isAway || isBusy, `${counterId} at ${at}`).toBe(true);
          }
        }
      }),
      { numRuns: 10 },
    );
  });
  it('passes no equal', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(measuresOf(play(day), 1).fairness.passedByEquals).toBe(0);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a recorded day', () => {
  it('goes as it went where nothing is changed', () => {
    const counters = writtenScenario.counters.map((each) => ({ ...each, pace: 1 }));
    const scenario = smallScenario({ counters, noShow: { share: 0.1, waitSeconds: 90 } });
    const plan = plannedDay(scenario);
    const played = playDay(plan);
    const again = playDay(recordedDay(played.rows, plan.setup, plan.businessDay));
    const told = ({ stages }: PlayedDay) =>
      stages.map(({ serviceId, joinedAt, calledAt, outcome, counterId }) => ({
        serviceId,
        joinedAt,
        calledAt,
        outcome,
        counterId,
      }));
    expect(told(again)).toEqual(told(played));
    expect(again.counters).toEqual(played.counters);
  });
  it('meets the same people under another policy', () => {
    const plan = plannedDay(smallScenario({ load: 2 }));
    const { rows } = playDay(plan);
    const other = { ...plan.setup, dispatch: { ...plan.setup.dispatch, policy: 'first-come' as const } };
    const first = playDay(recordedDay(rows, other, plan.businessDay));
    expect(first.rows.filter(({ event }) => event.type === 'ticket-issued').map(({ at }) => at)).toEqual(
      rows.filter(({ event }) => event.type === 'ticket-issued').map(({ at }) => at),
    );
    expect(Math.max(...first.stages.map(({ passed }) => passed))).toBe(0);
  });
});

it('says how good what was said of the wait was', () => {
  const estimate = () => ({ lowMs: 0, medianMs: 5 * minuteMs, highMs: 10 * minuteMs });
  const visitors = [copy('08:00'), copy('08:00'), copy('08:00'), copy('08:00')];
  const day = playDay(plannedDay(smallScenario({ ...one, visitors })), { estimate });
  expect(measuresOf(day, 15 * minuteMs).estimates).toEqual({
    said: 4,
    meanErrorMs: 5 * minuteMs,
    covered: 0.75,
    muchLongerShare: 0,
  });
});
