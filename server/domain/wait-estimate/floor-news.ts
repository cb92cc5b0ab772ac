// What the laws of waiting are learned from, one fact at a time and in the order of their times: today's as they happen, and
// those of past days from the journal. All times are epoch ms.
import type { CounterId, OperatorId, PriorityClassId, ServiceId, TicketId } from '../../../protocol/ids.ts';

export type DayNews = {
  readonly kind: 'day-started';
  readonly at: number;
  /** Midnight of the centre's day. */
  readonly startOfDay: number;
  readonly sessions: readonly { readonly opensAt: number; readonly closesAt: number }[];
  /** How many visits are booked for the day. */
  readonly booked: number;
};
export type TicketNews = {
  readonly kind:
    | 'arrived'
    | 'transferred'
    | 'returned'
    | 'called'
    | 'started'
    | 'finished'
    | 'no-show'
    | 'cancelled';
  readonly at: number;
  readonly ticketId: TicketId;
  /** What it waits for or is served for from now on; for `transferred`, where it was sent. */
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId | null;
  readonly appointmentAt: number | null;
  readonly counterId: CounterId | null;
  readonly operatorId: OperatorId | null;
};
export type CounterNews = {
  readonly kind: 'counter-opened' | 'counter-closed' | 'counter-paused' | 'counter-resumed';
  readonly at: number;
  readonly counterId: CounterId;
  readonly operatorId: OperatorId | null;
};
export type FloorNews = DayNews | TicketNews | CounterNews;
