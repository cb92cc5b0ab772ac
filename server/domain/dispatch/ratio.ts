// So many priority tickets in a row at a counter, then one ordinary; within each class first come. Bound on the longest wait:
// while an ordinary ticket waits a counter calls at most n priority ones in a row, so that with k ordinary ones before it
// one counter calls at most n(k + 1) priority tickets first. Only who is due or was passed too often goes beyond n.
import { beforeOthersMs, type PolicyMaker, waitedMs } from './dispatch-policy.ts';
import { cameFirst, firstOfItsClass, isPriority } from './plain-reasons.ts';

export const ratio: PolicyMaker = ({ priorityInARow: inARow, passedAtMost }) => ({
  unbounded: false,
  bound: { code: 'in-a-row', params: { inARow, passedAtMost } },
  urgency(ticket, { at, priorityRun }) {
    const turnOfPriority = priorityRun < inARow;
    return waitedMs(ticket, at) + (isPriority(ticket) === turnOfPriority ? beforeOthersMs : 0);
  },
  reason(first, second, { at, priorityRun }) {
    const turnOfPriority = priorityRun < inARow;
    // Out of turn means that nobody of the other class waits.
    if (isPriority(first) !== turnOfPriority) return cameFirst(first, at);
    if (second === undefined || isPriority(second) === turnOfPriority) return firstOfItsClass(first, at);
    const pair = { number: first.number, otherNumber: second.number };
    return turnOfPriority
      ? { code: 'ratio-priority', params: { ...pair, turn: priorityRun + 1, inARow } }
      : { code: 'ratio-ordinary', params: { ...pair, priorityRun } };
  },
});
