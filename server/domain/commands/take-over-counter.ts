// Take over a counter that somebody else has open: two people never hold one, and the ticket in hand stays where it is.
import { accept, type Decide, refuse } from '../decision.ts';

export const takeOverCounter: Decide<'take-over-counter'> = (state, { counterId }, { rules, actor }) => {
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  if (actor.kind !== 'staff') return refuse('not-your-counter', { counterId });
  const counter = state.counters.get(counterId);
  if (counter === undefined || counter.status === 'closed') return refuse('counter-not-open', { counterId });
  if (counter.operatorId === actor.id)
    return refuse('counter-already-open', { counterId, operatorId: actor.id });
  for (const other of state.counters.values()) {
    if (other.status !== 'closed' && other.operatorId === actor.id)
      return refuse('operator-at-another-counter', { counterId: other.id });
  }
  return accept([{ type: 'counter-taken-over', counterId, operatorId: actor.id, from: counter.operatorId }]);
};
