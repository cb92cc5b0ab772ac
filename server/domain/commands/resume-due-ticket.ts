// The time of a parked ticket has come: it is next at the counter that parked it, or at any of its service where that one
// is closed.
import { accept, type Decide, refuse } from '../decision.ts';

export const resumeDueTicket: Decide<'resume-due-ticket'> = (state, { ticketId }, { at }) => {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'parked') return refuse('not-parked', { number: ticket.number });
  if (ticket.backAt === null || at < ticket.backAt) return refuse('not-due', { number: ticket.number });
  const counter = state.counters.get(ticket.counterId);
  const isOpen = counter !== undefined && counter.status !== 'closed';
  const operatorId = isOpen ? counter.operatorId : ticket.operatorId;
  const { counterId } = ticket;
  const due = { reservedFor: isOpen ? counterId : null };
  return accept([{ type: 'ticket-resumed', ticketId, counterId, operatorId, due }], { ticketId });
};
