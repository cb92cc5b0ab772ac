// End a call for help: whoever came, or the officer who no longer needs it.
import { accept, type Decide, refuse } from '../decision.ts';

export const endHelp: Decide<'end-help'> = (state, { counterId }, { rules, actor }) => {
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  const counter = state.counters.get(counterId);
  if (counter === undefined || counter.status === 'closed' || counter.helpSince === null)
    return refuse('no-help-called', { counterId });
  const { operatorId } = counter;
  return accept([{ type: 'help-ended', counterId, operatorId, by: `${actor.kind}:${actor.id}` }]);
};
