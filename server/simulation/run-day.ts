// Plays an invented day against a running centre through the real API: people take numbers, officers call, serve, send on
// and finish, tablets rate. Time runs at `speed` × the clock's; a counter that somebody else has opened is left to them.
import { setMaxListeners } from 'node:events';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { CentreClient } from './centre-client.ts';
import type { Centre, InventedVisit } from './invented-day.ts';

export type DayRun = {
  readonly client: CentreClient;
  readonly centre: Centre;
  readonly visits: readonly InventedVisit[];
  readonly speed: number;
  /** The counters to be staffed, as `c02`; operators are the sample's `canbo02`. */
  readonly counterIds: readonly string[];
  readonly password: string;
  readonly signal: AbortSignal;
};
export type DayFigures = {
  issued: number;
  refused: number;
  finished: number;
  noShow: number;
  transferred: number;
  rated: number;
};

const askAgainMinutes = 0.5;

/** Settles when everybody has been served or the signal has stopped it; what has begun is finished first. */
export async function runDay(run: DayRun): Promise<DayFigures> {
  // Every counter waits for it.
  setMaxListeners(0, run.signal);
  const figures: DayFigures = { issued: 0, refused: 0, finished: 0, noShow: 0, transferred: 0, rated: 0 };
  const known = new Map<string, InventedVisit>();
  const day = { over: false, waiting: 0 };
  const pass = (minutes: number) => pause((minutes * 60_000) / run.speed, run.signal);
  const arrivals = async () => {
    let now = run.visits[0]?.arrivesAt ?? 0;
    for (const visit of run.visits) {
      if (run.signal.aborted) break;
      // The break at noon is passed in a moment.
      await pass(Math.min(20, visit.arrivesAt - now));
      now = visit.arrivesAt;
      await arrive(run, visit, known, figures);
    }
    day.over = true;
  };
  await Promise.all([
    arrivals(),
    ...run.counterIds.map((counterId) => staff(run, counterId, { known, figures, day, pass })),
  ]);
  return figures;
}

async function arrive(
  { client }: DayRun,
  visit: InventedVisit,
  known: Map<string, InventedVisit>,
  figures: DayFigures,
): Promise<void> {
  const body = { serviceId: visit.serviceId, ...(visit.priority ? { priorityClass: 'elderly' } : {}) };
  const answer = await client.command<{ ticket: { id: string } }>('/api/v1/tickets', body);
  if (!answer.ok) figures.refused += 1;
  else {
    figures.issued += 1;
    known.set(answer.body.ticket.id, visit);
  }
}

type Shared = {
  known: Map<string, InventedVisit>;
  figures: DayFigures;
  day: { over: boolean };
  pass: (minutes: number) => Promise<void>;
};

/** One officer's day: from opening the counter to closing it. */
async function staff(run: DayRun, counterId: string, shared: Shared): Promise<void> {
  const officer = await run.client.signedIn(`canbo${counterId.slice(1)}`, run.password);
  const act = <T = CounterView>(action: string, body: unknown = {}) =>
    officer?.command<T>(`/api/v1/counters/${counterId}/${action}`, body);
  const opened = await act('open');
  if (opened === undefined || (!opened.ok && opened.code !== 'counter-already-open')) return;
  await takeUp(run, counterId, officer, act, shared);
  while (!run.signal.aborted) {
    const called = await act('call-next');
    if (called === undefined || (!called.ok && called.code !== 'nobody-waiting')) return;
    const ticket = called.ok ? called.body.ticket : null;
    if (ticket === null) {
      if (shared.day.over) break;
      await shared.pass(askAgainMinutes);
      continue;
    }
    await serve(run, counterId, ticket.id, act, shared);
  }
  if (!run.signal.aborted) await act('close');
}

/** What the officer had begun before: a break is ended, the ticket in hand is served. */
async function takeUp(
  run: DayRun,
  counterId: string,
  officer: CentreClient | null,
  act: Act,
  shared: Shared,
): Promise<void> {
  const found = await officer?.get<CounterView>(`/api/v1/counters/${counterId}`);
  if (!found?.ok || !found.body.operator) return;
  if (found.body.counter.status === 'paused') await act('resume');
  if (found.body.ticket !== null) await serve(run, counterId, found.body.ticket.id, act, shared);
}

type Act = (action: string, body?: unknown) => Promise<{ ok: boolean }> | undefined;

async function serve(
  run: DayRun,
  counterId: string,
  ticketId: string,
  act: Act,
  { known, figures, pass }: Shared,
): Promise<void> {
  const visit = known.get(ticketId);
  await pass(visit?.walkMinutes ?? 0.5);
  if (visit !== undefined && !visit.comes) {
    await act('recall');
    await pass(1);
    await act('no-show');
    figures.noShow += 1;
    return;
  }
  await act('start');
  await pass(visit?.serviceMinutes ?? 5);
  if (visit?.transferTo) {
    known.set(ticketId, { ...visit, transferTo: null, serviceMinutes: 3 });
    const sent = await act('transfer', { serviceId: visit.transferTo, keepPlace: true });
    if (sent?.ok) {
      figures.transferred += 1;
      return;
    }
  }
  await act('finish');
  figures.finished += 1;
  if (visit?.rating) {
    const rated = await run.client.command('/api/v1/ratings', {
      counterId,
      ticketId,
      formId: 'five-buttons',
      answers: { opinion: visit.rating },
    });
    if (rated.ok) figures.rated += 1;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted || ms <= 0) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done);
  });
}
