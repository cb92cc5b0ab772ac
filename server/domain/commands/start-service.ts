// Start the service: the holder of the called ticket has come to the counter.
import { accept, type Decide, refuse } from '../decision.ts';
import { heldTicket } from './at-counter.ts';

export const startService: Decide<'start-service'> = (state, { counterId, ticketId }, context) => {
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  if (held.ticket.status !== 'called') return refuse('not-called', { number: held.ticket.number });
  return accept([{ type: 'service-started', ticketId: held.ticket.id, ...held.at }], {
    ticketId: held.ticket.id,
  });
};
