// What a dispatch policy is: how urgent somebody who waits is at a moment, and why whoever comes first comes first. The
// order around it (who is due, who was passed too often, a profile's ranks and weights) is the same for all: call-order.ts.
import type { DispatchSetup } from '../../../protocol/dispatch-setup.ts';
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
  /** At least 0 and finite; grows with the wait. Whoever has most is called, between equals who joined first. */
  urgency(ticket: Queued, moment: CallMoment): number;
  /** Why `first` goes before `second`, the next in the order (undefined: it waits alone). */
  reason(first: Queued, second: Queued | undefined, moment: CallMoment): DispatchReason;
  /** True where the policy lets somebody be passed without end. */
  readonly unbounded: boolean;
};
export type PolicyMaker = (setup: DispatchSetup) => DispatchPolicy;

export const minuteMs = 60_000;

export function waitedMs(ticket: Queued, at: number): number {
  return Math.max(0, at - ticket.joinedAt);
}

export function waitedMinutes(ticket: Queued, at: number): number {
  return Math.floor(waitedMs(ticket, at) / minuteMs);
}
