// The fold: what each event makes of the state. Total (a table over all types: a forgotten event does not compile) and
// without rules of its own: a fact that was journalled is believed. The fold owns its state and changes it in place;
// everybody else sees the read-only type.
import { type BranchState, initialState } from './branch-state.ts';
import type { DomainEvent, EventType, RecordedEvent } from './events.ts';
import { counterEvolvers } from './evolving/counter-events.ts';
import type { Evolve, Evolvers, Owned } from './evolving/owned-state.ts';
import { ticketEvolvers } from './evolving/ticket-events.ts';

/** The state as the fold owns it: begin with `newFold()`, hand it on as `BranchState`. */
export type Fold = { readonly state: BranchState; evolve(recorded: RecordedEvent): void };

export function newFold(): Fold {
  const state = initialState() as Owned;
  return {
    state,
    evolve(recorded) {
      apply(state, recorded.event, recorded.at);
      state.seq = recorded.seq;
      state.at = recorded.at;
    },
  };
}

/** The state that a journal's rows give. */
export function replay(rows: Iterable<RecordedEvent>): BranchState {
  const fold = newFold();
  for (const row of rows) fold.evolve(row);
  return fold.state;
}

/** What each event makes of the state. */
const evolvers: Evolvers<EventType> = {
  'business-day-started': (state, event) => {
    Object.assign(state, initialState(), { businessDay: event.day, callSeq: event.lastCallSeq });
  },
  'setup-changed': () => {},
  'device-changed': () => {},
  'notices-changed': () => {},
  ...ticketEvolvers,
  ...counterEvolvers,
};

function apply(state: Owned, event: DomainEvent, at: number): void {
  const evolve = evolvers[event.type] as Evolve<typeof event.type>;
  evolve(state, event as never, at);
}
