// Whatever people press, in whatever order, over whatever days: nobody is lost, no number is given twice, a counter holds
// one ticket at most, a refusal changes nothing, and the journal alone gives the same floor again.
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UndoableStep } from '../../protocol/commands.ts';
import type { CounterId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { BranchState, Ticket } from '../../server/domain/branch-state.ts';
import { mayServe } from '../../server/domain/draws.ts';
import type { EventType, RecordedEvent } from '../../server/domain/events.ts';
import { replay } from '../../server/domain/evolve.ts';
import { eligibleAt } from '../../server/domain/queue.ts';
import { centre } from '../support/domain-centre.ts';
import { LiveFloor } from '../support/domain-live-floor.ts';
import { actorOf, commandOf, type Press, pauses, presses } from '../support/domain-presses.ts';

const whole = centre();
/** The same centre in which nobody serves one of the services. */
const unserved: Setup = {
  ...whole,
  profiles: whole.profiles.map((profile) => ({
    ...profile,
    serviceIds: profile.serviceIds.filter((id) => id !== 'ho-tich'),
  })),
};

/** Everything that can happen on a floor; runs that miss one of them prove little. */
const everyFact: Record<Exclude<EventType, 'setup-changed' | 'device-changed' | 'notices-changed'>, true> = {
  ...{
    'business-day-started': true,
    'ticket-issued': true,
    'ticket-cancelled': true,
    'counter-opened': true,
  },
  ...{ 'counter-closed': true, 'counter-paused': true, 'counter-resumed': true, 'ticket-called': true },
  ...{ 'ticket-recalled': true, 'service-started': true, 'service-finished': true, 'ticket-no-show': true },
  ...{ 'ticket-parked': true, 'ticket-resumed': true, 'ticket-transferred': true, 'rating-submitted': true },
  ...{ 'service-continued': true, 'ticket-returned': true, 'step-undone': true, 'counter-taken-over': true },
  ...{ 'help-called': true, 'help-ended': true, 'priority-changed': true, 'ticket-moved': true },
  ...{ 'work-profile-set': true, 'counter-lent': true, 'lending-ended': true, 'intake-changed': true },
};
const factsOfTheFloor = Object.keys(everyFact);

/** What is kept beside the floor from its rows alone, to hold the floor against. */
class Ledger {
  today = new Set<string>();
  readonly #given = new Set<string>();
  readonly #rated = new Set<string>();
  #callSeq = 0;
  #read = 0;
  dayBegan = 0;
  readonly seen: Record<string, number> = {};

  read(rows: readonly RecordedEvent[]): void {
    for (; this.#read < rows.length; this.#read += 1) this.#note(rows, rows[this.#read] as RecordedEvent);
  }

  #note(rows: readonly RecordedEvent[], { event, seq }: RecordedEvent): void {
    this.seen[event.type] = (this.seen[event.type] ?? 0) + 1;
    if (event.type === 'ticket-issued') {
      this.today.add(event.ticketId);
      for (const once of [`${event.seriesId} ${event.ordinal}`, event.number, event.ticketId]) {
        expect(this.#given.has(once), `${once} is given twice on one day`).toBe(false);
        this.#given.add(once);
      }
    } else if (event.type === 'ticket-called' || event.type === 'ticket-recalled') {
      expect(event.callSeq, 'calls are counted on').toBeGreaterThan(this.#callSeq);
      this.#callSeq = event.callSeq;
    } else if (event.type === 'rating-submitted') {
      expect(this.#rated.has(event.ticketId), 'a ticket is rated once').toBe(false);
      this.#rated.add(event.ticketId);
    } else if (event.type === 'business-day-started') {
      everybodyWentHome(replay(rows.slice(0, seq - 1)), this.today);
      this.today = new Set();
      this.#given.clear();
      this.dayBegan = seq - 1;
    }
  }
}

function everybodyWentHome(evening: BranchState, issuedThatDay: ReadonlySet<string>): void {
  for (const id of issuedThatDay) {
    const status = [...evening.tickets.values()].find((ticket) => ticket.id === id)?.status;
    expect(['finished', 'no-show', 'cancelled'], 'every ticket of the day has ended').toContain(status);
  }
  for (const counter of evening.counters.values()) expect(counter.status).toBe('closed');
}

function same(found: unknown, wanted: unknown, what: string): void {
  if (!isDeepStrictEqual(found, wanted)) expect(found, what).toStrictEqual(wanted);
}

function nobodyIsLost({ state }: LiveFloor, { today }: Ledger): void {
  same(
    new Set<string>(state.tickets.keys()),
    today,
    'the floor holds the tickets issued today, and no others',
  );
  const held = new Map<string, string>();
  for (const counter of state.counters.values()) {
    if (counter.status === 'closed' || counter.ticketInHand === null) continue;
    expect(counter.status === 'paused', 'who rests holds nobody').toBe(false);
    expect(held.has(counter.ticketInHand), 'a ticket is at one counter').toBe(false);
    held.set(counter.ticketInHand, counter.id);
  }
  const claimed = new Map<string, string>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'called' || ticket.status === 'serving') claimed.set(ticket.id, ticket.counterId);
  }
  same(held, claimed, 'tickets in hand and counters agree');
  expect(new Set(claimed.values()).size, 'a counter holds one ticket').toBe(claimed.size);
}

function everyoneCanBeCalled({ state, rules }: LiveFloor): void {
  const counters = [...rules.counters.keys()];
  const callable = new Set(counters.flatMap((id) => eligibleAt(state, rules, id, state.at)));
  const served = new Set(counters.flatMap((id) => alwaysServes(state, rules, id)));
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting') continue;
    if (!callable.has(ticket))
      expect(served.has(ticket.serviceId), `${ticket.number} is out of reach`).toBe(false);
    if (ticket.reservedFor !== null)
      expect(state.counters.get(ticket.reservedFor)?.status, 'kept for a counter that works').not.toBe(
        'closed',
      );
  }
}

/** What a counter serves whatever the waits: help that hangs on a condition is help, not a duty. */
function alwaysServes(state: BranchState, rules: LiveFloor['rules'], id: CounterId) {
  const lent = state.counters.get(id)?.lendings.filter((each) => each.whileWaitOverMinutes !== null) ?? [];
  return mayServe(state, rules, id, state.at).filter(
    (service) => !lent.some(({ serviceId }) => serviceId === service),
  );
}

const leftBy: Record<UndoableStep, Ticket['status']> = {
  ...{ start: 'serving', finish: 'finished', 'no-show': 'no-show', park: 'parked', transfer: 'waiting' },
};

/** A step that may be taken back is the last that happened to its ticket, and to its counter. */
function undoTakesNothingAway({ state }: LiveFloor): void {
  const steps = [...state.counters.values()].flatMap((counter) =>
    counter.status === 'closed' || counter.lastStep === null ? [] : [{ counter, last: counter.lastStep }],
  );
  for (const { counter, last } of steps) {
    expect(last.before.counterId).toBe(counter.id);
    expect(state.tickets.get(last.before.id)?.status, `after ${last.step}`).toBe(leftBy[last.step]);
    expect(counter.ticketInHand).toBe(last.step === 'start' ? last.before.id : null);
  }
  const ids = steps.map(({ last }) => last.before.id);
  expect(new Set(ids).size, 'one counter may take a ticket back').toBe(ids.length);
}

function officersSitOnce({ state }: LiveFloor): void {
  const sitting = [...state.counters.values()].flatMap((counter) =>
    counter.status === 'closed' ? [] : [counter.operatorId],
  );
  expect(new Set(sitting).size, 'an officer sits at one counter').toBe(sitting.length);
}

class Pressing implements fc.Command<Ledger, LiveFloor> {
  readonly #press: Press;
  readonly #pause: number;
  readonly #intakeOpen: boolean;
  constructor(press: Press, pause: number, intakeOpen: boolean) {
    this.#press = press;
    this.#pause = pause;
    this.#intakeOpen = intakeOpen;
  }

  check(): boolean {
    return true;
  }

  run(ledger: Ledger, floor: LiveFloor): void {
    floor.pass(this.#pause);
    const before = structuredClone(floor.state);
    const rowsBefore = floor.rows.length;
    const actor = actorOf(this.#press, floor.state);
    const decision = floor.execute(commandOf(this.#press, floor.state), actor, this.#intakeOpen);
    ledger.read(floor.rows);
    const turned = ledger.dayBegan >= rowsBefore;
    if (!decision.ok && !turned) {
      same(floor.state, before, 'a refusal changes nothing');
      expect(floor.rows).toHaveLength(rowsBefore);
    }
    if (decision.ok) expect(decision.events.length, 'what is accepted leaves a record').toBeGreaterThan(0);
    else ledger.seen[decision.refusal.code] = (ledger.seen[decision.refusal.code] ?? 0) + 1;
    same(replay(floor.rows), floor.state, 'the journal gives the same floor');
    same(replay(floor.rows.slice(ledger.dayBegan)), floor.state, 'and so do the rows of today alone');
    nobodyIsLost(floor, ledger);
    everyoneCanBeCalled(floor);
    officersSitOnce(floor);
    undoTakesNothingAway(floor);
  }

  toString(): string {
    return `${JSON.stringify(this.#press)} after ${this.#pause} ms${this.#intakeOpen ? '' : ', intake closed'}`;
  }
}

const pressings = fc
  .tuple(presses, pauses, fc.nat(9))
  .map(([press, pause, closed]) => new Pressing(press, pause, closed > 0));

/** Runs many days of presses; gives how often each fact and each refusal was seen. */
function run(setup: Setup, numRuns: number): Readonly<Record<string, number>> {
  const seen: Record<string, number> = {};
  fc.assert(
    fc.property(fc.commands([pressings], { maxCommands: 120, size: 'max' }), (commands) => {
      const ledger = new Ledger();
      const floor = new LiveFloor(setup);
      ledger.read(floor.rows);
      fc.modelRun(() => ({ model: ledger, real: floor }), commands);
      for (const [what, times] of Object.entries(ledger.seen)) seen[what] = (seen[what] ?? 0) + times;
    }),
    { numRuns },
  );
  return seen;
}

// A failing run needs time to be made small.
describe('the floor under any presses', { timeout: 120_000 }, () => {
  it('keeps its promises, and the presses reach every corner of it', () => {
    const seen = run(whole, 350);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(factsOfTheFloor));
  });
  it('keeps them where nobody serves one of the services', () => {
    run(unserved, 100);
  });
});
