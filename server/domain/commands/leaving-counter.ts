// The end of a stint at a counter whose ticket goes on elsewhere: a service that had begun is finished, without ending
// the visit; one that had not begun leaves no stint.
import type { TicketInHand } from '../branch-state.ts';
import type { DomainEvent } from '../events.ts';

export function stintEnding(ticket: TicketInHand, cause: 'transfer' | 'parked'): DomainEvent[] {
  if (ticket.status !== 'serving') return [];
  const { id: ticketId, counterId, operatorId, serviceId, departmentId } = ticket;
  return [
    {
      type: 'service-finished',
      ticketId,
      counterId,
      operatorId,
      serviceId,
      departmentId,
      cause,
      ends: false,
    },
  ];
}
