// The default: whoever has used up the largest share of what was promised is called. Bound on the longest wait: with the
// ratio r of two promises and the head start h, a later priority ticket passes an ordinary one only once the latter has waited
// more than r/(r - 1) times (the gap between them - h): whoever joins after the first (r - 1)/r of a wait, plus h, never
// passes it. Equal tickets are never passed, and every share grows without bound.
import { minuteMs, type PolicyMaker, type Queued } from './dispatch-policy.ts';
import { promisesOf, rangeOfPromises } from './promises.ts';

export const promiseShare: PolicyMaker = (setup) => {
  const promises = promisesOf(setup);
  const told = (ticket: Queued, at: number) => {
    const { share, waitedMs, promisedMs } = promises.used(ticket, at);
    return {
      waitedMinutes: Math.floor(waitedMs / minuteMs),
      promisedMinutes: Math.round(promisedMs / minuteMs),
      percent: Math.floor(share * 100),
    };
  };
  const { shortestMinutes, longestMinutes, creditMinutes } = rangeOfPromises(setup);
  const percent = Math.ceil(100 * (1 - shortestMinutes / longestMinutes));
  return {
    unbounded: false,
    bound: {
      code: 'joined-early',
      params: { percent, plusMinutes: creditMinutes, passedAtMost: setup.passedAtMost },
    },
    urgency: (ticket, { at }) => promises.used(ticket, at).share,
    reason(first, second, { at }) {
      const mine = { number: first.number, ...told(first, at) };
      if (second === undefined) return { code: 'promise-share-alone', params: mine };
      const theirs = told(second, at);
      if (mine.percent === theirs.percent && first.joinedAt <= second.joinedAt) {
        const params = { number: first.number, otherNumber: second.number, percent: mine.percent };
        return { code: 'promise-share-alike', params };
      }
      const other = {
        otherNumber: second.number,
        otherWaitedMinutes: theirs.waitedMinutes,
        otherPromisedMinutes: theirs.promisedMinutes,
        otherPercent: theirs.percent,
      };
      return { code: 'promise-share', params: { ...mine, ...other } };
    },
  };
};
