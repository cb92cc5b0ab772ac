// Finish the service. A ticket with a journey before it goes on to the next service of it; without one it is finished
// and may be rated. Finishing a ticket that was only called counts the service from its call.
import type { TicketInHand } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, type Refused, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { heldTicket } from './at-counter.ts';
import { serviceFinished } from './leaving-counter.ts';

export const finishService: Decide<'finish-service'> = (state, command, context) => {
  const { counterId, ticketId } = command;
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  const events = finishing(held.ticket, context, command);
  if ('ok' in events) return events;
  return accept(events, { ticketId: held.ticket.id, number: held.ticket.number, ends: events.length === 1 });
};

/** What came of it, as the officer says. */
export type Ending = { readonly outcome?: string | undefined; readonly note?: string | undefined };

/** The events of finishing a ticket in hand: one where the visit ends, two where its journey goes on. */
export function finishing(
  ticket: TicketInHand,
  { rules, at }: Pick<DecideContext, 'rules' | 'at'>,
  { outcome, note }: Ending,
): DomainEvent[] | Refused {
  if (outcome !== undefined && !rules.setup.outcomes.some(({ id }) => id === outcome))
    return refuse('unknown-outcome', { outcome });
  const ending = { ...(outcome === undefined ? {} : { outcome }), ...(note === undefined ? {} : { note }) };
  const { id: ticketId, counterId, operatorId } = ticket;
  const journey = ticket.journey.filter((service) => rules.services.has(service));
  const next = journey[0] === undefined ? undefined : rules.services.get(journey[0]);
  if (next === undefined) return [{ ...serviceFinished(ticket, 'operator'), ...ending }];
  return [
    { ...serviceFinished(ticket, 'journey'), ...ending },
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
