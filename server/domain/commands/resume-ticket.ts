// Resume a parked ticket: it is called again, to this counter, ahead of the queue.
import { accept, type Decide, refuse } from '../decision.ts';
import { freeCounter } from './at-counter.ts';
import { calling } from './calling.ts';

export const resumeTicket: Decide<'resume-ticket'> = (state, { counterId, ticketId }, context) => {
  const free = freeCounter(state, counterId, context);
  if (!free.ok) return free;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'parked') return refuse('not-parked', { number: ticket.number });
  const reason = { code: 'resumed', params: { number: ticket.number } };
  const call = calling(state, context.rules, free.at, ticket, reason, context.at);
  return accept([{ type: 'ticket-resumed', ticketId, ...free.at }, call], {
    ...{ ticketId, number: ticket.number, callSeq: call.callSeq },
  });
};
