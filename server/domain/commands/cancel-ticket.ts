// Cancel a ticket: its holder gives it back while it waits or is parked.
import { isInHand } from '../branch-state.ts';
import { accept, type Decide, refuse } from '../decision.ts';

export const cancelTicket: Decide<'cancel-ticket'> = (state, command) => {
  const ticket = state.tickets.get(command.ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId: command.ticketId });
  if (isInHand(ticket)) return refuse('not-waiting', { number: ticket.number });
  if (ticket.status !== 'waiting' && ticket.status !== 'parked')
    return refuse('already-ended', { number: ticket.number });
  return accept([{ type: 'ticket-cancelled', ticketId: ticket.id, cause: 'asked' }], { ticketId: ticket.id });
};
