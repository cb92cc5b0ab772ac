// The project as a contestant of a judge of queues: the judge's events become news of the floor, its view a picture, and the
// answers are those of the dispatch policy and the wait estimator with their defaults. The judge counts in seconds.
import { type DispatchSetup, dispatchSchema } from '../../protocol/dispatch-setup.ts';
import type { CounterId, PriorityClassId, ServiceId, TicketId } from '../../protocol/ids.ts';
import { firstToCall, isPassedBy } from '../../server/domain/dispatch/call-order.ts';
import type { Queued } from '../../server/domain/dispatch/dispatch-policy.ts';
import { rankingOf } from '../../server/domain/dispatch/policies.ts';
import { estimateWaits, type PlayedEstimate } from '../../server/domain/wait-estimate/estimate-waits.ts';
import type { CounterNews, FloorNews, TicketNews } from '../../server/domain/wait-estimate/floor-news.ts';
import type {
  FloorPicture,
  PictureCounter,
  PictureSession,
  PictureTicket,
} from '../../server/domain/wait-estimate/floor-picture.ts';
import { createWaitLaws } from '../../server/domain/wait-estimate/wait-laws.ts';

type Ticket = {
  id: string;
  service: string;
  cls: 'P' | 'O';
  appt: number | null;
  arrivedAt: number;
  joinedAt: number;
  stage: number;
  missedAt: number;
};
type Counter = {
  id: string;
  services: string[];
  status: 'closed' | 'idle' | 'calling' | 'serving' | 'break';
  session: number;
  ticket: Ticket | null;
  calledAt: number;
  startedAt: number;
  since: number;
  openedToday: number;
};
type View = {
  now: number;
  waiting: Ticket[];
  counters: Counter[];
  day: { roster: Record<string, number[]>; bookings: { service: string; slot: number }[] };
  seenBookings: Record<string, number>;
};
type Centre = {
  id: string;
  hours: { sessions: [number, number][]; kioskStop: number[]; overtime: number };
  services: { id: string; dept: string; kind: string }[];
  counters: { id: string }[];
  component: { counter: Record<string, number> };
};
type Event = {
  type: string;
  t: number;
  ticket: string;
  counter?: string;
  service: string;
  cls?: 'P' | 'O';
  appt?: number | null;
};
type Answer = { median: number; p10: number; p90: number };
type Memory = { passed: Record<string, number>; runs: Record<string, number> };

const ms = (seconds: number) => seconds * 1_000;
const priority = 'P' as PriorityClassId;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };
const seen = new WeakMap<Ticket, Mutable<PictureTicket>>();

/** The same ticket of the judge is always the same object, so that a rule played a million times makes none anew. */
function queued(ticket: Ticket, order: number, passed: number): PictureTicket {
  let made = seen.get(ticket);
  if (made === undefined) {
    made = pictureTicket(ticket);
    seen.set(ticket, made);
  }
  made.order = order;
  made.passed = passed;
  return made;
}

function pictureTicket(ticket: Ticket): PictureTicket {
  return {
    id: ticket.id as TicketId,
    number: ticket.id,
    serviceId: ticket.service as ServiceId,
    priorityClass: ticket.cls === 'P' ? priority : null,
    issuedAt: ms(ticket.arrivedAt),
    joinedAt: ms(ticket.joinedAt),
    order: 0,
    transferred: ticket.stage === 2,
    returned: ticket.missedAt > 0,
    appointmentAt: ticket.appt === null ? null : ms(ticket.appt),
    passed: 0,
    turnsToWait: null,
    reservedFor: null,
  };
}

function sessionsOf({ hours }: Centre): PictureSession[] {
  return hours.sessions.map(([opens, closes], index) => ({
    opensAt: ms(opens),
    closesAt: ms(closes),
    intakeStopsAt: ms(hours.kioskStop[index] ?? closes),
    servesUntil: ms(closes + hours.overtime),
  }));
}

const statuses = {
  break: 'paused',
  closed: 'closed',
  idle: 'idle',
  calling: 'calling',
  serving: 'serving',
} as const;
/** Somebody booked who is later than this does not come any more. */
const givenUpAfter = 20 * 60;

