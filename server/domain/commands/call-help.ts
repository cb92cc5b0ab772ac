// Call for help: a silent alarm to the supervisor and the guide desk, until somebody ends it. Calling twice is one call.
import { accept, type Decide } from '../decision.ts';
import { heldCounter } from './at-counter.ts';

export const callHelp: Decide<'call-help'> = (state, { counterId }, context) => {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  return accept([{ type: 'help-called', ...held.at }]);
};
