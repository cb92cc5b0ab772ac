// Give a counter another work profile for today, with effect on its next call.
import { accept, type Decide, refuse } from '../decision.ts';

export const setWorkProfile: Decide<'set-work-profile'> = (_state, { counterId, profileId }, { rules }) => {
  if (!rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  if (profileId !== null && !rules.profiles.has(profileId))
    return refuse('unknown-work-profile', { profileId });
  return accept([{ type: 'work-profile-set', counterId, profileId }]);
};
