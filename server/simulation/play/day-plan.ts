// A day as it is handed to the player: who comes when, what each one needs, when counters are staffed. Everything that
// chance or people decide stands here before the day begins, so that two policies meet exactly the same day. What the
// floor decides (who is called where, and so who waits how long) is not here.
import type { Command } from '../../../protocol/commands.ts';
import type { BusinessDay, CounterId, PriorityClassId, ServiceId } from '../../../protocol/ids.ts';
import type { Setup } from '../../../protocol/setup-schema.ts';

export type PlannedStage = {
  readonly serviceId: ServiceId;
  /** At a counter of ordinary speed. */
  readonly workMs: number;
  /** From the call to the counter. */
  readonly walkMs: number;
};
export type PlannedVisit = {
  readonly arrivesAt: number;
  /** The service asked for, and those that it is sent on to. */
  readonly stages: readonly [PlannedStage, ...PlannedStage[]];
  readonly priorityClass: PriorityClassId | null;
  /** Called after having waited longer than this in one queue, nobody comes; null: comes whenever called. */
  readonly patienceMs: number | null;
  readonly cancelsAt: number | null;
  /** The booked time of whoever has an appointment; without it, a walk-in. */
  readonly appointmentAt?: number;
};
/** How somebody who has come asks for a number. */
export function askedBy({ stages: [first], priorityClass, appointmentAt }: PlannedVisit): Command {
  return {
    ...{ type: 'issue-ticket', serviceId: first.serviceId },
    ...(priorityClass === null ? {} : { priorityClass }),
    ...(appointmentAt === undefined ? {} : { appointmentAt }),
  };
}
export type Span = { readonly fromAt: number; readonly toAt: number };
export type PlannedCounter = {
  readonly counterId: CounterId;
  /** Work takes so many times the planned time here. */
  readonly pace: number;
  readonly open: readonly Span[];
  /** Begun when the counter is next free; as long as planned. */
  readonly pauses: readonly Span[];
};
export type DayPlan = {
  readonly setup: Setup;
  readonly businessDay: BusinessDay;
  readonly beginsAt: number;
  readonly visits: readonly PlannedVisit[];
  readonly counters: readonly PlannedCounter[];
  /** So long after its time a counter goes on while somebody waits for it. */
  readonly overtimeMs: number;
  /** How long an officer waits for somebody who does not come. */
  readonly noShowWaitMs: number;
  /** Numbers are given at any time: a recorded day has kept its hours already. */
  readonly alwaysOpen: boolean;
};
