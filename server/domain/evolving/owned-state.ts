// The state as the fold owns it, and the small changes of which every event's change is made.
import type { UndoableStep } from '../../../protocol/commands.ts';
import type { CounterId, TicketId } from '../../../protocol/ids.ts';
import {
  type BranchState,
  type Counter,
  isInHand,
  type LastStep,
  type StaffedCounter,
  type Ticket,
  type TicketInHand,
} from '../branch-state.ts';
import type { EventOf, EventType } from '../events.ts';

export type Owned = {
  -readonly [K in keyof BranchState]: BranchState[K] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : BranchState[K] extends ReadonlySet<infer Value>
      ? Set<Value>
      : BranchState[K];
};
export type Evolve<T extends EventType> = (state: Owned, event: EventOf<T>, at: number) => void;
export type Evolvers<T extends EventType> = { readonly [E in T]: Evolve<E> };

export function setTicket(state: Owned, ticket: Ticket): void {
  state.tickets.set(ticket.id, ticket);
}

export function setCounter(state: Owned, counter: Counter): void {
  state.counters.set(counter.id, counter);
}

export function staffed(state: Owned, id: CounterId): StaffedCounter {
  const counter = state.counters.get(id);
  if (counter === undefined || counter.status === 'closed')
    throw new Error(`journal: counter ${id} is not open`);
  return counter;
}

export function changeCounter(state: Owned, id: CounterId, change: Partial<StaffedCounter>): void {
  state.counters.set(id, { ...staffed(state, id), ...change });
}

export function ticketOf(state: Owned, id: TicketId): Ticket {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new Error(`journal: ticket ${id} was never issued`);
  return ticket;
}

export function inHand(state: Owned, id: TicketId): TicketInHand {
  const ticket = ticketOf(state, id);
  if (!isInHand(ticket)) throw new Error(`journal: ticket ${id} is in nobody's hands`);
  return ticket;
}

/** The ticket without what belonged to its last status, and out of the hands of the counter that held it. */
export function leavingHands(state: Owned, id: TicketId): ReturnType<typeof core> {
  const ticket = ticketOf(state, id);
  if (isInHand(ticket)) {
    const counter = state.counters.get(ticket.counterId);
    if (counter !== undefined && counter.status !== 'closed')
      setCounter(state, { ...counter, ticketInHand: null });
  }
  return core(ticket);
}

/** Keeps how the ticket in hand was, before a step that may be taken back; to be told before the step is made. */
export function rememberStep(state: Owned, step: UndoableStep, ticketId: TicketId, at: number): void {
  const before = inHand(state, ticketId);
  const counter = staffed(state, before.counterId);
  // Of a ticket that is sent on, the end of its service has been told already: how it was is known from then.
  const last = counter.lastStep;
  const told = last?.step === 'finish' && last.at === at && last.before.id === ticketId ? last : null;
  const { finishedToday, lastFinished } = told ?? counter;
  const lastStep: LastStep = { step, at, before: told?.before ?? before, finishedToday, lastFinished };
  changeCounter(state, before.counterId, { lastStep });
}

/** Something else has happened to the ticket: whatever counter let it go can no longer take that back. */
export function forgetSteps(state: Owned, ticketId: TicketId): void {
  for (const counter of state.counters.values()) {
    if (counter.status !== 'closed' && counter.lastStep?.before.id === ticketId)
      setCounter(state, { ...counter, lastStep: null });
  }
}

export function core(ticket: Ticket) {
  const { id, visitId, number, seriesId, serviceId, departmentId, priorityClass, language } = ticket;
  const { issuedAt, order, joinedAt, journey, transferred, note, rated } = ticket;
  const { returns, returned, appointmentAt, passed, turnsToWait, dossierCode, estimate } = ticket;
  return {
    ...{ id, visitId, number, seriesId, serviceId, departmentId, priorityClass, language },
    ...{ issuedAt, order, joinedAt, journey, transferred, note, rated },
    ...{ returns, returned, appointmentAt, passed, turnsToWait, dossierCode, estimate },
  };
}
