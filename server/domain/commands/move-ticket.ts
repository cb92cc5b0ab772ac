// Send somebody who waits to another queue, with the wait earned so far or joining now.
import { accept, type Decide, refuse } from '../decision.ts';

export const moveTicket: Decide<'move-ticket'> = (state, { ticketId, serviceId, keepPlace }, context) => {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'waiting') return refuse('not-waiting', { number: ticket.number });
  const service = context.rules.services.get(serviceId);
  if (service === undefined) return refuse('unknown-service', { serviceId });
  if (ticket.serviceId === serviceId && ticket.reservedFor === null)
    return refuse('transfer-to-itself', { number: ticket.number });
  const { departmentId } = service;
  const joinedAt = keepPlace ? ticket.joinedAt : context.at;
  return accept([{ type: 'ticket-moved', ticketId, serviceId, departmentId, joinedAt }], { ticketId });
};
