// A counter no longer helps a service out.
import { accept, type Decide, refuse } from '../decision.ts';

export const endLending: Decide<'end-lending'> = (state, { counterId, serviceId }, { rules }) => {
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  const isLent =
    state.counters.get(counterId)?.lendings.some((each) => each.serviceId === serviceId) === true;
  return isLent
    ? accept([{ type: 'lending-ended', counterId, serviceId }])
    : refuse('not-lent', { counterId, serviceId });
};