function pictureCounter(
  counter: Counter,
  roster: readonly number[],
  sessions: PictureSession[],
): PictureCounter {
  const { ticket } = counter;
  return {
    id: counter.id as CounterId,
    services: counter.services as ServiceId[],
    terms: new Map(),
    status: statuses[counter.status],
    inHand: ticket === null ? null : { ...pictureTicket(ticket), ticketId: ticket.id as TicketId },
    calledAt: ticket === null ? null : ms(counter.calledAt),
    startedAt: counter.status === 'serving' ? ms(counter.startedAt) : null,
    since: ms(counter.since),
    expectedBackAt: null,
    openedToday: counter.openedToday > 0,
    operatorId: null,
    priorityRun: 0,
    opensInSession: sessions.map(({ opensAt }, session) =>
      roster.includes(session) && !(counter.openedToday > 0 && counter.session >= session) ? opensAt : null,
    ),
  };
}

function pictureOf(
  view: View,
  centre: Centre,
  dispatch: DispatchSetup,
  memories: Record<number, Memory>,
): FloorPicture {
  const sessions = sessionsOf(centre);
  const passed = Object.assign({}, ...Object.values(memories).map((each) => each.passed)) as Record<
    string,
    number
  >;
  const come: Record<string, number> = { ...view.seenBookings };
  const bookings = view.day.bookings.filter(({ service, slot }) => {
    const name = `${service}@${slot}`;
    const hasCome = (come[name] ?? 0) > 0;
    if (hasCome) come[name] = (come[name] ?? 0) - 1;
    return !hasCome && slot + givenUpAfter >= view.now;
  });
  return {
    now: ms(view.now),
    startOfDay: 0,
    sessions,
    waiting: view.waiting.map((each, order) => ({ ...queued(each, order, passed[each.id] ?? 0) })),
    counters: view.counters.map((each) => pictureCounter(each, view.day.roster[each.id] ?? [], sessions)),
    bookings: bookings.map(({ service, slot }) => ({
      serviceId: service as ServiceId,
      appointmentAt: ms(slot),
      priorityClass: null,
    })),
    dispatch,
  };
}

const ticketNews: Readonly<Record<string, TicketNews['kind']>> = {
  arrive: 'arrived',
  transfer: 'transferred',
  return: 'returned',
  call: 'called',
  start: 'started',
  end: 'finished',
  noshow: 'no-show',
  cancel: 'cancelled',
};
const counterNews: Readonly<Record<string, CounterNews['kind']>> = {
  counter_open: 'counter-opened',
  counter_close: 'counter-closed',
  break_start: 'counter-paused',
  break_end: 'counter-resumed',
};

function newsOf(event: Event, { now }: View, classes: Map<string, 'P' | 'O'>): FloorNews | null {
  const counterId = (event.counter ?? null) as CounterId | null;
  const ofCounter = counterNews[event.type];
  if (ofCounter !== undefined && counterId !== null)
    return { kind: ofCounter, at: ms(now), counterId, operatorId: null };
  const kind = ticketNews[event.type];
  if (kind === undefined) return null;
  if (event.cls !== undefined) classes.set(event.ticket, event.cls);
  return {
    kind,
    at: ms(now),
    ticketId: event.ticket as TicketId,
    serviceId: event.service as ServiceId,
    priorityClass: classes.get(event.ticket) === 'P' ? priority : null,
    appointmentAt: kind === 'arrived' && typeof event.appt === 'number' ? ms(event.appt) : null,
    counterId,
    operatorId: null,
  };
}

