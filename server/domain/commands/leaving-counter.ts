// The end of a stint at a counter. One whose ticket goes on elsewhere does not end the visit; a service that had not begun
// leaves no stint.
import type { TicketInHand } from '../branch-state.ts';
import type { DomainEvent, EventOf } from '../events.ts';

type Finished = EventOf<'service-finished'>;

export function serviceFinished(ticket: TicketInHand, cause: Finished['cause']): Finished {
  const { id: ticketId, counterId, operatorId, serviceId, departmentId } = ticket;
  const ends = cause === 'operator' || cause === 'day-ended';
  return {
    type: 'service-finished',
    ...{ ticketId, counterId, operatorId, serviceId, departmentId, cause, ends },
  };
}

export function stintEnding(ticket: TicketInHand, cause: 'transfer' | 'parked'): DomainEvent[] {
  return ticket.status === 'serving' ? [serviceFinished(ticket, cause)] : [];
}
