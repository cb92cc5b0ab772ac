// Recall the ticket that was called and whose holder has not come, up to the centre's limit.
import { accept, type Decide, refuse } from '../decision.ts';
import { heldTicket } from './at-counter.ts';

export const recallTicket: Decide<'recall-ticket'> = (state, { counterId, ticketId }, context) => {
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  const { ticket } = held;
  if (ticket.status !== 'called') return refuse('not-called', { number: ticket.number });
  const limit = context.rules.setup.limits.recallsAtMost;
  if (ticket.recalls >= limit) return refuse('too-many-recalls', { number: ticket.number, limit });
  const callSeq = state.callSeq + 1;
  return accept([{ type: 'ticket-recalled', ticketId: ticket.id, ...held.at, callSeq }], {
    ticketId: ticket.id,
    number: ticket.number,
    callSeq,
  });
};
