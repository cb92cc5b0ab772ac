// Let a counter help a service out besides its own: while somebody there has waited too long, until a time, or for today.
import { accept, type Decide, refuse } from '../decision.ts';

export const lendCounter: Decide<'lend-counter'> = (_state, command, { rules, at }) => {
  const { counterId, serviceId, whileWaitOverMinutes, until } = command;
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  if (!rules.services.has(serviceId)) return refuse('unknown-service', { serviceId });
  if (until !== null && until <= at) return refuse('lending-already-over', { counterId, serviceId });
  return accept([{ type: 'counter-lent', counterId, serviceId, whileWaitOverMinutes, until }]);
};
