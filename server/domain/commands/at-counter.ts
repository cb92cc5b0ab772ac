// What every command at a counter must find first: a known counter, open, and in the hands of whoever gives the
// command; and where it is about the ticket in hand, that this is the ticket the screen showed.
import type { Actor } from '../../../protocol/commands.ts';
import type { CounterId, OperatorId, ServiceId, TicketId } from '../../../protocol/ids.ts';
import type { BranchState, StaffedCounter, TicketInHand } from '../branch-state.ts';
import { type DecideContext, type Refused, refuse } from '../decision.ts';
import { ticketInHand } from '../queue.ts';

type Held = {
  readonly ok: true;
  readonly counter: StaffedCounter;
  readonly at: { counterId: CounterId; operatorId: OperatorId };
};
type HeldWithTicket = Held & { readonly ticket: TicketInHand };

/** The counter, if it is open and this actor may act on it. */
export function heldCounter(
  state: BranchState,
  counterId: CounterId,
  context: DecideContext,
): Held | Refused {
  if (!context.rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  const counter = state.counters.get(counterId);
  if (counter === undefined || counter.status === 'closed') return refuse('counter-not-open', { counterId });
  if (!mayActOn(counter, context.actor)) return refuse('not-your-counter', { counterId });
  return { ok: true, counter, at: { counterId, operatorId: counter.operatorId } };
}

/** The same with the ticket in hand; `shown` is the ticket the key was pressed for, where the screen said so. */
export function heldTicket(
  state: BranchState,
  counterId: CounterId,
  shown: TicketId | undefined,
  context: DecideContext,
): HeldWithTicket | Refused {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  const ticket = ticketInHand(state, held.counter);
  if (ticket === null) return refuse('no-ticket-in-hand', { counterId });
  if (shown !== undefined && shown !== ticket.id) return refuse('not-in-hand', { number: ticket.number });
  return { ...held, ticket };
}

/** The same with nothing in hand and not paused: a counter that may call. */
export function freeCounter(
  state: BranchState,
  counterId: CounterId,
  context: DecideContext,
): Held | Refused {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  if (held.counter.status === 'paused') return refuse('counter-paused', { counterId });
  const ticket = ticketInHand(state, held.counter);
  return ticket === null ? held : refuse('ticket-in-hand', { number: ticket.number });
}

/** Where whoever sits there may not serve this service. */
export function withoutSkill(
  { operatorId }: StaffedCounter,
  serviceId: ServiceId,
  { rules }: DecideContext,
): Refused | null {
  const skills = rules.skillsOf(operatorId);
  return skills === null || skills.has(serviceId)
    ? null
    : refuse('operator-without-skill', { operatorId, serviceId });
}

function mayActOn(counter: StaffedCounter, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'device') return actor.counterId === counter.id;
  return actor.kind === 'staff' && (actor.mayActAnywhere || actor.id === counter.operatorId);
}
