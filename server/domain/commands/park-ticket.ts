// Park the ticket in hand with a reason: the citizen has something to do and comes back, at a
// time that was set or when somebody takes it up.
import { accept, type Decide } from '../decision.ts';
import { heldTicket } from './at-counter.ts';
import { stintEnding } from './leaving-counter.ts';

export const parkTicket: Decide<'park-ticket'> = (state, command, context) => {
  const { counterId, ticketId, reason, forMinutes } = command;
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  const back = forMinutes === undefined ? {} : { backAt: context.at + forMinutes * 60_000 };
  const parked = { type: 'ticket-parked', ticketId: held.ticket.id, ...held.at, reason, ...back } as const;
  return accept([...stintEnding(held.ticket, 'parked'), parked], { ticketId: held.ticket.id });
};
