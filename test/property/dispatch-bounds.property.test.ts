// What each dispatch policy promises of being passed, held against invented days. Who comes back when it is due goes before
// everybody by the order around the policies, so days with such people are only in what all policies promise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type DispatchSetup,
  defaultDispatch,
  type PolicyName,
  policyNames,
} from '../../protocol/dispatch-setup.ts';
import { isPassedBy } from '../../server/domain/dispatch/call-order.ts';
import type { Queued } from '../../server/domain/dispatch/dispatch-policy.ts';
import { policyMakers, rankingOf } from '../../server/domain/dispatch/policies.ts';
import { minuteMs, profileTerms, services, setupsOf } from '../domain/dispatch/queues.ts';
import { type Call, type Counter, callsOf, days, type Step } from './dispatch-days.ts';

/** One to three counters that all draw from everything, with nothing ranked or weighed. */
const sharedCounters = (setup: DispatchSetup, count: number): Counter[] =>
  Array.from({ length: count }, () => ({ drawsFrom: services, ranking: rankingOf(setup) }));
const counts = fc.integer({ min: 1, max: 3 });

/** Counters that draw from some services each, with profiles of their own. */
const ownCounters = (setup: DispatchSetup) =>
  fc.array(
    fc
      .record({ drawsFrom: fc.subarray([...services], { minLength: 1 }), terms: profileTerms })
      .map(({ drawsFrom, terms }): Counter => ({ drawsFrom, ranking: rankingOf(setup, terms) })),
    { minLength: 1, maxLength: 3 },
  );

const bounded = policyNames.filter((name) => !policyMakers[name](defaultDispatch).unbounded);
const isPriority = ({ priorityClass }: Queued) => priorityClass !== null;
const isDue = ({ turnsToWait }: Queued) => turnsToWait === 0;
const passedIn = ({ called, left }: Call) =>
  left.filter((each) => each.turnsToWait === null && isPassedBy(each, called));
const byThePolicy = ({ reason }: Call) => reason.code !== 'passed-too-often';

/** Holds the property over many days; a run in which it never came to the point proves nothing. */
function overDays<T>(made: fc.Arbitrary<T>, holds: (one: T) => number): void {
  let met = 0;
  fc.assert(
    fc.property(made, (one) => {
      met += holds(one);
    }),
    { numRuns: 100 },
  );
  expect(met, 'how often it came to the point').toBeGreaterThan(0);
}

/** Days at shared counters, each call held against the policy's promise; `holds` gives how often it came to the point. */
function everyCall(
  policy: PolicyName,
  steps: fc.Arbitrary<Step[]>,
  holds: (call: Call, setup: DispatchSetup) => number,
): void {
  const made = fc.record({ setup: setupsOf(policy), steps, count: counts });
  overDays(made, ({ setup, steps: day, count }) => {
    let met = 0;
    for (const call of callsOf(day, sharedCounters(setup, count))) met += holds(call, setup);
    return met;
  });
}

describe.each(bounded)('%s, whatever the counters draw from and how they weigh it', (policy) => {
  // Half of them with so small a figure that it is reached on many days.
  const figures = fc.oneof(fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 4 }));
  const setups = fc
    .tuple(setupsOf(policy), figures)
    .map(([setup, passedAtMost]) => ({ ...setup, passedAtMost }));
  const cases = setups.chain((setup) =>
    fc.record({
      setup: fc.constant(setup),
      counters: ownCounters(setup),
      steps: days({ withReturns: true, withBookings: true, withTransfers: true }),
    }),
  );
  it('passes nobody more than passedAtMost times, but for those who come back when they are due', () => {
    overDays(cases, ({ setup, counters, steps }) => {
      const times = new Map<string, number>();
      for (const call of callsOf(steps, counters))
        if (!isDue(call.called))
          for (const { number } of passedIn(call)) times.set(number, (times.get(number) ?? 0) + 1);
      const most = Math.max(0, ...times.values());
      expect(most).toBeLessThanOrEqual(setup.passedAtMost);
      return most === setup.passedAtMost ? 1 : 0;
    });
  });
});

