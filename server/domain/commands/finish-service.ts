// Finish the service. A ticket with a journey before it goes on to the next service of it; without one it is finished
// and may be rated. Finishing a ticket that was only called counts the service from its call.
import type { TicketInHand } from '../branch-state.ts';
import { accept, type Decide, type DecideContext } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { heldTicket } from './at-counter.ts';
import { serviceFinished } from './leaving-counter.ts';

export const finishService: Decide<'finish-service'> = (state, { counterId, ticketId }, context) => {
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  const events = finishing(held.ticket, context);
  return accept(events, { ticketId: held.ticket.id, number: held.ticket.number, ends: events.length === 1 });
};

/** The events of finishing a ticket in hand: one where the visit ends, two where its journey goes on. */
export function finishing(
  ticket: TicketInHand,
  { rules, at }: Pick<DecideContext, 'rules' | 'at'>,
): DomainEvent[] {
  const { id: ticketId, counterId, operatorId } = ticket;
  const journey = ticket.journey.filter((service) => rules.services.has(service));
  const next = journey[0] === undefined ? undefined : rules.services.get(journey[0]);
  if (next === undefined) return [serviceFinished(ticket, 'operator')];
  return [
    serviceFinished(ticket, 'journey'),
    {
      type: 'ticket-transferred',
      ...{ ticketId, counterId, operatorId },
      serviceId: next.id,
      departmentId: next.departmentId,
      reservedFor: null,
      joinedAt: at,
      journey: journey.slice(1),
      note: ticket.note,
      cause: 'journey',
    },
  ];
}
