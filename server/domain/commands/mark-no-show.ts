// Mark the called ticket as absent: nobody came.
import { accept, type Decide, refuse } from '../decision.ts';
import { heldTicket } from './at-counter.ts';

export const markNoShow: Decide<'mark-no-show'> = (state, { counterId, ticketId }, context) => {
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  if (held.ticket.status !== 'called') return refuse('not-called', { number: held.ticket.number });
  return accept([{ type: 'ticket-no-show', ticketId: held.ticket.id, ...held.at }], {
    ticketId: held.ticket.id,
  });
};
