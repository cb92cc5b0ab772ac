// The fold: what each event makes of the state. Total (a table over all types: a forgotten event does not compile) and
// without rules of its own: a fact that was journalled is believed. The fold owns its state and changes it in place;
// everybody else sees the read-only type.
import type { CounterId, SeriesId, ServiceId, TicketId } from '../../protocol/ids.ts';
import {
  answerKey,
  type BranchState,
  type CalledTicket,
  type Counter,
  callsKept,
  initialState,
  isInHand,
  type StaffedCounter,
  type Ticket,
  type TicketInHand,
  type WaitingTicket,
} from './branch-state.ts';
import { isPassedBy } from './dispatch/call-order.ts';
import type { DomainEvent, EventOf, EventType, RecordedEvent } from './events.ts';

type Owned = {
  -readonly [K in keyof BranchState]: BranchState[K] extends ReadonlyMap<infer Key, infer Value>
    ? Map<Key, Value>
    : BranchState[K];
};

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

type Evolve<T extends EventType> = (state: Owned, event: EventOf<T>, at: number) => void;

/** What each event makes of the state. */
const evolvers: { readonly [T in EventType]: Evolve<T> } = {
  'business-day-started': (state, event) => {
    Object.assign(state, initialState(), { businessDay: event.day, callSeq: event.lastCallSeq });
  },
  'setup-changed': () => {},
  'device-changed': () => {},
  'notices-changed': () => {},
  'ticket-issued': issued,
  'ticket-cancelled': (state, event, at) =>
    setTicket(state, { ...leavingHands(state, event.ticketId), status: 'cancelled', cancelledAt: at }),
  'counter-opened': (state, event, at) =>
    setCounter(state, {
      ...kept(state, event.counterId),
      id: event.counterId,
      status: 'open',
      operatorId: event.operatorId,
      openedAt: at,
      pauseReason: null,
      ticketInHand: null,
    }),
  'counter-closed': (state, event) => {
    setCounter(state, { ...kept(state, event.counterId), id: event.counterId, status: 'closed' });
    release(state, event.counterId);
  },
  'counter-paused': (state, event) =>
    changeCounter(state, event.counterId, { status: 'paused', pauseReason: event.reason }),
  'counter-resumed': (state, event) =>
    changeCounter(state, event.counterId, { status: 'open', pauseReason: null }),
  'ticket-called': called,
  'ticket-recalled': recalled,
  'service-started': (state, event, at) =>
    setTicket(state, { ...inHand(state, event.ticketId), status: 'serving', startedAt: at }),
  'service-finished': finished,
  'ticket-no-show': (state, event, at) =>
    setTicket(state, {
      ...leavingHands(state, event.ticketId),
      status: 'no-show',
      counterId: event.counterId,
      missedAt: at,
    }),
  'ticket-parked': (state, { ticketId, counterId, reason }, at) =>
    setTicket(state, { ...leavingHands(state, ticketId), status: 'parked', counterId, parkedAt: at, reason }),
  'ticket-resumed': (state, event) =>
    setTicket(state, {
      ...core(ticketOf(state, event.ticketId)),
      status: 'waiting',
      reservedFor: event.counterId,
    }),
  'ticket-transferred': (
    state,
    { ticketId, serviceId, departmentId, joinedAt, journey, note, reservedFor },
  ) =>
    setTicket(state, {
      ...leavingHands(state, ticketId),
      ...{
        status: 'waiting',
        serviceId,
        departmentId,
        joinedAt,
        journey,
        note,
        reservedFor,
        transferred: true,
      },
    }),
  'rating-submitted': (state, event) => {
    setTicket(state, { ...ticketOf(state, event.ticketId), rated: true });
    for (const [questionId, choiceId] of Object.entries(event.answers)) {
      const answer = answerKey(event.formId, questionId, choiceId);
      state.answersToday.set(answer, (state.answersToday.get(answer) ?? 0) + 1);
    }
  },
};

function apply(state: Owned, event: DomainEvent, at: number): void {
  const evolve = evolvers[event.type] as Evolve<typeof event.type>;
  evolve(state, event as never, at);
}

function issued(state: Owned, event: EventOf<'ticket-issued'>, at: number): void {
  const ticket: WaitingTicket = {
    id: event.ticketId,
    visitId: event.visitId,
    number: event.number,
    seriesId: event.seriesId,
    serviceId: event.serviceId,
    departmentId: event.departmentId,
    priorityClass: event.priorityClass,
    language: event.language,
    issuedAt: at,
    order: state.tickets.size,
    joinedAt: at,
    journey: event.journey,
    ...{ transferred: false, returns: 0, returned: false, appointmentAt: event.appointmentAt ?? null },
    ...{ passed: 0, turnsToWait: null, dossierCode: event.dossierCode ?? null, note: null, rated: false },
    status: 'waiting',
    reservedFor: null,
  };
  setTicket(state, ticket);
  state.lastOrdinals.set(event.seriesId as SeriesId, event.ordinal);
  state.issuedByService.set(
    event.serviceId as ServiceId,
    (state.issuedByService.get(event.serviceId) ?? 0) + 1,
  );
}

