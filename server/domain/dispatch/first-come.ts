// First come, first called: by the time of joining the present queue, whatever the service or class. Nobody is ever passed
// by a person who joined later, so the longest wait is bounded by the work ahead when one joins.
import { type PolicyMaker, waitedMinutes, waitedMs } from './dispatch-policy.ts';

export const firstCome: PolicyMaker = () => ({
  unbounded: false,
  urgency: (ticket, { at }) => waitedMs(ticket, at),
  reason: (first, _second, { at }) => ({
    code: 'first-come',
    params: { number: first.number, waitedMinutes: waitedMinutes(first, at) },
  }),
});
