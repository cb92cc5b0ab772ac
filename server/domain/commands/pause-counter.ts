// Pause a counter with one of the centre's reasons, once the ticket in hand is done. Who was kept for it, and can be served
// at another open counter, goes back to the queue with the wait earned so far.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { BranchState } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, refuse } from '../decision.ts';
import { mayServe } from '../draws.ts';
import type { DomainEvent } from '../events.ts';
import { isWaiting } from '../queue.ts';
import { freeCounter } from './at-counter.ts';

export const pauseCounter: Decide<'pause-counter'> = (state, { counterId, reason, forMinutes }, context) => {
  const free = freeCounter(state, counterId, context);
  if (!free.ok) return free;
  if (!context.rules.setup.pauseReasons.some((each) => each.id === reason))
    return refuse('unknown-pause-reason', { reason });
  const back = forMinutes === undefined ? {} : { backAt: context.at + forMinutes * 60_000 };
  return accept([
    { type: 'counter-paused', ...free.at, reason, ...back },
    ...rerouted(state, context, counterId),
  ]);
};

function rerouted(state: BranchState, { rules, at }: DecideContext, counterId: CounterId): DomainEvent[] {
  const elsewhere = new Set<ServiceId>();
  for (const other of state.counters.values()) {
    if (other.status !== 'open' || other.id === counterId) continue;
    for (const serviceId of mayServe(state, rules, other.id, at)) elsewhere.add(serviceId);
  }
  return [...state.tickets.values()]
    .filter(isWaiting)
    .filter((ticket) => ticket.reservedFor === counterId && elsewhere.has(ticket.serviceId))
    .map(({ id: ticketId, serviceId, departmentId, joinedAt }) => ({
      ...{ type: 'ticket-moved', ticketId, serviceId, departmentId, joinedAt },
    }));
}
