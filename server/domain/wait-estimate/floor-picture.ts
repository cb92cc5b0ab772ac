// What the wait estimator sees of the floor at one moment: plain data without a function in it, so that it can be posted to
// a worker as it is. All times are epoch ms.
import type { DispatchSetup } from '../../../protocol/dispatch-setup.ts';
import type { CounterId, OperatorId, PriorityClassId, ServiceId, TicketId } from '../../../protocol/ids.ts';
import type { ServiceTerms } from '../dispatch/call-order.ts';
import type { Queued } from '../dispatch/dispatch-policy.ts';

export type PictureTicket = Queued & {
  readonly id: TicketId;
  /** Only this counter may call it. */
  readonly reservedFor: CounterId | null;
};
export type PictureInHand = {
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId | null;
  readonly issuedAt: number;
  readonly transferred: boolean;
  readonly returned: boolean;
};
export type PictureCounter = {
  readonly id: CounterId;
  /** What its "next" draws from. */
  readonly services: readonly ServiceId[];
  readonly terms: ReadonlyMap<string, ServiceTerms>;
  readonly status: 'closed' | 'idle' | 'calling' | 'serving' | 'paused';
  readonly inHand: PictureInHand | null;
  readonly calledAt: number | null;
  readonly startedAt: number | null;
  /** Since when it has its present status. */
  readonly since: number;
  /** When somebody who is away means to be back, where that is known. */
  readonly expectedBackAt: number | null;
  readonly openedToday: boolean;
  readonly operatorId: OperatorId | null;
  /** How many priority tickets it has called in a row. */
  readonly priorityRun: number;
  /** For each session of today: from when it is expected to be open, or null where it stays shut or has already gone home. */
  readonly opensInSession: readonly (number | null)[];
};
export type PictureSession = {
  readonly opensAt: number;
  readonly closesAt: number;
  /** No ticket is issued after this. */
  readonly intakeStopsAt: number;
  /** Until then a counter goes on calling while somebody waits for it. */
  readonly servesUntil: number;
};
/** Somebody booked who has not come yet. */
export type PictureBooking = {
  readonly serviceId: ServiceId;
  readonly appointmentAt: number;
  readonly priorityClass: PriorityClassId | null;
};
export type FloorPicture = {
  readonly now: number;
  /** Midnight of the centre's day. */
  readonly startOfDay: number;
  readonly sessions: readonly PictureSession[];
  readonly waiting: readonly PictureTicket[];
  readonly counters: readonly PictureCounter[];
  readonly bookings: readonly PictureBooking[];
  readonly dispatch: DispatchSetup;
};
