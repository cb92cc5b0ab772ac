// Give somebody who waits a priority class, or take it back.
import { isInHand } from '../branch-state.ts';
import { accept, type Decide, refuse } from '../decision.ts';

export const setPriority: Decide<'set-priority'> = (state, { ticketId, priorityClass }, { rules }) => {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'waiting' && ticket.status !== 'parked' && !isInHand(ticket))
    return refuse('already-ended', { number: ticket.number });
  if (priorityClass !== null && !rules.priorityClasses.has(priorityClass))
    return refuse('unknown-priority-class', { priorityClass });
  return accept([{ type: 'priority-changed', ticketId, priorityClass }], { ticketId });
};
