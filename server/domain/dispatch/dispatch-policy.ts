// What a dispatch policy is: how urgent somebody who waits is at a moment, and why whoever comes first comes first. The
// order around it (who is due, who was passed too often, a profile's ranks and weights) is the same for all: call-order.ts.
import type { BoundCode, DispatchSetup } from '../../../protocol/dispatch-setup.ts';
import type { PriorityClassId, ServiceId } from '../../../protocol/ids.ts';
import type { DispatchReason } from '../../../protocol/views/view-parts.ts';

/** What is known of somebody who waits. Times are epoch ms, or any clock's ms as long as it is one. */
export type Queued = {
  readonly number: string;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId | null;
  readonly issuedAt: number;
  /** From then on it counts as waiting in its present queue. */
  readonly joinedAt: number;
  /** Order of issue within the day. */
  readonly order: number;
  readonly transferred: boolean;
  /** It was absent once and has come back. */
  readonly returned: boolean;
  readonly appointmentAt: number | null;
  /** How often somebody who joined later was called by a counter that could have called this one. */
  readonly passed: number;
  /** It comes back: so many are called before it; 0: it is next. Null in the ordinary order. */
  readonly turnsToWait: number | null;
};
export type CallMoment = {
  readonly at: number;
  /** How many priority tickets this counter has called in a row. */
  readonly priorityRun: number;
};
export type DispatchPolicy = {
  /** At least 0 and finite; never falls while one waits. Whoever has most is called, between equals who joined first. */
  urgency(ticket: Queued, moment: CallMoment): number;
  /** Why `first` goes before `second`, the next in the order (undefined: it waits alone). */
  reason(first: Queued, second: Queued | undefined, moment: CallMoment): DispatchReason;
  /** True where the policy lets somebody be passed without end; then nobody's count of being passed matters either. */
  readonly unbounded: boolean;
  readonly bound: WaitBound;
};
/**
 * What a policy promises of being passed, where no profile ranks or weighs services, and apart from those who come back
 * when they are due. Whoever is passed n times at most waits for the work ahead when joining and for n visits more.
 * The sentence is on the page `reason` of the locales.
 */
export type WaitBound = {
  readonly code: BoundCode;
  readonly params: Readonly<Record<string, number>>;
};
export type PolicyMaker = (setup: DispatchSetup) => DispatchPolicy;

export const minuteMs = 60_000;
/**
 * Added to the urgency of those who go before all others, however long these have waited: a year, so that no wait within
 * a day outweighs it even where a profile weighs the one service by a tenth and the other by ten.
 */
export const beforeOthersMs = 366 * 24 * 60 * minuteMs;

export function waitedMs(ticket: Queued, at: number): number {
  return Math.max(0, at - ticket.joinedAt);
}

export function waitedMinutes(ticket: Queued, at: number): number {
  return Math.floor(waitedMs(ticket, at) / minuteMs);
}
