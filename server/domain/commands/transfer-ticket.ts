// Transfer the ticket in hand to a service or to an open counter, keeping its place (the time since which it waits) or
// joining at the end, with the rest of its journey given anew or left as it is.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { BranchState, TicketInHand } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, type Refused, refuse } from '../decision.ts';
import { heldTicket } from './at-counter.ts';
import { stintEnding } from './leaving-counter.ts';

type Goal = { readonly ok: true; readonly serviceId: ServiceId; readonly reservedFor: CounterId | null };

export const transferTicket: Decide<'transfer-ticket'> = (state, command, context) => {
  const held = heldTicket(state, command.counterId, command.ticketId, context);
  if (!held.ok) return held;
  const { ticket } = held;
  const goal = goalOf(state, command.to, ticket, context);
  if (!goal.ok) return goal;
  const journey = command.journey ?? ticket.journey;
  const unknown = journey.find((id) => !context.rules.services.has(id));
  if (unknown !== undefined && command.journey !== undefined)
    return refuse('unknown-service', { serviceId: unknown });
  const transferred = {
    type: 'ticket-transferred',
    ticketId: ticket.id,
    ...held.at,
    serviceId: goal.serviceId,
    departmentId: context.rules.services.get(goal.serviceId)?.departmentId ?? ticket.departmentId,
    reservedFor: goal.reservedFor,
    joinedAt: command.keepPlace ? ticket.joinedAt : context.at,
    journey,
    note: command.note ?? ticket.note,
    cause: 'operator',
  } as const;
  return accept([...stintEnding(ticket, 'transfer'), transferred], {
    ticketId: ticket.id,
    number: ticket.number,
  });
};

function goalOf(
  state: BranchState,
  to: { serviceId: ServiceId } | { counterId: CounterId },
  ticket: TicketInHand,
  { rules }: DecideContext,
): Goal | Refused {
  if ('serviceId' in to) {
    if (!rules.services.has(to.serviceId)) return refuse('unknown-service', { serviceId: to.serviceId });
    if (to.serviceId === ticket.serviceId) return refuse('transfer-to-itself', { number: ticket.number });
    return { ok: true, serviceId: to.serviceId, reservedFor: null };
  }
  if (!rules.counters.has(to.counterId)) return refuse('unknown-counter', { counterId: to.counterId });
  if (to.counterId === ticket.counterId) return refuse('transfer-to-itself', { number: ticket.number });
  const counter = state.counters.get(to.counterId);
  if (counter === undefined || counter.status === 'closed')
    return refuse('counter-not-open', { counterId: to.counterId });
  return { ok: true, serviceId: ticket.serviceId, reservedFor: to.counterId };
}