function called(state: Owned, event: EventOf<'ticket-called'>, at: number): void {
  const ticket: CalledTicket = {
    ...core(ticketOf(state, event.ticketId)),
    status: 'called',
    counterId: event.counterId,
    operatorId: event.operatorId,
    calledAt: at,
    callSeq: event.callSeq,
    recalls: 0,
    reason: event.reason,
  };
  pass(state, event, ticket);
  setTicket(state, ticket);
  const priorityRun =
    ticket.priorityClass === null ? 0 : (state.counters.get(event.counterId)?.priorityRun ?? 0) + 1;
  changeCounter(state, event.counterId, { ticketInHand: event.ticketId, priorityRun });
  announce(state, event, ticket, at, false);
}

/** Whoever the counter could have called instead has been passed, or has one turn less to wait. */
function pass(state: Owned, { drawsFrom = [], counterId }: EventOf<'ticket-called'>, called: Ticket): void {
  const services = new Set<string>(drawsFrom);
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || ticket.id === called.id) continue;
    if (ticket.reservedFor === null ? !services.has(ticket.serviceId) : ticket.reservedFor !== counterId)
      continue;
    if (ticket.turnsToWait !== null) {
      if (ticket.turnsToWait > 0) setTicket(state, { ...ticket, turnsToWait: ticket.turnsToWait - 1 });
    } else if (isPassedBy(ticket, called)) setTicket(state, { ...ticket, passed: ticket.passed + 1 });
  }
}

function recalled(state: Owned, event: EventOf<'ticket-recalled'>, at: number): void {
  const ticket = inHand(state, event.ticketId);
  setTicket(state, { ...ticket, callSeq: event.callSeq, recalls: ticket.recalls + 1 });
  announce(state, event, ticket, at, true);
}

function finished(state: Owned, event: EventOf<'service-finished'>, at: number): void {
  const ticket = inHand(state, event.ticketId);
  const counter = state.counters.get(event.counterId);
  if (counter !== undefined) {
    setCounter(state, {
      ...counter,
      finishedToday: counter.finishedToday + (event.cause === 'parked' ? 0 : 1),
      lastFinished: event.ends ? event.ticketId : counter.lastFinished,
    });
  }
  if (!event.ends) return;
  setTicket(state, {
    ...leavingHands(state, event.ticketId),
    status: 'finished',
    counterId: event.counterId,
    operatorId: event.operatorId,
    startedAt: ticket.status === 'serving' ? ticket.startedAt : ticket.calledAt,
    finishedAt: at,
  });
}

function announce(
  state: Owned,
  event: EventOf<'ticket-called'> | EventOf<'ticket-recalled'>,
  { number, priorityClass }: Ticket,
  at: number,
  recall: boolean,
): void {
  state.callSeq = event.callSeq;
  const { callSeq, counterId } = event;
  const call = { callSeq, at, number, counterId, recall, priority: priorityClass !== null };
  state.calls = [...state.calls.slice(-(callsKept - 1)), call];
}

function setTicket(state: Owned, ticket: Ticket): void {
  state.tickets.set(ticket.id, ticket);
}

function setCounter(state: Owned, counter: Counter): void {
  state.counters.set(counter.id, counter);
}

function changeCounter(state: Owned, id: CounterId, change: Partial<StaffedCounter>): void {
  const counter = state.counters.get(id);
  if (counter === undefined || counter.status === 'closed')
    throw new Error(`journal: counter ${id} is not open`);
  state.counters.set(id, { ...counter, ...change });
}

/** What a counter keeps over closing and opening on one day. */
function kept(state: Owned, id: CounterId) {
  const counter = state.counters.get(id);
  return {
    ...{ finishedToday: counter?.finishedToday ?? 0, lastFinished: counter?.lastFinished ?? null },
    priorityRun: counter?.priorityRun ?? 0,
  };
}

/** Tickets kept for a counter that closes go back to their service's queue, so that nobody waits for ever. */
function release(state: Owned, counterId: CounterId): void {
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'waiting' && ticket.reservedFor === counterId)
      setTicket(state, { ...ticket, reservedFor: null });
  }
}

function ticketOf(state: Owned, id: TicketId): Ticket {
  const ticket = state.tickets.get(id);
  if (ticket === undefined) throw new Error(`journal: ticket ${id} was never issued`);
  return ticket;
}

function inHand(state: Owned, id: TicketId): TicketInHand {
  const ticket = ticketOf(state, id);
  if (!isInHand(ticket)) throw new Error(`journal: ticket ${id} is in nobody's hands`);
  return ticket;
}

/** The ticket without what belonged to its last status, and out of the hands of the counter that held it. */
function leavingHands(state: Owned, id: TicketId): ReturnType<typeof core> {
  const ticket = ticketOf(state, id);
  if (isInHand(ticket)) {
    const counter = state.counters.get(ticket.counterId);
    if (counter !== undefined && counter.status !== 'closed')
      setCounter(state, { ...counter, ticketInHand: null });
  }
  return core(ticket);
}

function core(ticket: Ticket) {
  const { id, visitId, number, seriesId, serviceId, departmentId, priorityClass, language } = ticket;
  const { issuedAt, order, joinedAt, journey, transferred, note, rated } = ticket;
  const { returns, returned, appointmentAt, passed, turnsToWait, dossierCode } = ticket;
  return {
    ...{ id, visitId, number, seriesId, serviceId, departmentId, priorityClass, language },
    ...{ issuedAt, order, joinedAt, journey, transferred, note, rated },
    ...{ returns, returned, appointmentAt, passed, turnsToWait, dossierCode },
  };
}
