// First come, first called: by the time of joining the present queue, whatever the service or class. Bound on the longest
// wait: nobody is ever passed by a person who joined later, so one waits for the work ahead when joining and no more.
import { type PolicyMaker, waitedMs } from './dispatch-policy.ts';
import { cameFirst } from './plain-reasons.ts';

export const firstCome: PolicyMaker = () => ({
  unbounded: false,
  bound: { code: 'never-passed', params: {} },
  urgency: (ticket, { at }) => waitedMs(ticket, at),
  reason: (first, _second, { at }) => cameFirst(first, at),
});
