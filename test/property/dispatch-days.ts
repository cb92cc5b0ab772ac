// Invented days at a few counters: people join, come back, and are called by the order under test; who was passed and how
// often a counter called priority in a row is counted as the fold counts it.
import fc from 'fast-check';
import type { DispatchReason } from '../../protocol/views/view-parts.ts';
import { callOrder, callReason, isPassedBy, type Ranking } from '../../server/domain/dispatch/call-order.ts';
import type { Queued } from '../../server/domain/dispatch/dispatch-policy.ts';
import { classes, minuteMs, opensAt, queued, services } from '../domain/dispatch/queues.ts';

/** Somebody joins: as a newcomer, sent on from elsewhere, with a booked time, or back after having been absent. */
type Joining = {
  readonly service: string;
  readonly priority: string | null;
  readonly bookedInMinutes: number | null;
  readonly transferred: boolean;
  readonly returned: { readonly joinedBefore: number; readonly turns: number } | null;
};
export type Step = { readonly pauseMs: number } & (
  | { readonly joins: Joining }
  | { readonly callsAt: number }
);
export type Counter = { readonly drawsFrom: readonly string[]; readonly ranking: Ranking };
export type Call = {
  readonly at: number;
  readonly counter: number;
  /** How many priority tickets the counter had called in a row before. */
  readonly priorityRun: number;
  readonly called: Queued;
  /** Who could have been called instead, as they were before this call. */
  readonly left: readonly Queued[];
  readonly reason: DispatchReason;
};

type Mix = {
  readonly withReturns?: boolean;
  readonly withBookings?: boolean;
  readonly withTransfers?: boolean;
};

const rarely = <T>(value: fc.Arbitrary<T>, allowed = true): fc.Arbitrary<T | null> =>
  allowed ? fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, value) : fc.constant(null);

/** Days on which rather more people join than are called; shrunk to the shortest that shows a fault. */
export function days({ withReturns, withBookings, withTransfers }: Mix = {}): fc.Arbitrary<Step[]> {
  const joins = fc.record({
    service: fc.constantFrom(...services),
    priority: fc.constantFrom(...classes),
    bookedInMinutes: rarely(fc.integer({ min: -30, max: 40 }), withBookings === true),
    transferred: fc.boolean().map((sentOn) => sentOn && withTransfers === true),
    returned: rarely(
      fc.record({ joinedBefore: fc.integer({ min: 0, max: 30 }), turns: fc.integer({ min: 0, max: 4 }) }),
      withReturns === true,
    ),
  });
  const pauseMs = fc.integer({ min: 0, max: 24 }).map((tens) => tens * 10_000);
  const step = fc.oneof(
    { weight: 4, arbitrary: fc.record({ pauseMs, joins }) },
    { weight: 3, arbitrary: fc.record({ pauseMs, callsAt: fc.nat(5) }) },
  );
  return fc.array(step, { maxLength: 160, size: 'max' });
}

/** What happened; afterwards the counters call in turn until nobody waits whom they could call. */
export function callsOf(steps: readonly Step[], counters: readonly Counter[]): Call[] {
  const floor = new Floor(counters);
  for (const step of steps) {
    floor.at += step.pauseMs;
    if ('joins' in step) floor.join(step.joins);
    else floor.call(step.callsAt % counters.length);
  }
  for (let idle = 0, turn = 0; idle < counters.length; turn += 1) {
    floor.at += minuteMs;
    idle = floor.call(turn % counters.length) ? 0 : idle + 1;
  }
  return floor.calls;
}

class Floor {
  at = opensAt;
  readonly calls: Call[] = [];
  readonly #counters: readonly Counter[];
  readonly #runs = new Map<number, number>();
  #waiting: Queued[] = [];
  #issued = 0;
  constructor(counters: readonly Counter[]) {
    this.#counters = counters;
  }

  join({ service, priority, bookedInMinutes, transferred, returned }: Joining): void {
    this.#issued += 1;
    const joinedAt = this.at - (returned?.joinedBefore ?? 0) * minuteMs;
    this.#waiting.push({
      ...queued(`A${this.#issued}`, { service, priority, transferred }),
      ...{ joinedAt, issuedAt: joinedAt, returned: returned !== null },
      appointmentAt: bookedInMinutes === null ? null : this.at + bookedInMinutes * minuteMs,
      turnsToWait: returned?.turns ?? null,
    });
  }

  /** False when this counter has nobody to call. */
  call(counter: number): boolean {
    const { drawsFrom, ranking } = this.#counters[counter] as Counter;
    const eligible = this.#waiting.filter(({ serviceId }) => drawsFrom.includes(serviceId));
    const moment = { at: this.at, priorityRun: this.#runs.get(counter) ?? 0 };
    const order = callOrder(eligible, moment, ranking);
    const [called, ...left] = order;
    if (called === undefined) return false;
    this.calls.push({ ...moment, counter, called, left, reason: callReason(order, moment, ranking) });
    this.#runs.set(counter, called.priorityClass === null ? 0 : moment.priorityRun + 1);
    const passed = new Set(left);
    this.#waiting = this.#waiting
      .filter((each) => each !== called)
      .map((each) => (passed.has(each) ? afterCall(each, called) : each));
    return true;
  }
}

/** As `pass` of the fold has it. */
function afterCall(waiting: Queued, called: Queued): Queued {
  if (waiting.turnsToWait !== null) return { ...waiting, turnsToWait: Math.max(0, waiting.turnsToWait - 1) };
  return isPassedBy(waiting, called) ? { ...waiting, passed: waiting.passed + 1 } : waiting;
}
