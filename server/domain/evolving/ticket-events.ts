// What the events of a ticket make of the state: issued, called, served, sent on, parked, absent, back again, ended.
import type { SeriesId, ServiceId } from '../../../protocol/ids.ts';
import { answerKey, type CalledTicket, callsKept, type Ticket, type WaitingTicket } from '../branch-state.ts';
import { isPassedBy } from '../dispatch/call-order.ts';
import type { EventOf } from '../events.ts';
import {
  changeCounter,
  core,
  type Evolvers,
  forgetSteps,
  inHand,
  leavingHands,
  type Owned,
  rememberStep,
  setCounter,
  setTicket,
  ticketOf,
} from './owned-state.ts';

type TicketEvents =
  | 'ticket-issued'
  | 'ticket-cancelled'
  | 'ticket-called'
  | 'ticket-recalled'
  | 'service-started'
  | 'service-finished'
  | 'service-continued'
  | 'ticket-no-show'
  | 'ticket-returned'
  | 'ticket-parked'
  | 'ticket-resumed'
  | 'ticket-transferred'
  | 'ticket-moved'
  | 'priority-changed'
  | 'rating-submitted';

export const ticketEvolvers: Evolvers<TicketEvents> = {
  'ticket-issued': issued,
  'ticket-cancelled': (state, event, at) => {
    forgetSteps(state, event.ticketId);
    setTicket(state, { ...leavingHands(state, event.ticketId), status: 'cancelled', cancelledAt: at });
  },
  'ticket-called': called,
  'ticket-recalled': recalled,
  'service-started': (state, event, at) => {
    rememberStep(state, 'start', event.ticketId, at);
    setTicket(state, { ...inHand(state, event.ticketId), status: 'serving', startedAt: at });
  },
  'service-finished': finished,
  'service-continued': (state, { ticketId, serviceId, departmentId }, at) => {
    forgetSteps(state, ticketId);
    setTicket(state, {
      ...inHand(state, ticketId),
      ...{ serviceId, departmentId, status: 'serving', startedAt: at },
    });
  },
  'ticket-no-show': (state, { ticketId, counterId }, at) => {
    rememberStep(state, 'no-show', ticketId, at);
    setTicket(state, { ...leavingHands(state, ticketId), status: 'no-show', counterId, missedAt: at });
  },
  'ticket-returned': (state, { ticketId, turnsToWait }, at) => {
    const ticket = ticketOf(state, ticketId);
    forgetSteps(state, ticketId);
    setTicket(state, {
      ...core(ticket),
      ...{ status: 'waiting', reservedFor: null, joinedAt: at, passed: 0 },
      // Who comes back too late is as whoever comes now: no promise is shorter for having been missed.
      ...{ returned: turnsToWait !== null, returns: ticket.returns + 1, turnsToWait },
    });
  },
  'ticket-parked': (state, { ticketId, counterId, operatorId, reason, backAt = null }, at) => {
    rememberStep(state, 'park', ticketId, at);
    setTicket(state, {
      ...leavingHands(state, ticketId),
      ...{ status: 'parked', counterId, operatorId, parkedAt: at, reason, backAt },
    });
  },
  'ticket-resumed': (state, { ticketId, counterId, due }, at) => {
    const ticket = core(ticketOf(state, ticketId));
    forgetSteps(state, ticketId);
    setTicket(
      state,
      due === undefined
        ? { ...ticket, status: 'waiting', reservedFor: counterId }
        : { ...ticket, status: 'waiting', reservedFor: due.reservedFor, joinedAt: at, turnsToWait: 0 },
    );
  },
  'ticket-transferred': (state, event, at) => {
    const { ticketId, serviceId, departmentId, joinedAt, journey, note, reservedFor } = event;
    rememberStep(state, 'transfer', ticketId, at);
    setTicket(state, {
      ...leavingHands(state, ticketId),
      ...{ status: 'waiting', serviceId, departmentId, joinedAt, journey, note, reservedFor },
      ...{ transferred: true, passed: 0, turnsToWait: null },
    });
  },
  'ticket-moved': (state, { ticketId, serviceId, departmentId, joinedAt }) => {
    const ticket = ticketOf(state, ticketId);
    if (ticket.status !== 'waiting') return;
    forgetSteps(state, ticketId);
    // Who keeps its place keeps what it has let pass.
    const passed = joinedAt === ticket.joinedAt ? ticket.passed : 0;
    setTicket(state, { ...ticket, serviceId, departmentId, joinedAt, reservedFor: null, passed });
  },
  'priority-changed': (state, { ticketId, priorityClass }) => {
    forgetSteps(state, ticketId);
    setTicket(state, { ...ticketOf(state, ticketId), priorityClass });
  },
  'rating-submitted': (state, event) => {
    forgetSteps(state, event.ticketId);
    setTicket(state, { ...ticketOf(state, event.ticketId), rated: true });
    for (const [questionId, choiceId] of Object.entries(event.answers)) {
      const answer = answerKey(event.formId, questionId, choiceId);
      state.answersToday.set(answer, (state.answersToday.get(answer) ?? 0) + 1);
    }
  },
};

