// Resume a parked ticket: it is called again, to this counter, ahead of the queue.
import { accept, type Decide, refuse } from '../decision.ts';
import { freeCounter } from './at-counter.ts';

export const resumeTicket: Decide<'resume-ticket'> = (state, { counterId, ticketId }, context) => {
  const free = freeCounter(state, counterId, context);
  if (!free.ok) return free;
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'parked') return refuse('not-parked', { number: ticket.number });
  const callSeq = state.callSeq + 1;
  const reason = { code: 'resumed', params: { number: ticket.number } };
  return accept(
    [
      { type: 'ticket-resumed', ticketId, ...free.at },
      { type: 'ticket-called', ticketId, ...free.at, callSeq, reason },
    ],
    { ticketId, number: ticket.number, callSeq },
  );
};