describe.each(policyNames)('%s', (policy) => {
  const cases = setupsOf(policy).chain((setup) =>
    fc.record({
      counters: ownCounters(setup),
      steps: days({ withReturns: true, withBookings: true, withTransfers: true }),
    }),
  );
  it('never passes an equal: the same service and class, nobody sent on, booked or back', () => {
    const plain = ({ transferred, returned, appointmentAt }: Queued) =>
      !transferred && !returned && appointmentAt === null;
    const equals = (one: Queued, other: Queued) =>
      plain(one) &&
      plain(other) &&
      one.serviceId === other.serviceId &&
      one.priorityClass === other.priorityClass;
    overDays(cases, ({ counters, steps }) => {
      const calls = callsOf(steps, counters);
      for (const call of calls)
        for (const each of passedIn(call)) expect(equals(each, call.called), call.called.number).toBe(false);
      return calls.length;
    });
  });
  it('leaves nobody uncalled whom a counter draws from', () => {
    overDays(cases, ({ counters, steps }) => {
      const drawn = new Set(counters.flatMap(({ drawsFrom }) => drawsFrom));
      const joined = steps.filter((step) => 'joins' in step && drawn.has(step.joins.service)).length;
      expect(callsOf(steps, counters)).toHaveLength(joined);
      return joined;
    });
  });
});

/** Of each who is called: at how many calls of such people it was left waiting, and how many of these it did not come before. */
function whileWaiting(calls: readonly Call[], such: (called: Queued) => boolean) {
  return calls.map(({ called: self }) => {
    const before = calls.filter(
      ({ called, left }) => such(called) && left.some(({ number }) => number === self.number),
    );
    const ahead = before.filter(({ called }) => !isPassedBy(self, called));
    return { self, before: before.length, ahead: ahead.length };
  });
}

describe.each(bounded)('%s, the longest wait', (policy) => {
  it('is the work ahead when joining and passedAtMost visits more', () => {
    const made = fc.record({
      setup: setupsOf(policy),
      steps: days({ withBookings: true, withTransfers: true }),
    });
    overDays(made, ({ setup, steps }) => {
      const waits = whileWaiting(callsOf(steps, sharedCounters(setup, 1)), () => true);
      for (const { self, before, ahead } of waits)
        expect(before, self.number).toBeLessThanOrEqual(ahead + setup.passedAtMost);
      return waits.filter(({ before, ahead }) => before >= ahead).length;
    });
  });
});

describe('first-come', () => {
  it('never passes anybody', () => {
    everyCall('first-come', days({ withBookings: true, withTransfers: true }), (call) => {
      expect(passedIn(call)).toEqual([]);
      return call.left.length;
    });
  });
});

describe.each(['promise-share', 'accumulating-priority'] as const)('%s', (policy) => {
  it('lets nobody pass who joined after the stated part of a wait', () => {
    const steps = days({ withBookings: true, withTransfers: true });
    everyCall(policy, steps, (call, setup) => {
      const { params } = policyMakers[policy](setup).bound;
      const { percent = Number.NaN, plusMinutes = Number.NaN } = params;
      for (const { joinedAt, number } of passedIn(call)) {
        const part = ((call.at - joinedAt) * percent) / 100 + plusMinutes * minuteMs;
        expect(call.called.joinedAt - joinedAt, number).toBeLessThanOrEqual(part);
      }
      return passedIn(call).length;
    });
  });
});

/** Every passing is of an ordinary one by a priority one, once the former waited over r/(r - 1) times the gap less the head start. */
function passesByRatio(
  policy: PolicyName,
  figures: fc.Arbitrary<{ setup: DispatchSetup; r: number; headStart: number }>,
) {
  overDays(
    fc.record({ figures, steps: days(), count: counts }),
    ({ figures: { setup, r, headStart }, steps, count }) => {
      let passes = 0;
      for (const call of callsOf(steps, sharedCounters({ ...setup, policy }, count)))
        for (const passed of passedIn(call)) {
          passes += 1;
          expect([isPriority(passed), isPriority(call.called)]).toEqual([false, true]);
          const gapMs = call.called.joinedAt - passed.joinedAt - headStart * minuteMs;
          // A tenth of a millisecond for the figures' rounding.
          expect((call.at - passed.joinedAt) * (r - 1)).toBeGreaterThanOrEqual(gapMs * r - 0.1);
        }
      return passes;
    },
  );
}

describe('with the ratio r of ordinary to priority', () => {
  it('promise-share lets a later priority ticket pass once the other has waited r/(r - 1) times the gap less the head start', () => {
    const figures = fc
      .record({
        priorityMinutes: fc.integer({ min: 1, max: 30 }),
        more: fc.integer({ min: 1, max: 60 }),
        headStart: fc.integer({ min: 0, max: 10 }),
      })
      .map(({ priorityMinutes, more, headStart }) => {
        const ordinaryMinutes = priorityMinutes + more;
        const own = { ordinaryMinutes, priorityMinutes, priorityHeadStartMinutes: headStart };
        const setup = { ...defaultDispatch, promises: { ...defaultDispatch.promises, ...own } };
        return { setup, r: ordinaryMinutes / priorityMinutes, headStart };
      });
    passesByRatio('promise-share', figures);
  });
  it('accumulating-priority lets it pass once the other has waited r/(r - 1) times the gap', () => {
    const figures = fc.integer({ min: 11, max: 200 }).map((tenths) => ({
      setup: { ...defaultDispatch, priorityRate: tenths / 10 },
      r: tenths / 10,
      headStart: 0,
    }));
    passesByRatio('accumulating-priority', figures);
  });
});

