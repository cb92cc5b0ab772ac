// Every fact of the floor. An event carries all that replaying it needs, so that the set-up may change without changing
// the past. Times are not in the events: `at` is the journal row's. Payloads are plain JSON.
import type { UndoableStep } from '../../protocol/commands.ts';
import type { DeviceGrade, DeviceReason } from '../../protocol/device-status.ts';
import type {
  BusinessDay,
  CounterId,
  DepartmentId,
  DeviceId,
  Language,
  OperatorId,
  PriorityClassId,
  ProfileId,
  RatingFormId,
  SeriesId,
  ServiceId,
  TicketId,
  VisitId,
} from '../../protocol/ids.ts';
import type { DispatchReason } from '../../protocol/views/view-parts.ts';
import type { WaitEstimate } from './wait-estimate/wait-estimator.ts';

/** A counter helps a service out: only while somebody there has waited so long, and until then (epoch ms). */
export type Lending = {
  readonly serviceId: ServiceId;
  readonly whileWaitOverMinutes: number | null;
  readonly until: number | null;
};
type At = { readonly counterId: CounterId; readonly operatorId: OperatorId };
type Of = { readonly ticketId: TicketId };

export type EventPayloads = {
  'business-day-started': {
    readonly day: BusinessDay;
    readonly previousDay: BusinessDay | null;
    readonly lastCallSeq: number;
  };
  'setup-changed': { readonly revision: number; readonly by: string };
  /** A device is in trouble, or well again; the journal's actor is the device. */
  'device-changed': {
    readonly deviceId: DeviceId;
    readonly name: string;
    readonly grade: DeviceGrade;
    readonly reason: DeviceReason;
  };
  /** What boards show besides calls was changed: an announcement, a picture, a mute, the figures of dossiers. */
  'notices-changed': {
    readonly what: 'announcement' | 'file' | 'mute' | 'dossiers';
    readonly deed: 'kept' | 'removed';
    readonly id: string;
  };
  'ticket-issued': Of & {
    readonly visitId: VisitId;
    readonly number: string;
    readonly seriesId: SeriesId;
    readonly ordinal: number;
    readonly serviceId: ServiceId;
    readonly departmentId: DepartmentId;
    readonly priorityClass: PriorityClassId | null;
    readonly language: Language;
    readonly journey: readonly ServiceId[];
    readonly appointmentAt?: number;
    readonly dossierCode?: string;
    /** What was promised on paper: the wait from then on, ms; absent where nothing was known. */
    readonly estimate?: WaitEstimate;
  };
  'ticket-cancelled': Of & { readonly cause: 'asked' | 'day-ended' | 'counter-closed' };
  'counter-opened': At;
  /** Somebody else sits there now; the ticket in hand stays. */
  'counter-taken-over': At & { readonly from: OperatorId };
  'counter-closed': At & { readonly cause: 'operator' | 'day-ended' };
  /** `backAt`: when it is meant to go on, epoch ms. */
  'counter-paused': At & { readonly reason: string; readonly backAt?: number };
  'counter-resumed': At;
  'ticket-called': Of &
    At & {
      readonly callSeq: number;
      readonly reason: DispatchReason;
      /** The services from which the counter drew then: who waited for them and joined earlier has been passed. */
      readonly drawsFrom?: readonly ServiceId[];
    };
  'ticket-recalled': Of & At & { readonly callSeq: number };
  'service-started': Of & At;
  /** `ends` is true where the ticket is finished; false where it goes on to another service. */
  'service-finished': Of &
    At & {
      readonly serviceId: ServiceId;
      readonly departmentId: DepartmentId;
      readonly cause: 'operator' | 'journey' | 'transfer' | 'parked' | 'day-ended' | 'another-service';
      readonly ends: boolean;
      readonly outcome?: string;
      readonly note?: string;
    };
  /** Another service for the same ticket, at the same counter and at once. */
  'service-continued': Of & At & { readonly serviceId: ServiceId; readonly departmentId: DepartmentId };
  'ticket-no-show': Of & At;
  /** Who was absent waits again: after the next so many calls, or (null) as whoever comes now. */
  'ticket-returned': Of & { readonly turnsToWait: number | null };
  /** `backAt`: when it comes back by itself, epoch ms. */
  'ticket-parked': Of & At & { readonly reason: string; readonly backAt?: number };
  /** `due`: its time has come and it is next; kept for the counter that parked it where that is still open. */
  'ticket-resumed': Of & At & { readonly due?: { readonly reservedFor: CounterId | null } };
  /** The last step at a counter was taken back. What it was is told for those who kept it. */
  'step-undone': Of &
    At & {
      readonly step: UndoableStep;
      readonly status: 'called' | 'serving';
      readonly serviceId: ServiceId;
      readonly departmentId: DepartmentId;
    };
  'help-called': At;
  'help-ended': At & { readonly by: string };
  'priority-changed': Of & { readonly priorityClass: PriorityClassId | null };
  'ticket-moved': Of & {
    readonly serviceId: ServiceId;
    readonly departmentId: DepartmentId;
    readonly joinedAt: number;
  };
  'work-profile-set': { readonly counterId: CounterId; readonly profileId: ProfileId | null };
  'counter-lent': { readonly counterId: CounterId } & Lending;
  'lending-ended': { readonly counterId: CounterId; readonly serviceId: ServiceId };
  'intake-changed': { readonly serviceId: ServiceId | null; readonly open: boolean };
  'ticket-transferred': Of &
    At & {
      readonly serviceId: ServiceId;
      readonly departmentId: DepartmentId;
      readonly reservedFor: CounterId | null;
      /** Its place in the new queue: the time from which it counts as waiting there. */
      readonly joinedAt: number;
      readonly journey: readonly ServiceId[];
      readonly note: string | null;
      readonly cause: 'operator' | 'journey';
    };
  'rating-submitted': Of &
    At & {
      readonly serviceId: ServiceId;
      readonly departmentId: DepartmentId;
      readonly formId: RatingFormId;
      readonly answers: Readonly<Record<string, string>>;
      readonly comment: string | null;
    };
};
export type EventType = keyof EventPayloads;
export type EventOf<T extends EventType> = { readonly type: T } & EventPayloads[T];
export type DomainEvent = { [T in EventType]: EventOf<T> }[EventType];

/** The version in which each event is written now; raised when a payload changes its meaning. */
export const eventSchemaVersion = 1;

/** An event as the journal keeps it. `seq` is gapless from 1; `hash` chains over the previous row. */
export type RecordedEvent = {
  readonly seq: number;
  readonly at: number;
  readonly businessDay: BusinessDay;
  readonly schemaVersion: number;
  readonly event: DomainEvent;
  /** `staff:canbo01`, `device:kiosk-1`, `citizen:ticket-link`, `system:clock`. */
  readonly actor: string;
  readonly commandId: string;
  readonly hash: string;
};
