// Waiting counts, and that of priority tickets counts `priorityRate` times (Kleinrock 1964; Stanford, Taylor & Ziedins
// 2014). Bound on the longest wait: with the rate r, a priority ticket passes an ordinary one only once the latter has waited
// more than r/(r - 1) times the gap between them; so whoever joins after the first (r - 1)/r of a wait never passes it.
import { minuteMs, type PolicyMaker, type Queued, waitedMinutes, waitedMs } from './dispatch-policy.ts';
import { cameFirst, isPriority } from './plain-reasons.ts';

export const accumulatingPriority: PolicyMaker = ({ priorityRate, passedAtMost }) => {
  const countedMs = (ticket: Queued, at: number) =>
    waitedMs(ticket, at) * (isPriority(ticket) ? priorityRate : 1);
  const told = (ticket: Queued, at: number) => Math.round(countedMs(ticket, at) / minuteMs);
  const percent = Math.ceil(100 * (1 - 1 / priorityRate));
  return {
    unbounded: false,
    bound: { code: 'joined-early', params: { percent, plusMinutes: 0, passedAtMost } },
    urgency: (ticket, { at }) => countedMs(ticket, at),
    reason(first, second, { at }) {
      if (second === undefined) return cameFirst(first, at);
      return {
        code: 'accumulating-priority',
        params: {
          ...{ number: first.number, waitedMinutes: waitedMinutes(first, at), counted: told(first, at) },
          ...{ otherNumber: second.number, otherWaitedMinutes: waitedMinutes(second, at) },
          otherCounted: told(second, at),
        },
      };
    },
  };
};