/** The rule in force as the judge plays it: whom a counter calls, with how often each was passed as its memory. */
export function ruleOf(setup: DispatchSetup) {
  const ranking = rankingOf(setup);
  return {
    name: `denluot ${setup.policy}`,
    overtakers: 'priority',
    initMem: (): Memory => ({ passed: {}, runs: {} }),
    pick(eligible: Ticket[], now: number, counterId: string, memory: Memory): number {
      const { passed, runs } = memory;
      const all: Queued[] = eligible.map((each, order) => queued(each, order, passed[each.id] ?? 0));
      const first = firstToCall(all, { at: ms(now), priorityRun: runs[counterId] ?? 0 }, ranking);
      const called = all[first];
      const ticket = eligible[first];
      if (called === undefined || ticket === undefined) return -1;
      for (const [index, each] of all.entries()) {
        const { id } = eligible[index] ?? ticket;
        if (index !== first && isPassedBy(each, called)) passed[id] = (passed[id] ?? 0) + 1;
      }
      delete passed[ticket.id];
      runs[counterId] = called.priorityClass === null ? 0 : (runs[counterId] ?? 0) + 1;
      return first;
    },
  };
}

type Printed = Map<string, { at: number; estimate: PlayedEstimate }>;

/** The rule with a memory of its own for each component, as the judge's oracle copies it. */
function callerOf(centre: Centre, policy: ReturnType<typeof ruleOf>) {
  const mem: Record<number, Memory> = {};
  return {
    mem,
    forget() {
      for (const key of Object.keys(mem)) delete mem[Number(key)];
    },
    next(view: View, counterId: string, eligible: Ticket[]): string | null {
      const component = centre.component.counter[counterId] ?? 0;
      const memory = mem[component] ?? policy.initMem();
      mem[component] = memory;
      return eligible[policy.pick(eligible, view.now, counterId, memory)]?.id ?? null;
    },
  };
}

/** An answer in the judge's seconds; where ours is "unknown", a quarter of an hour and a band to the end of the day. */
function answerFor({ hours }: Centre, view: View, estimate: PlayedEstimate | null | undefined): Answer {
  const end = Math.max(0, (hours.sessions.at(-1)?.[1] ?? 0) + hours.overtime - view.now);
  if (estimate === null || estimate === undefined) return { median: Math.min(900, end), p10: 0, p90: end };
  return { median: estimate.medianMs / 1_000, p10: estimate.lowMs / 1_000, p90: estimate.highMs / 1_000 };
}

export function create(centre: Centre, options: { plays?: number; dispatch?: object } = {}) {
  // Whoever comes back in the judge's world has no turns to wait.
  const setup = dispatchSchema.parse({ returns: { withinMinutes: 0 }, ...options.dispatch });
  const policy = ruleOf(setup);
  const caller = callerOf(centre, policy);
  const laws = createWaitLaws(
    centre.services.map(({ id, dept, kind }) => ({ id, departmentId: dept, kind })),
  );
  const classes = new Map<string, 'P' | 'O'>();
  const printed: Printed = new Map();
  const answers = (view: View, tickets: Ticket[]) =>
    estimateWaits(
      pictureOf(view, centre, setup, caller.mem),
      laws,
      { tickets: tickets.map(({ id }) => id as TicketId), newcomers: [] },
      { plays: options.plays ?? 150, seed: `${centre.id} ${view.now}` },
    ).tickets;
  return {
    ...{ policy, laws, mem: caller.mem, next: caller.next },
    estimate(view: View, ticket: Ticket): Answer {
      const answer = answers(view, [ticket]).get(ticket.id as TicketId)?.estimate;
      if (answer) printed.set(ticket.id, { at: view.now, estimate: answer });
      return answerFor(centre, view, answer);
    },
    estimateAll(view: View, tickets: Ticket[]): Map<string, Answer> {
      const all = answers(view, tickets);
      return new Map(
        tickets.map(({ id }) => [id, answerFor(centre, view, all.get(id as TicketId)?.estimate)]),
      );
    },
    onDay(day: View['day']) {
      caller.forget();
      printed.clear();
      classes.clear();
      const sessions = sessionsOf(centre);
      laws.hear({ kind: 'day-started', at: 0, startOfDay: 0, sessions, booked: day.bookings.length });
    },
    onEvent(event: Event, view: View) {
      const news = newsOf(event, view, classes);
      if (news !== null) laws.hear(news);
      const promised = printed.get(event.ticket);
      if (event.type !== 'call' || promised === undefined) return;
      printed.delete(event.ticket);
      laws.hearOutcome(promised.estimate, ms(view.now - promised.at));
    },
  };
}
