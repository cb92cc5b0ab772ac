// What advice is: one deed for one group, with every figure a supervisor needs to judge it. Sentences are the locales';
// when advice is given, kept and withdrawn is advise.ts's affair.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';

export type AdvisedDeed =
  /** A less loaded counter serves these services of the group too, besides its own, until a time. */
  | {
      readonly kind: 'lend';
      readonly counterId: CounterId;
      readonly serviceIds: readonly ServiceId[];
      /** The group that the counter belongs to, and the highest wait there while it is lent. */
      readonly fromGroupId: string | null;
      readonly fromTopWaitMs: number;
      readonly untilAt: number;
    }
  | { readonly kind: 'open'; readonly counterId: CounterId; readonly byAt: number }
  | { readonly kind: 'close'; readonly counterId: CounterId };

/** The group's prospect: the highest projected wait, when it is reached, and how many wait over the target. */
export type Prospect = { readonly topWaitMs: number; readonly topAt: number; readonly late: number };
export type StaffingAdvice = {
  readonly groupId: string;
  readonly serviceIds: readonly ServiceId[];
  readonly deed: AdvisedDeed;
  /** Since when it is advised. */
  readonly since: number;
  readonly waiting: number;
  readonly longestWaitMs: number;
  /** Counters at work for the group now. */
  readonly counters: number;
  /** Visitors expected within the horizon. */
  readonly expected: number;
  readonly targetMs: number;
  readonly without: Prospect;
  readonly withDeed: Prospect;
};
