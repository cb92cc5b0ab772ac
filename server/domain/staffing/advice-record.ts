// The record of having been right. Advice for more hands was needed if, on the same day replayed without it, at least a
// fifth of the group's visitors of the next 70 minutes would have waited over the target. How the day is replayed is the
// caller's; here are the measure and the tally that a supervisor is shown.
import type { AdvisedDeed, StaffingAdvice } from './staffing-advice.ts';

export const lookAheadMs = 70 * 60_000;
export const neededShare = 0.2;

/** A visitor of the group on the replayed day; who was never called waited until the end. */
export type ReplayedVisit = { readonly joinedAt: number; readonly waitMs: number };
export type Judged = {
  readonly visitors: number;
  readonly late: number;
  /** At least a fifth of them were late; without any visitor nothing was needed. */
  readonly needed: boolean;
};

/** Whether advice given at a time was needed, from the group's visits as they went without it. */
export function wasNeeded(
  { givenAt, targetMs }: { readonly givenAt: number; readonly targetMs: number },
  withoutIt: readonly ReplayedVisit[],
): Judged {
  const then = withoutIt.filter(({ joinedAt }) => joinedAt >= givenAt && joinedAt < givenAt + lookAheadMs);
  const late = then.filter(({ waitMs }) => waitMs > targetMs).length;
  const visitors = then.length;
  return { visitors, late, needed: visitors > 0 && late >= visitors * neededShare };
}

/** One piece of advice as it is kept: what was said, whether it was followed, what the replay showed. */
export type AdviceRecord = {
  readonly givenAt: number;
  readonly groupId: string;
  readonly deed: AdvisedDeed;
  readonly followedAt: number | null;
  /** Null until the day has been replayed. */
  readonly judged: Judged | null;
};
export type AdviceTally = {
  readonly given: number;
  readonly followed: number;
  readonly judged: number;
  readonly needed: number;
};

/** The record that begins with a piece of advice. */
export function recordOf({ groupId, deed, since }: StaffingAdvice): AdviceRecord {
  return { givenAt: since, groupId, deed, followedAt: null, judged: null };
}

/** How often advice for more hands was given, followed and right. */
export function tallyOf(records: readonly AdviceRecord[]): AdviceTally {
  const more = records.filter(({ deed }) => deed.kind !== 'close');
  const judged = more.filter((each) => each.judged !== null);
  return {
    given: more.length,
    followed: more.filter(({ followedAt }) => followedAt !== null).length,
    judged: judged.length,
    needed: judged.filter((each) => each.judged?.needed === true).length,
  };
}
