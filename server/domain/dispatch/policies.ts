// The table of dispatch policies: a new policy is a new file, one line here, and its name in protocol/dispatch-setup.ts.
import type { DispatchSetup, PolicyName } from '../../../protocol/dispatch-setup.ts';
import { accumulatingPriority } from './accumulating-priority.ts';
import { appointmentWindow } from './appointment-window.ts';
import type { Ranking, ServiceTerms } from './call-order.ts';
import type { PolicyMaker } from './dispatch-policy.ts';
import { firstCome } from './first-come.ts';
import { promiseShare } from './promise-share.ts';
import { ratio } from './ratio.ts';
import { strictPriority } from './strict-priority.ts';

export const policyMakers: Readonly<Record<PolicyName, PolicyMaker>> = {
  'promise-share': promiseShare,
  'first-come': firstCome,
  'strict-priority': strictPriority,
  ratio,
  'accumulating-priority': accumulatingPriority,
  'appointment-window': appointmentWindow,
};

/** How a counter with these terms ranks those who wait. */
export function rankingOf(
  setup: DispatchSetup,
  terms: ReadonlyMap<string, ServiceTerms> = new Map(),
): Ranking {
  const policy = policyMakers[setup.policy](setup);
  return { policy, passedAtMost: policy.unbounded ? Number.POSITIVE_INFINITY : setup.passedAtMost, terms };
}
