// The laws of waiting of one centre, learned from the news of its floor, one by one: today's and those of replayed days. The
// state is plain data, so that it can be kept or posted; before anything is known it says so.
import { type ArrivalLawState, endArrivalDay, halfHourMs, keepArrival, newArrivals } from './arrival-law.ts';
import { type CalibrationState, hearOutcome, newCalibration } from './calibration.ts';
import type { CounterNews, DayNews, FloorNews, TicketNews } from './floor-news.ts';
import { type HabitLawState, keepWalk, newHabits } from './habit-laws.ts';
import { keepValue } from './kept-values.ts';
import {
  fitLeaving,
  keepPresence,
  keepReturn,
  keepWay,
  type LeavingLawState,
  newLeavingLaw,
} from './leaving-law.ts';
import { paceOf, type TodaysService } from './pace-law.ts';
import {
  expectedService,
  fitServices,
  keepService,
  newServiceLaw,
  type ServiceLawState,
  type ServiceTraits,
} from './service-law.ts';

/** What is remembered of a ticket of today until its next step. */
type Remembered = {
  arrivedAt: number;
  calledAt: number | null;
  startedAt: number | null;
  missedAt: number | null;
  servedFor: string | null;
  seenBefore: boolean;
};
export type WaitLawsState = {
  readonly services: ServiceLawState;
  readonly leaving: LeavingLawState;
  readonly habits: HabitLawState;
  readonly arrivals: ArrivalLawState;
  readonly calibration: CalibrationState;
  /** Today's finished services against what was expected of them. */
  today: TodaysService[];
  startOfDay: number | null;
  sessions: DayNews['sessions'];
  readonly tickets: Map<string, Remembered>;
  readonly openSince: Map<string, number>;
  /** In which session, by its opening, each counter opened last. */
  readonly openedIn: Map<string, number>;
  readonly pausedSince: Map<string, number>;
  /** Changes with every fit: tables made from the laws before are old. */
  version: number;
};
export type WaitLaws = {
  readonly traits: ReadonlyMap<string, ServiceTraits>;
  readonly state: WaitLawsState;
  hear(news: FloorNews): void;
  /** What came of an estimate: after how long the ticket was called. */
  hearOutcome(estimate: { readonly spreadMs: readonly number[] }, actualMs: number): void;
};

export function createWaitLaws(services: readonly ServiceTraits[], kept?: WaitLawsState): WaitLaws {
  const traits = new Map(services.map((each) => [each.id, each]));
  const state = kept ?? newState();
  return {
    traits,
    state,
    hear(news) {
      if (news.kind === 'day-started') hearDay(state, traits, news);
      else if ('ticketId' in news) hearTicket(state, traits, news);
      else hearCounter(state, news);
    },
    hearOutcome: ({ spreadMs }, actualMs) => hearOutcome(state.calibration, spreadMs, actualMs),
  };
}

function newState(): WaitLawsState {
  return {
    services: newServiceLaw(),
    leaving: newLeavingLaw(),
    habits: newHabits(),
    arrivals: newArrivals(),
    calibration: newCalibration(),
    ...{ today: [], startOfDay: null, sessions: [] },
    ...{ tickets: new Map(), openSince: new Map(), openedIn: new Map(), pausedSince: new Map(), version: 0 },
  };
}

type Traits = ReadonlyMap<string, ServiceTraits>;

function hearDay(state: WaitLawsState, traits: Traits, news: DayNews): void {
  // Counters that nobody closed went home with the last session.
  const end = Math.max(0, ...state.sessions.map(({ closesAt }) => closesAt));
  for (const since of state.openSince.values()) state.habits.openSeconds += secondsBetween(since, end);
  refit(state, traits);
  endArrivalDay(state.arrivals);
  state.today = [];
  state.startOfDay = news.startOfDay;
  state.sessions = news.sessions;
  state.habits.booked += news.booked;
  for (const each of [state.tickets, state.openSince, state.openedIn, state.pausedSince]) each.clear();
}

function refit(state: WaitLawsState, traits: Traits): void {
  fitServices(state.services, traits);
  fitLeaving(state.leaving);
  state.version += 1;
}

const secondsBetween = (from: number, to: number) => Math.max(0, (to - from) / 1_000);

function remember(state: WaitLawsState, { ticketId, at }: TicketNews): Remembered {
  const known = state.tickets.get(ticketId);
  if (known !== undefined) return known;
  const made: Remembered = {
    ...{ arrivedAt: at, calledAt: null, startedAt: null, missedAt: null, servedFor: null },
    seenBefore: false,
  };
  state.tickets.set(ticketId, made);
  return made;
}

