// Park the ticket in hand with a reason: the citizen has something to do and comes back to be resumed.
import { accept, type Decide } from '../decision.ts';
import { heldTicket } from './at-counter.ts';
import { stintEnding } from './leaving-counter.ts';

export const parkTicket: Decide<'park-ticket'> = (state, { counterId, ticketId, reason }, context) => {
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  const parked = { type: 'ticket-parked', ticketId: held.ticket.id, ...held.at, reason } as const;
  return accept([...stintEnding(held.ticket, 'parked'), parked], { ticketId: held.ticket.id });
};