describe('ratio', () => {
  const steps = days({ withBookings: true, withTransfers: true });
  it('calls at most n priority tickets in a row while an ordinary one waits, and never two ordinary ones out of turn', () => {
    everyCall('ratio', steps, (call, { priorityInARow }) => {
      const others = call.left.filter((each) => isPriority(each) !== isPriority(call.called));
      if (others.length === 0 || !byThePolicy(call)) return 0;
      expect(isPriority(call.called)).toBe(call.priorityRun < priorityInARow);
      return isPriority(call.called) ? 0 : 1;
    });
  });
  it('calls at most n(k + 1) priority tickets before an ordinary one with k ordinary ones before it', () => {
    overDays(fc.record({ setup: setupsOf('ratio'), steps }), ({ setup, steps: day }) => {
      const calls = callsOf(day, sharedCounters({ ...setup, passedAtMost: 200 }, 1));
      const ordinary = whileWaiting(calls, (called) => !isPriority(called));
      const priority = whileWaiting(calls, isPriority);
      return priority.filter(({ self, before }, index) => {
        const k = ordinary[index]?.before ?? 0;
        if (isPriority(self)) return false;
        expect(before, self.number).toBeLessThanOrEqual(setup.priorityInARow * (k + 1));
        return before === setup.priorityInARow * (k + 1);
      }).length;
    });
  });
});

describe('appointment-window', () => {
  it('passes an appointment that is due only for one booked before it, and a walk-in only for one or within the credit', () => {
    const steps = days({ withBookings: true, withTransfers: true });
    everyCall('appointment-window', steps, (call, { appointments }) => {
      if (!byThePolicy(call)) return 0;
      const isLate = ({ issuedAt, appointmentAt }: Queued) =>
        appointmentAt !== null && issuedAt > appointmentAt + appointments.lateMinutes * minuteMs;
      const dueBooking = (each: Queued) => {
        const { appointmentAt, transferred } = each;
        if (appointmentAt === null || transferred || isLate(each)) return null;
        return call.at >= appointmentAt - appointments.earlyMinutes * minuteMs ? appointmentAt : null;
      };
      const mine = dueBooking(call.called) ?? Number.POSITIVE_INFINITY;
      for (const each of call.left)
        expect(dueBooking(each) ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(mine);
      if (dueBooking(call.called) !== null) return 0;
      for (const { joinedAt } of passedIn(call)) {
        expect(isLate(call.called)).toBe(true);
        const creditMs = appointments.lateCreditMinutes * minuteMs;
        expect(call.called.joinedAt - joinedAt).toBeLessThanOrEqual(creditMs);
      }
      return passedIn(call).length;
    });
  });
});

describe('strict-priority', () => {
  it('never calls an ordinary ticket while a priority one waits, however the services are weighed', () => {
    const cases = fc.record({ setup: setupsOf('strict-priority'), steps: days(), terms: profileTerms });
    overDays(cases, ({ setup, steps, terms }) => {
      const unranked = new Map([...terms].map(([id, { weight }]) => [id, { rank: 1, weight }]));
      const counter = { drawsFrom: services, ranking: rankingOf(setup, unranked) };
      const ordinary = callsOf(steps, [counter]).filter(({ called }) => !isPriority(called));
      for (const { left } of ordinary) expect(left.some(isPriority)).toBe(false);
      return ordinary.length;
    });
  });
  it('has no bound: an ordinary ticket is passed as often as priority tickets come', () => {
    const person = { service: 'chung-thuc', bookedInMinutes: null, transferred: false, returned: null };
    const joins = (priority: string | null): Step => ({ pauseMs: minuteMs, joins: { ...person, priority } });
    overDays(fc.integer({ min: 1, max: 300 }), (times) => {
      const priority = Array.from({ length: times }, () => [joins('cao-tuoi'), { pauseMs: 0, callsAt: 0 }]);
      const setup = { ...defaultDispatch, policy: 'strict-priority' } as const;
      const calls = callsOf([joins(null), ...priority.flat()], sharedCounters(setup, 1));
      expect(calls.filter(({ called }) => isPriority(called))).toHaveLength(times);
      expect(calls.at(-1)?.called).toMatchObject({ number: 'A1', passed: times });
      return times > setup.passedAtMost ? 1 : 0;
    });
  });
});
