// The default: whoever has used up the largest share of what was promised is called. With the ratio r of two promises, a
// later priority ticket passes an ordinary one only while the latter has waited less than r/(r - 1) times the gap between
// them, plus what the head start shifts; equal tickets are never passed, and every share grows without bound.
import { minuteMs, type PolicyMaker, type Queued } from './dispatch-policy.ts';
import { promisesOf } from './promises.ts';

export const promiseShare: PolicyMaker = (setup) => {
  const promises = promisesOf(setup);
  const told = (ticket: Queued, at: number) => {
    const { share, waitedMs, promisedMs, kind } = promises.used(ticket, at);
    return {
      waitedMinutes: Math.floor(waitedMs / minuteMs),
      promisedMinutes: Math.round(promisedMs / minuteMs),
      percent: Math.round(share * 100),
      kind,
    };
  };
  return {
    unbounded: false,
    urgency: (ticket, { at }) => promises.used(ticket, at).share,
    reason(first, second, { at }) {
      const mine = { number: first.number, ...told(first, at) };
      if (second === undefined) return { code: 'promise-share-alone', params: mine };
      const { waitedMinutes, promisedMinutes, percent } = told(second, at);
      const other = {
        otherNumber: second.number,
        ...{
          otherWaitedMinutes: waitedMinutes,
          otherPromisedMinutes: promisedMinutes,
          otherPercent: percent,
        },
      };
      return { code: 'promise-share', params: { ...mine, ...other } };
    },
  };
};
