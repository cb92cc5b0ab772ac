// The table of dispatch policies: a new policy is a new file, one line here, and its name in the set-up schema.
import type { Setup } from '../../../protocol/setup-schema.ts';
import type { DispatchPolicy } from './dispatch-policy.ts';
import { firstCome } from './first-come.ts';

export const dispatchPolicies: Readonly<Record<Setup['dispatch']['policy'], DispatchPolicy>> = {
  'first-come': firstCome,
};
