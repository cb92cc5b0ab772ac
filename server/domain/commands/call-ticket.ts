// Call a chosen ticket: one that waits, or one that was marked absent and has come back. Whoever sits there must be able to
// serve it, unless it is kept for this very counter.
import { accept, type Decide, refuse } from '../decision.ts';
import { freeCounter, withoutSkill } from './at-counter.ts';
import { calling } from './calling.ts';

export const callTicket: Decide<'call-ticket'> = (state, { counterId, ticketId }, context) => {
  const free = freeCounter(state, counterId, context);
  if (!free.ok) return free;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'waiting' && ticket.status !== 'no-show')
    return refuse('not-waiting', { number: ticket.number });
  if (ticket.status === 'waiting' && ticket.reservedFor !== null && ticket.reservedFor !== counterId) {
    return refuse('reserved-for-another-counter', { number: ticket.number, counterId: ticket.reservedFor });
  }
  const isKeptHere = ticket.status === 'waiting' && ticket.reservedFor === counterId;
  const unskilled = isKeptHere ? null : withoutSkill(free.counter, ticket.serviceId, context);
  if (unskilled !== null) return unskilled;
  const reason = { code: 'chosen', params: { number: ticket.number } };
  const call = calling(state, context.rules, free.at, ticket, reason, context.at);
  return accept([call], { ticketId, number: ticket.number, callSeq: call.callSeq });
};
