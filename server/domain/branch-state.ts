// The state of one centre's floor on one business day: tickets and counters. Everything else (queues, who is next,
// what a screen shows) is derived from it. Only evolve.ts changes it; everybody else holds the read-only type.
import type { UndoableStep } from '../../protocol/commands.ts';
import type {
  BusinessDay,
  CounterId,
  DepartmentId,
  Language,
  OperatorId,
  PriorityClassId,
  ProfileId,
  SeriesId,
  ServiceId,
  TicketId,
  VisitId,
} from '../../protocol/ids.ts';
import type { CallView, DispatchReason } from '../../protocol/views/view-parts.ts';
import type { Lending } from './events.ts';
import type { WaitEstimate } from './wait-estimate/wait-estimator.ts';

type TicketCore = {
  readonly id: TicketId;
  readonly visitId: VisitId;
  readonly number: string;
  readonly seriesId: SeriesId;
  readonly serviceId: ServiceId;
  readonly departmentId: DepartmentId;
  readonly priorityClass: PriorityClassId | null;
  readonly language: Language;
  readonly issuedAt: number;
  /** Order of issue within the day: the tie-breaker between equal times. */
  readonly order: number;
  /** The time from which it counts as waiting in its present queue. */
  readonly joinedAt: number;
  readonly journey: readonly ServiceId[];
  readonly transferred: boolean;
  /** It was absent and has come back; how often so far. */
  readonly returns: number;
  readonly returned: boolean;
  readonly appointmentAt: number | null;
  readonly passed: number;
  readonly turnsToWait: number | null;
  readonly dossierCode: string | null;
  /** The wait that was estimated when it was issued, as its paper says; null where nothing was known. */
  readonly estimate: WaitEstimate | null;
  readonly note: string | null;
  readonly rated: boolean;
};
type InHand = {
  readonly counterId: CounterId;
  readonly operatorId: OperatorId;
  readonly calledAt: number;
  readonly callSeq: number;
  readonly recalls: number;
  readonly reason: DispatchReason;
};
export type WaitingTicket = TicketCore & {
  readonly status: 'waiting';
  readonly reservedFor: CounterId | null;
};
export type CalledTicket = TicketCore & InHand & { readonly status: 'called' };
export type ServingTicket = TicketCore & InHand & { readonly status: 'serving'; readonly startedAt: number };
export type ParkedTicket = TicketCore & {
  readonly status: 'parked';
  readonly counterId: CounterId;
  readonly operatorId: OperatorId;
  readonly parkedAt: number;
  readonly reason: string;
  /** When it comes back by itself; null where somebody must take it up. */
  readonly backAt: number | null;
};
export type FinishedTicket = TicketCore & {
  readonly status: 'finished';
  readonly counterId: CounterId;
  readonly operatorId: OperatorId;
  readonly startedAt: number;
  readonly finishedAt: number;
};
export type NoShowTicket = TicketCore & {
  readonly status: 'no-show';
  readonly counterId: CounterId;
  readonly missedAt: number;
};
export type CancelledTicket = TicketCore & { readonly status: 'cancelled'; readonly cancelledAt: number };
export type Ticket =
  | WaitingTicket
  | CalledTicket
  | ServingTicket
  | ParkedTicket
  | FinishedTicket
  | NoShowTicket
  | CancelledTicket;
export type TicketInHand = CalledTicket | ServingTicket;

/** Whether a counter has it in hand: called or being served. */
export function isInHand(ticket: Ticket): ticket is TicketInHand {
  return ticket.status === 'called' || ticket.status === 'serving';
}

type CounterCore = {
  readonly id: CounterId;
  /** How many priority tickets it has called in a row. */
  readonly priorityRun: number;
  readonly finishedToday: number;
  /** The ticket last finished here: the one that the counter's tablet may rate. */
  readonly lastFinished: TicketId | null;
  /** Another profile than the set-up's, for today. */
  readonly profileId: ProfileId | null;
  /** Services that it helps out besides, for today. */
  readonly lendings: readonly Lending[];
};
/** The newest step at a counter that may be taken back, and how the ticket and the counter were before. */
export type LastStep = {
  readonly step: UndoableStep;
  readonly at: number;
  readonly before: TicketInHand;
  readonly finishedToday: number;
  readonly lastFinished: TicketId | null;
};
export type ClosedCounter = CounterCore & { readonly status: 'closed' };
export type StaffedCounter = CounterCore & {
  readonly status: 'open' | 'paused';
  readonly operatorId: OperatorId;
  readonly openedAt: number;
  readonly pauseReason: string | null;
  readonly pausedAt: number | null;
  /** When the pause is meant to end. */
  readonly backAt: number | null;
  readonly ticketInHand: TicketId | null;
  readonly helpSince: number | null;
  readonly lastStep: LastStep | null;
};
export type Counter = ClosedCounter | StaffedCounter;

export type BranchState = {
  readonly businessDay: BusinessDay | null;
  /** The newest event folded in, and its time. */
  readonly seq: number;
  readonly at: number;
  readonly tickets: ReadonlyMap<TicketId, Ticket>;
  readonly counters: ReadonlyMap<CounterId, Counter>;
  /** The ordinal last given in each series today. */
  readonly lastOrdinals: ReadonlyMap<SeriesId, number>;
  readonly issuedByService: ReadonlyMap<ServiceId, number>;
  /** Services that give no numbers for now; `all`: none does. */
  readonly intakeStopped: ReadonlySet<ServiceId | 'all'>;
  readonly callSeq: number;
  /** How often each choice was pressed today, by `answerKey`. */
  readonly answersToday: ReadonlyMap<string, number>;
  /** The newest calls and recalls, oldest first, at most `callsKept`. */
  readonly calls: readonly Omit<CallView, 'counterNumber' | 'zoneId'>[];
};

/** Names a choice of a question of a form. */
export function answerKey(formId: string, questionId: string, choiceId: string): string {
  return `${formId} ${questionId} ${choiceId}`;
}

/** How many calls the state keeps for screens that come back. */
export const callsKept = 120;

export function initialState(): BranchState {
  return {
    businessDay: null,
    seq: 0,
    at: 0,
    tickets: new Map(),
    counters: new Map(),
    lastOrdinals: new Map(),
    issuedByService: new Map(),
    intakeStopped: new Set(),
    callSeq: 0,
    answersToday: new Map(),
    calls: [],
  };
}
