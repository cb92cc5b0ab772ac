// Pause a counter with one of the centre's reasons, once the ticket in hand is done.
import { accept, type Decide, refuse } from '../decision.ts';
import { freeCounter } from './at-counter.ts';

export const pauseCounter: Decide<'pause-counter'> = (state, { counterId, reason, forMinutes }, context) => {
  const free = freeCounter(state, counterId, context);
  if (!free.ok) return free;
  if (!context.rules.setup.pauseReasons.some((each) => each.id === reason))
    return refuse('unknown-pause-reason', { reason });
  const back = forMinutes === undefined ? {} : { backAt: context.at + forMinutes * 60_000 };
  return accept([{ type: 'counter-paused', ...free.at, reason, ...back }]);
};
