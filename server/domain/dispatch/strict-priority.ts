// Priority before everybody: as long as one priority ticket waits no ordinary one is called; within each class first come.
// Bound on the longest wait: none for ordinary tickets, who are passed as long as priority ones keep coming; not even the
// count of being passed helps them. A priority ticket is never passed by one that joined later.
import { beforeOthersMs, type PolicyMaker, waitedMs } from './dispatch-policy.ts';
import { cameFirst, firstOfItsClass, isPriority } from './plain-reasons.ts';

export const strictPriority: PolicyMaker = () => ({
  unbounded: true,
  bound: { code: 'none', params: {} },
  urgency: (ticket, { at }) => waitedMs(ticket, at) + (isPriority(ticket) ? beforeOthersMs : 0),
  reason(first, second, { at }) {
    if (!isPriority(first)) return cameFirst(first, at);
    if (second === undefined || isPriority(second)) return firstOfItsClass(first, at);
    return { code: 'strict-priority', params: { number: first.number, otherNumber: second.number } };
  },
});
