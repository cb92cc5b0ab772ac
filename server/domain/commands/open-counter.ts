// Open a counter: a member of staff sits down at a counter that nobody holds, and at one counter only. Whoever may act
// anywhere may open it for somebody else.
import { accept, type Decide, refuse } from '../decision.ts';

export const openCounter: Decide<'open-counter'> = (state, command, { rules, actor }) => {
  const { counterId } = command;
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  if (actor.kind !== 'staff') return refuse('not-your-counter', { counterId });
  const operatorId = command.operatorId ?? actor.id;
  if (operatorId !== actor.id && !actor.mayActAnywhere) return refuse('not-your-counter', { counterId });
  if (operatorId !== actor.id && !rules.setup.staff.some(({ username }) => username === operatorId))
    return refuse('unknown-operator', { operatorId });
  const counter = state.counters.get(counterId);
  if (counter !== undefined && counter.status !== 'closed')
    return refuse('counter-already-open', { counterId, operatorId: counter.operatorId });
  for (const other of state.counters.values()) {
    if (other.status !== 'closed' && other.operatorId === operatorId)
      return refuse('operator-at-another-counter', { counterId: other.id });
  }
  return accept([{ type: 'counter-opened', counterId, operatorId }]);
};
