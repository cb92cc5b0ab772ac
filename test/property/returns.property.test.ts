// Missing one's call is never better than hearing it: whoever stays away and comes back is never served before the moment
// at which staying would have been, and lets as many others go first as the centre says.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Command } from '../../protocol/commands.ts';
import type { CounterId, ServiceId, TicketId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { centre } from '../support/domain-centre.ts';
import { officerOf } from '../support/domain-facts.ts';
import { LiveFloor } from '../support/domain-live-floor.ts';
import { by } from '../support/given.ts';

type Happening = { readonly kind: 'arrive' | 'call'; readonly counter: string; readonly priority: boolean };
type Served = { readonly at: number; readonly othersSinceReturn: number; readonly waitingAtReturn: number };
const afterNext = 3;
const happenings = fc.array(
  fc.record({
    kind: fc.constantFrom('arrive' as const, 'call' as const, 'call' as const),
    counter: fc.constantFrom('c01', 'c02'),
    priority: fc.boolean(),
  }),
  { minLength: 5, maxLength: 40 },
);

/** One day of two like counters; the person comes when called, or comes back some happenings after having been missed. */
class Day {
  readonly #floor: LiveFloor;
  readonly person: TicketId;
  readonly #stays: boolean;
  #returnsAfter: number;
  #missed = false;
  #back: { others: number; waiting: number } | null = null;
  served: Served | null = null;

  constructor(setup: Setup, script: readonly Happening[], stays: boolean, returnsAfter: number) {
    this.#floor = new LiveFloor(setup);
    this.#stays = stays;
    this.#returnsAfter = returnsAfter;
    for (const id of ['c01', 'c02']) this.#at(id, 'open-counter');
    for (let before = 0; before < 3; before += 1) this.#arrive(false);
    this.person = this.#arrive(false);
    for (const happening of script) {
      this.#floor.pass(60_000);
      this.#comeBack();
      if (happening.kind === 'arrive') this.#arrive(happening.priority);
      else this.#call(happening.counter);
    }
  }

  #do(command: unknown, actor = by.device as Parameters<LiveFloor['execute']>[1]) {
    return this.#floor.execute(command as Command, actor, true);
  }

  #at(id: string, type: string, more: object = {}) {
    return this.#do({ type, counterId: id as CounterId, ...more }, by.officer(officerOf(id)));
  }

  #arrive(priority: boolean): TicketId {
    const asked = {
      serviceId: 'chung-thuc' as ServiceId,
      ...(priority ? { priorityClass: 'cao-tuoi' } : {}),
    };
    const taken = this.#do({ type: 'issue-ticket', ...asked });
    if (!taken.ok) throw new Error(taken.refusal.code);
    return taken.result.ticketId as TicketId;
  }

  #call(id: string): void {
    const call = this.#at(id, 'call-next');
    if (!call.ok) return;
    if (call.result.ticketId !== this.person) {
      if (this.#back !== null && this.served === null) this.#back.others += 1;
    } else if (!this.#stays && !this.#missed) {
      this.#missed = true;
      this.#at(id, 'mark-no-show');
      return;
    } else {
      const { others = 0, waiting = 0 } = this.#back ?? {};
      this.served = { at: this.#floor.state.at, othersSinceReturn: others, waitingAtReturn: waiting };
    }
    this.#at(id, 'finish-service');
  }

  #comeBack(): void {
    if (!this.#missed || this.#back !== null) return;
    this.#returnsAfter -= 1;
    if (this.#returnsAfter > 0) return;
    const waiting = [...this.#floor.state.tickets.values()].filter(
      ({ status }) => status === 'waiting',
    ).length;
    expect(this.#do({ type: 'return-ticket', ticketId: this.person }).ok).toBe(true);
    this.#back = { others: 0, waiting };
  }
}

it.each(['promise-share', 'first-come'])('being absent gains nothing (%s)', (policy) => {
  const setup = centre({ dispatch: { policy, returns: { afterNext, withinMinutes: 15, timesAtMost: 1 } } });
  let compared = 0;
  fc.assert(
    fc.property(happenings, fc.integer({ min: 1, max: 20 }), (script, returnsAfter) => {
      const stayed = new Day(setup, script, true, 0).served;
      const missed = new Day(setup, script, false, returnsAfter).served;
      if (missed === null) return;
      compared += 1;
      expect(stayed, 'whoever stays is served as well').not.toBeNull();
      expect(missed.at).toBeGreaterThan(stayed?.at ?? Number.POSITIVE_INFINITY);
      expect(missed.othersSinceReturn, 'the others go first').toBeGreaterThanOrEqual(
        Math.min(afterNext, missed.waitingAtReturn),
      );
    }),
    { numRuns: 400 },
  );
  expect(compared, 'enough of the days had a return').toBeGreaterThan(50);
});