function issued(state: Owned, event: EventOf<'ticket-issued'>, at: number): void {
  const { ticketId: id, visitId, number, seriesId, serviceId, departmentId } = event;
  const {
    priorityClass,
    language,
    journey,
    appointmentAt = null,
    dossierCode = null,
    estimate = null,
  } = event;
  const ticket: WaitingTicket = {
    ...{ id, visitId, number, seriesId, serviceId, departmentId, priorityClass, language, journey },
    ...{ issuedAt: at, order: state.tickets.size, joinedAt: at, appointmentAt, dossierCode, estimate },
    ...{ transferred: false, returns: 0, returned: false, passed: 0, turnsToWait: null },
    ...{ note: null, rated: false, status: 'waiting', reservedFor: null },
  };
  setTicket(state, ticket);
  state.lastOrdinals.set(seriesId as SeriesId, event.ordinal);
  const before = state.issuedByService.get(serviceId as ServiceId) ?? 0;
  state.issuedByService.set(serviceId as ServiceId, before + 1);
}

function called(state: Owned, event: EventOf<'ticket-called'>, at: number): void {
  const { counterId, operatorId, callSeq, reason } = event;
  const before = ticketOf(state, event.ticketId);
  forgetSteps(state, event.ticketId);
  pass(state, event, before);
  const ticket: CalledTicket = {
    ...core(before),
    ...{ status: 'called', turnsToWait: null, calledAt: at, recalls: 0 },
    ...{ counterId, operatorId, callSeq, reason },
  };
  setTicket(state, ticket);
  const run = state.counters.get(counterId)?.priorityRun ?? 0;
  changeCounter(state, counterId, {
    ...{ ticketInHand: ticket.id, lastStep: null },
    priorityRun: ticket.priorityClass === null ? 0 : run + 1,
  });
  announce(state, event, ticket, at, false);
}

/** Whoever the counter could have called instead has been passed, or has one turn less to wait. */
function pass(
  state: Owned,
  { drawsFrom = [], counterId }: EventOf<'ticket-called'>,
  calledOne: Ticket,
): void {
  const services = new Set<string>(drawsFrom);
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'waiting' || ticket.id === calledOne.id) continue;
    const { reservedFor, turnsToWait } = ticket;
    if (reservedFor === null ? !services.has(ticket.serviceId) : reservedFor !== counterId) continue;
    if (turnsToWait !== null) setTicket(state, { ...ticket, turnsToWait: Math.max(0, turnsToWait - 1) });
    else if (isPassedBy(ticket, calledOne)) setTicket(state, { ...ticket, passed: ticket.passed + 1 });
  }
}

function recalled(state: Owned, event: EventOf<'ticket-recalled'>, at: number): void {
  const ticket = inHand(state, event.ticketId);
  setTicket(state, { ...ticket, callSeq: event.callSeq, recalls: ticket.recalls + 1 });
  announce(state, event, ticket, at, true);
}

function finished(state: Owned, event: EventOf<'service-finished'>, at: number): void {
  const { ticketId, counterId, operatorId, cause, ends } = event;
  const ticket = inHand(state, ticketId);
  const counter = state.counters.get(counterId);
  if (counter !== undefined) {
    if (counter.status !== 'closed') rememberStep(state, 'finish', ticketId, at);
    setCounter(state, {
      ...(state.counters.get(counterId) ?? counter),
      finishedToday: counter.finishedToday + (cause === 'parked' ? 0 : 1),
      lastFinished: ends ? ticketId : counter.lastFinished,
    });
  }
  if (!ends) return;
  const startedAt = ticket.status === 'serving' ? ticket.startedAt : ticket.calledAt;
  setTicket(state, {
    ...leavingHands(state, ticketId),
    ...{ status: 'finished', counterId, operatorId, startedAt, finishedAt: at },
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
