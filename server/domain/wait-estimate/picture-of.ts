// The floor as the wait estimator sees it at one moment: plain data, made from the state, the set-up and the calendar.
import type { CounterId } from '../../../protocol/ids.ts';
import type { BranchState, Counter, Ticket } from '../branch-state.ts';
import { localTime, sessionsOn } from '../business-day.ts';
import type { CentreRules } from '../centre-rules.ts';
import { drawsFrom, rankingAt } from '../draws.ts';
import { isWaiting } from '../queue.ts';
import type { FloorPicture, PictureCounter, PictureInHand, PictureSession } from './floor-picture.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;
/** A counter goes on calling after the session's end while somebody waits for it. */
const overtimeMs = 30 * minuteMs;

export type PictureInput = {
  readonly state: BranchState;
  readonly rules: CentreRules;
  /** Epoch ms. */
  readonly at: number;
  /** A demonstration works at any hour. */
  readonly alwaysOpen: boolean;
  /** Counters that usually work: those that were open on the last day with anybody there; empty where none is known. */
  readonly usual: ReadonlySet<CounterId>;
};

export function pictureOf(input: PictureInput): FloorPicture {
  const { state, rules, at } = input;
  const { startOfDay, sessions } = calendarOf(input);
  return {
    ...{ now: at, startOfDay, sessions, bookings: [], dispatch: rules.setup.dispatch },
    waiting: [...state.tickets.values()].filter(isWaiting).map((ticket) => {
      const { id, number, serviceId, priorityClass, issuedAt, joinedAt, order } = ticket;
      const { transferred, returned, appointmentAt, passed, turnsToWait, reservedFor } = ticket;
      return {
        ...{ id, number, serviceId, priorityClass, issuedAt, joinedAt, order, transferred, returned },
        ...{ appointmentAt, passed, turnsToWait, reservedFor },
      };
    }),
    counters: rules.setup.counters.map(({ id }) => counterOf(input, id, sessions)),
  };
}

export function calendarOf({ rules, at, alwaysOpen }: Pick<PictureInput, 'rules' | 'at' | 'alwaysOpen'>): {
  readonly startOfDay: number;
  readonly sessions: readonly PictureSession[];
} {
  const { hours, centre } = rules.setup;
  const { minutes } = localTime(at, centre.timeZone);
  const startOfDay = at - (at % minuteMs) - minutes * minuteMs;
  const allDay = {
    ...{ opensAt: startOfDay, closesAt: startOfDay + dayMs, intakeStopsAt: startOfDay + dayMs },
    servesUntil: startOfDay + dayMs,
  };
  if (alwaysOpen) return { startOfDay, sessions: [allDay] };
  const sessions = sessionsOn(at, hours, centre.timeZone).map(({ opens, stops, closes }) => ({
    opensAt: startOfDay + opens * minuteMs,
    closesAt: startOfDay + closes * minuteMs,
    intakeStopsAt: startOfDay + stops * minuteMs,
    servesUntil: startOfDay + closes * minuteMs + overtimeMs,
  }));
  return { startOfDay, sessions };
}

function counterOf(input: PictureInput, id: CounterId, sessions: readonly PictureSession[]): PictureCounter {
  const { state, rules, at } = input;
  const counter = state.counters.get(id);
  const staffed = counter === undefined || counter.status === 'closed' ? null : counter;
  const held = staffed?.ticketInHand == null ? undefined : state.tickets.get(staffed.ticketInHand);
  const inHand = held?.status === 'called' || held?.status === 'serving' ? held : null;
  const startedAt = inHand?.status === 'serving' ? inHand.startedAt : null;
  const busy = inHand === null ? 'idle' : inHand.status === 'serving' ? 'serving' : 'calling';
  return {
    id,
    services: drawsFrom(state, rules, id, at),
    terms: rankingAt(state, rules, id).terms,
    status: staffed === null ? 'closed' : staffed.status === 'paused' ? 'paused' : busy,
    inHand: inHand === null ? null : inHandOf(inHand),
    calledAt: inHand?.calledAt ?? null,
    startedAt,
    since: startedAt ?? inHand?.calledAt ?? staffed?.pausedAt ?? staffed?.openedAt ?? at,
    expectedBackAt: staffed?.backAt ?? null,
    openedToday: counter !== undefined,
    operatorId: staffed?.operatorId ?? null,
    priorityRun: counter?.priorityRun ?? 0,
    opensInSession: sessions.map((session) => opensIn(input, counter, id, session)),
  };
}

/** From when a counter is expected to be open in a session: who works today comes back after lunch. */
function opensIn(
  { at, usual, state }: PictureInput,
  counter: Counter | undefined,
  id: CounterId,
  { opensAt, closesAt }: PictureSession,
): number | null {
  const isOpen = counter !== undefined && counter.status !== 'closed';
  if (at >= opensAt) return isOpen && at < closesAt ? opensAt : null;
  if (isOpen || counter !== undefined) return opensAt;
  const nobodyYet = state.counters.size === 0;
  return nobodyYet && (usual.size === 0 || usual.has(id)) ? opensAt : null;
}

function inHandOf(ticket: Ticket): PictureInHand {
  const { id: ticketId, serviceId, priorityClass, issuedAt, transferred, returned } = ticket;
  return { ticketId, serviceId, priorityClass, issuedAt, transferred, returned };
}
