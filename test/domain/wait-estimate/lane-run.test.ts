// The plays call by the same rule that really calls: on random queues the lanes choose, call after call, whom `firstToCall`
// chooses from the whole list, with the passes and turns counted as the fold of the events counts them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DispatchSetup, dispatchSchema } from '../../../protocol/dispatch-setup.ts';
import type { CounterId } from '../../../protocol/ids.ts';
import { firstToCall, isPassedBy } from '../../../server/domain/dispatch/call-order.ts';
import { rankingOf } from '../../../server/domain/dispatch/policies.ts';
import { componentsOf } from '../../../server/domain/wait-estimate/floor-component.ts';
import type { FloorPicture, PictureTicket } from '../../../server/domain/wait-estimate/floor-picture.ts';
import { type FloorPlan, planFloor } from '../../../server/domain/wait-estimate/floor-plan.ts';
import { LaneRun } from '../../../server/domain/wait-estimate/lane-run.ts';
import { counter, elderly, exactLaws, floor, minute, serviceOf, ticket } from './small-floor.ts';

const laws = exactLaws({ a: 10, b: 4, c: 6 });
const nine = 9 * 60;
const person = fc.record({
  ago: fc.nat(180),
  service: fc.constantFrom('a', 'b', 'c'),
  isPriority: fc.boolean(),
  again: fc.constantFrom('', '', '', 'transferred', 'returned'),
  passed: fc.nat(6),
  turns: fc.constantFrom(null, null, null, null, 0, 1, 3),
  booked: fc.constantFrom(null, null, null, -40, -5, 0, 10),
  isKept: fc.nat(9).map((value) => value === 0),
});
const setups: readonly DispatchSetup[] = [
  dispatchSchema.parse({ passedAtMost: 5 }),
  dispatchSchema.parse({ policy: 'first-come' }),
  dispatchSchema.parse({
    passedAtMost: 3,
    promises: { services: [{ serviceId: 'b', ordinaryMinutes: 12, priorityMinutes: 5 }] },
  }),
];
const terms = new Map([
  ['a', { rank: 1, weight: 1 }],
  ['b', { rank: 1, weight: 2.5 }],
  ['c', { rank: 2, weight: 1 }],
]);

type Person = typeof person extends fc.Arbitrary<infer T> ? T : never;
function queueOf(people: readonly Person[]): PictureTicket[] {
  return people.map(({ ago, service, isPriority, again, passed, turns, booked, isKept }, order) =>
    ticket(`t${order}`, nine - ago, {
      serviceId: serviceOf(service),
      priorityClass: isPriority ? elderly : null,
      ...{ order, passed, turnsToWait: turns },
      ...{ transferred: again === 'transferred', returned: again === 'returned' || turns !== null },
      appointmentAt: booked === null ? null : (nine + booked) * minute,
      reservedFor: isKept ? ('two' as CounterId) : null,
    }),
  );
}

/** Whom the rule itself calls, with what each call does to those who wait. */
function calledByRule(picture: FloorPicture, calls: readonly { counter: number; at: number }[]): string[] {
  let waiting = picture.waiting.map((each) => ({ ...each }));
  return calls.map(({ counter: index, at }) => {
    const caller = picture.counters[index];
    if (caller === undefined) throw new Error('no such counter');
    const eligible = waiting.filter(({ reservedFor, serviceId }) =>
      reservedFor === null ? caller.services.includes(serviceId) : reservedFor === caller.id,
    );
    const ranking = rankingOf(picture.dispatch, caller.terms);
    const called = eligible[firstToCall(eligible, { at: picture.now + at * 1_000, priorityRun: 0 }, ranking)];
    if (called === undefined) return 'nobody';
    for (const [at, each] of waiting.entries()) {
      if (each === called || !eligible.includes(each)) continue;
      if (each.turnsToWait !== null)
        waiting[at] = { ...each, turnsToWait: Math.max(0, each.turnsToWait - 1) };
      else if (isPassedBy(each, called)) waiting[at] = { ...each, passed: each.passed + 1 };
    }
    waiting = waiting.filter(({ id }) => id !== called.id);
    return called.id;
  });
}

function calledInPlay(
  picture: FloorPicture,
  plan: FloorPlan,
  calls: readonly { counter: number; at: number }[],
): string[] {
  const lanes = new LaneRun(plan, rankingOf(picture.dispatch).policy);
  lanes.begin();
  const sorted = [...picture.waiting].sort((a, b) => a.joinedAt - b.joinedAt || a.order - b.order);
  return calls.map(({ counter: index, at }) => {
    const id = picture.counters[index]?.id;
    const caller = plan.counters.find((each) => each.picture.id === id);
    if (caller === undefined) throw new Error('no such counter');
    const found = lanes.choose(caller, at, 0);
    if (found < 0) return 'nobody';
    lanes.take(found);
    lanes.pass(caller, plan.pool.joined[found] ?? 0);
    lanes.turns.pass(caller);
    return sorted[found]?.id ?? '?';
  });
}

const steps = fc.array(fc.record({ counter: fc.nat(1), wait: fc.nat(400) }), { minLength: 1, maxLength: 60 });
/** Long lanes: everybody for one service, few of them anything else than ordinary. */
const plainPerson = fc
  .record({ ago: fc.nat(180), isPriority: fc.nat(3).map((value) => value === 0), passed: fc.nat(2) })
  .map(
    (own): Person => ({
      ...own,
      ...{ service: 'a', again: '', turns: null, booked: null, isKept: false },
    }),
  );

function expectSameOrder(
  people: readonly Person[],
  calls: readonly { counter: number; wait: number }[],
  dispatch: DispatchSetup,
  ofSecond: typeof terms,
): void {
  const second = { services: [serviceOf('b'), serviceOf('c'), serviceOf('a')], terms: ofSecond };
  const first = { services: [serviceOf('a'), serviceOf('b')] };
  const picture = floor(nine, {
    waiting: queueOf(people),
    counters: [counter('one', first), counter('two', second)],
    dispatch,
  });
  const [component] = componentsOf(picture);
  if (component === undefined) throw new Error('no component');
  const plan = planFloor(picture, laws, component, { ticketIds: new Map(), newcomers: [] });
  let at = 0;
  const timed = calls.map(({ counter: index, wait }) => {
    at += wait;
    return { counter: index, at };
  });
  expect(calledInPlay(picture, plan, timed)).toEqual(calledByRule(picture, timed));
}

describe('the order of a play', () => {
  it('is the order of the rule, call after call, whoever waits', () => {
    const people = fc.array(person, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(people, steps, fc.constantFrom(...setups), fc.boolean(), (queue, calls, setup, isPlain) =>
        expectSameOrder(queue, calls, setup, isPlain ? new Map() : terms),
      ),
      { numRuns: 300 },
    );
  });
  it('counts who is passed in long lanes as the events count them', () => {
    const people = fc.array(plainPerson, { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(people, steps, fc.constantFrom(...setups), (queue, calls, setup) =>
        expectSameOrder(queue, calls, setup, new Map()),
      ),
      { numRuns: 200 },
    );
  });
});
