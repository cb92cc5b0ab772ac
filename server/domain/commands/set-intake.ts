// Stop giving numbers, or begin again, for one service or for all. It is as it was asked for, however often it is asked.
import { accept, type Decide, refuse } from '../decision.ts';

export const setIntake: Decide<'set-intake'> = (_state, { serviceId, open }, { rules }) => {
  if (serviceId !== null && !rules.services.has(serviceId)) return refuse('unknown-service', { serviceId });
  return accept([{ type: 'intake-changed', serviceId, open }]);
};