function hearTicket(state: WaitLawsState, traits: Traits, news: TicketNews): void {
  const ticket = remember(state, news);
  const { at, kind, serviceId } = news;
  if (kind === 'arrived') hearArrival(state, traits, news);
  else if (kind === 'called') {
    ticket.calledAt = at;
    ticket.startedAt = null;
  } else if (kind === 'started') hearStart(state, ticket, news);
  else if (kind === 'finished') hearFinish(state, traits, ticket, news);
  else if (kind === 'no-show') {
    if (ticket.calledAt !== null) {
      keepValue(state.habits.patience, secondsBetween(ticket.calledAt, at), 100);
      if (!ticket.seenBefore)
        keepPresence(state.leaving, secondsBetween(ticket.arrivedAt, ticket.calledAt), true);
    }
    state.leaving.missed += 1;
    ticket.missedAt = at;
    ticket.seenBefore = true;
  } else if (kind === 'cancelled') {
    state.leaving.cancelled += 1;
    keepPresence(state.leaving, secondsBetween(ticket.arrivedAt, at), true);
  } else if (kind === 'returned') {
    if (ticket.missedAt !== null) keepReturn(state.leaving, secondsBetween(ticket.missedAt, at));
  } else if (kind === 'transferred' && ticket.servedFor !== null)
    keepWay(state.leaving, ticket.servedFor, serviceId);
}

function hearArrival(state: WaitLawsState, traits: Traits, news: TicketNews): void {
  const { at, serviceId, priorityClass, appointmentAt } = news;
  if (appointmentAt !== null) {
    state.habits.came += 1;
    keepValue(state.habits.punctuality, (at - appointmentAt) / 1_000);
    return;
  }
  const departmentId = traits.get(serviceId)?.departmentId ?? serviceId;
  const halfHour = Math.floor((at - (state.startOfDay ?? at)) / halfHourMs);
  keepArrival(state.arrivals, { serviceId, departmentId, priorityClass, halfHour });
}

function hearStart(state: WaitLawsState, ticket: Remembered, { at, priorityClass }: TicketNews): void {
  ticket.startedAt = at;
  if (ticket.calledAt === null) return;
  keepWalk(state.habits, priorityClass, secondsBetween(ticket.calledAt, at));
  if (!ticket.seenBefore)
    keepPresence(state.leaving, secondsBetween(ticket.arrivedAt, ticket.calledAt), false);
  ticket.seenBefore = true;
}

/** Nobody was served so long: somebody forgot to say that it was over. */
const longestSeconds = 3 * 3_600;
/** As long as little is known every few services make the laws anew. */
const fitsAt = new Set([5, 10, 20, 40, 80, 160, 320]);

function hearFinish(state: WaitLawsState, traits: Traits, ticket: Remembered, news: TicketNews): void {
  const { at, serviceId, counterId, operatorId } = news;
  ticket.servedFor = serviceId;
  state.leaving.finished += 1;
  if (ticket.startedAt === null) return;
  const service = traits.get(serviceId);
  const seconds = secondsBetween(ticket.startedAt, at);
  if (service === undefined || seconds > longestSeconds) return;
  const actor = operatorId ?? counterId ?? '';
  const logSeconds = Math.log(Math.max(5, seconds));
  const { mean, variance } = expectedService(state.services, service);
  const above = logSeconds - mean - (state.services.actors.get(actor)?.effect ?? 0);
  state.today.push({ at, departmentId: service.departmentId, above, variance });
  // On a day that is plainly off, what is learned for other days is the case at the usual pace.
  const { off, offMean } = paceOf(state.today, service.departmentId, at);
  keepService(state.services, { serviceId, actor, logSeconds: logSeconds - (off > 0.9 ? offMean : 0) });
  if (fitsAt.has(state.services.observations)) refit(state, traits);
}

function hearCounter(state: WaitLawsState, { kind, at, counterId }: CounterNews): void {
  const { habits, openSince, openedIn, pausedSince } = state;
  if (kind === 'counter-opened') {
    const session = state.sessions.find(({ closesAt }) => at < closesAt);
    // Who opens again within a session was not late.
    if (session !== undefined && openedIn.get(counterId) !== session.opensAt) {
      keepValue(habits.late, secondsBetween(session.opensAt, at));
      openedIn.set(counterId, session.opensAt);
    }
    openSince.set(counterId, at);
  } else if (kind === 'counter-closed') {
    const since = openSince.get(counterId);
    if (since !== undefined) habits.openSeconds += secondsBetween(since, at);
    openSince.delete(counterId);
    pausedSince.delete(counterId);
  } else if (kind === 'counter-paused') {
    habits.pauseCount += 1;
    pausedSince.set(counterId, at);
  } else {
    const since = pausedSince.get(counterId);
    const isOverLunch = state.sessions.some(
      ({ closesAt }) => since !== undefined && since < closesAt && at > closesAt,
    );
    if (since !== undefined && !isOverLunch) keepValue(habits.pauses, secondsBetween(since, at));
    pausedSince.delete(counterId);
  }
}
