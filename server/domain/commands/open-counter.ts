// Open a counter: a member of staff sits down at a counter that nobody holds, and at one counter only.
import { accept, type Decide, refuse } from '../decision.ts';

export const openCounter: Decide<'open-counter'> = (state, { counterId }, { rules, actor }) => {
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  if (actor.kind !== 'staff') return refuse('not-your-counter', { counterId });
  const counter = state.counters.get(counterId);
  if (counter !== undefined && counter.status !== 'closed')
    return refuse('counter-already-open', { counterId, operatorId: counter.operatorId });
  for (const other of state.counters.values()) {
    if (other.status !== 'closed' && other.operatorId === actor.id)
      return refuse('operator-at-another-counter', { counterId: other.id });
  }
  return accept([{ type: 'counter-opened', counterId, operatorId: actor.id }]);
};
