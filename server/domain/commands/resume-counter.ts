// Resume a paused counter.
import { accept, type Decide, refuse } from '../decision.ts';
import { heldCounter } from './at-counter.ts';

export const resumeCounter: Decide<'resume-counter'> = (state, { counterId }, context) => {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  if (held.counter.status !== 'paused') return refuse('counter-not-paused', { counterId });
  return accept([{ type: 'counter-resumed', ...held.at }]);
};
