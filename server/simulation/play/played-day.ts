// What came of a played day: one line per stage of every visit, and what each counter's time went into.
import type { CounterId, PriorityClassId, ServiceId, TicketId } from '../../../protocol/ids.ts';
import type { RecordedEvent } from '../../domain/events.ts';
import type { WaitEstimate } from '../../domain/wait-estimate/wait-estimator.ts';

export type PlayedStage = {
  readonly ticketId: TicketId;
  readonly serviceId: ServiceId;
  readonly priorityClass: PriorityClassId | null;
  /** The booked time; null without one, and once sent on: then it is used up. */
  readonly appointmentAt: number | null;
  /** 0 for the service asked for, 1 for the first it was sent on to. */
  readonly stage: number;
  readonly joinedAt: number;
  calledAt: number | null;
  endedAt: number | null;
  counterId: CounterId | null;
  outcome: 'served' | 'no-show' | 'cancelled' | 'unserved';
  /** How often somebody who joined later was called first by a counter that could have called this one. */
  passed: number;
  /** The same by somebody of the same service and class who is in the ordinary order as well. */
  passedByEquals: number;
  /** What was said of the wait when the number was given; null where nothing was. */
  readonly estimate: WaitEstimate | null;
};

/** Somebody has joined a queue. */
export function newStage(
  joined: Pick<
    PlayedStage,
    'ticketId' | 'serviceId' | 'priorityClass' | 'appointmentAt' | 'stage' | 'joinedAt' | 'estimate'
  >,
): PlayedStage {
  return {
    ...joined,
    ...{ calledAt: null, endedAt: null, counterId: null, outcome: 'unserved', passed: 0, passedByEquals: 0 },
  };
}

/** Notes whom this call passes though they joined earlier, for the same service, in the same class. */
export function passEquals(waiting: readonly PlayedStage[], called: PlayedStage): void {
  for (const other of waiting) {
    if (other.joinedAt >= called.joinedAt || other.serviceId !== called.serviceId) continue;
    if (other.priorityClass === called.priorityClass && other.stage === called.stage)
      other.passedByEquals += 1;
  }
}

export type PlayedCounter = {
  readonly counterId: CounterId;
  openMs: number;
  /** Calling, waiting for whoever was called, serving. */
  busyMs: number;
  pausedMs: number;
};
export type PlayedDay = {
  readonly stages: readonly PlayedStage[];
  readonly counters: readonly PlayedCounter[];
  /** Who got no number: people by the refusal's code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly beginsAt: number;
  readonly endsAt: number;
  readonly commands: number;
  readonly rows: readonly RecordedEvent[];
};

/** Several days as one, for their measures. Throws for none. */
export function pooled(days: readonly PlayedDay[]): PlayedDay {
  const [first, ...others] = days;
  if (first === undefined) throw new RangeError('no day was played');
  if (others.length === 0) return first;
  const refused: Record<string, number> = {};
  for (const day of days)
    for (const [code, people] of Object.entries(day.refused)) refused[code] = (refused[code] ?? 0) + people;
  return {
    ...first,
    stages: days.flatMap(({ stages }) => stages),
    counters: days.flatMap(({ counters }) => counters),
    refused,
    endsAt: Math.max(...days.map(({ endsAt }) => endsAt)),
    commands: days.reduce((sum, { commands }) => sum + commands, 0),
    rows: [],
  };
}
