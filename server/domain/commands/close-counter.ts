// Close a counter: only with empty hands, so that no ticket is left with nobody. Those whom no other open counter serves
// wait on, or are sent home with a record of their own.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { BranchState, WaitingTicket } from '../branch-state.ts';
import type { CentreRules } from '../centre-rules.ts';
import { accept, type Decide, refuse } from '../decision.ts';
import { mayServe } from '../draws.ts';
import type { DomainEvent } from '../events.ts';
import { isWaiting, ticketInHand } from '../queue.ts';
import { heldCounter } from './at-counter.ts';

export const closeCounter: Decide<'close-counter'> = (state, { counterId, remaining }, context) => {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  const ticket = ticketInHand(state, held.counter);
  if (ticket !== null) return refuse('ticket-in-hand', { number: ticket.number });
  const left = remaining === 'send-home' ? servedOnlyAt(state, context.rules, counterId, context.at) : [];
  const events: DomainEvent[] = left.map(({ id }) => ({
    ...{ type: 'ticket-cancelled', ticketId: id, cause: 'counter-closed' },
  }));
  return accept([...events, { type: 'counter-closed', ...held.at, cause: 'operator' }], {
    sentHome: left.length,
  });
};

/** Those who wait for this counter, or for what it serves, and whom no other open counter serves. */
export function servedOnlyAt(
  state: BranchState,
  rules: CentreRules,
  counterId: CounterId,
  at: number,
): WaitingTicket[] {
  const here = new Set(mayServe(state, rules, counterId, at));
  const elsewhere = new Set<ServiceId>();
  const open = new Set<CounterId>();
  for (const other of state.counters.values()) {
    if (other.id === counterId || other.status === 'closed') continue;
    open.add(other.id);
    for (const serviceId of mayServe(state, rules, other.id, at)) elsewhere.add(serviceId);
  }
  return [...state.tickets.values()].filter(isWaiting).filter(({ serviceId, reservedFor }) => {
    if (elsewhere.has(serviceId) || (reservedFor !== null && open.has(reservedFor))) return false;
    return here.has(serviceId) || reservedFor === counterId;
  });
}
