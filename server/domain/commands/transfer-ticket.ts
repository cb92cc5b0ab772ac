// Transfer the ticket in hand to a service, an open counter or whoever sits at one, with the wait that it has earned
// already (the time at counters is none) or joining now, with the rest of its journey given anew or left as it is.
import type { CommandOf } from '../../../protocol/commands.ts';
import type { CounterId, OperatorId, ServiceId } from '../../../protocol/ids.ts';
import type { BranchState, TicketInHand } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, type Refused, refuse } from '../decision.ts';
import { heldTicket, withoutSkill } from './at-counter.ts';
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
    joinedAt: command.keepPlace ? context.at - (ticket.calledAt - ticket.joinedAt) : context.at,
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
  to: CommandOf<'transfer-ticket'>['to'],
  ticket: TicketInHand,
  context: DecideContext,
): Goal | Refused {
  const { rules } = context;
  if ('serviceId' in to) {
    if (!rules.services.has(to.serviceId)) return refuse('unknown-service', { serviceId: to.serviceId });
    if (to.serviceId === ticket.serviceId) return refuse('transfer-to-itself', { number: ticket.number });
    return { ok: true, serviceId: to.serviceId, reservedFor: null };
  }
  if ('counterId' in to && !rules.counters.has(to.counterId))
    return refuse('unknown-counter', { counterId: to.counterId });
  const counterId = 'counterId' in to ? to.counterId : counterOf(state, to.operatorId);
  if (counterId === null) return refuse('operator-not-at-a-counter', {});
  if (counterId === ticket.counterId) return refuse('transfer-to-itself', { number: ticket.number });
  const counter = state.counters.get(counterId);
  if (counter === undefined || counter.status === 'closed') return refuse('counter-not-open', { counterId });
  const unskilled = withoutSkill(counter, ticket.serviceId, context);
  return unskilled ?? { ok: true, serviceId: ticket.serviceId, reservedFor: counterId };
}

/** Where this person sits now. */
function counterOf(state: BranchState, operatorId: OperatorId): CounterId | null {
  for (const counter of state.counters.values())
    if (counter.status !== 'closed' && counter.operatorId === operatorId) return counter.id;
  return null;
}
