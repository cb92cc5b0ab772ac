// The neutral benchmark as the staffing harness sees it: its modules, loaded from a folder named on the command line, and
// what is learned from its log of events: visitors by half hour, time a visitor takes a counter, today's count.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import { scaledToToday } from '../../server/domain/staffing/expected-arrivals.ts';
import { type StaffingPicture, sharedGroups } from '../../server/domain/staffing/staffing-picture.ts';

type JudgeCounter = {
  id: string;
  reserve: boolean;
  services: string[];
  comp: number;
  status: 'closed' | 'idle' | 'calling' | 'serving' | 'break';
  ticket: { service: string } | null;
  calledAt: number;
  since: number;
};
export type JudgeView = {
  now: number;
  waiting: { service: string; joinedAt: number }[];
  counters: JudgeCounter[];
  day: { roster: Record<string, number[]> };
};
type JudgePub = {
  services: { id: string; dept: string }[];
  counters: { id: string; services: string[] }[];
  component: { service: Record<string, number> };
  hours: { sessions: [number, number][]; overtime: number };
};
type JudgeCentre = { pub: JudgePub };
export type JudgeDay = { id: string };
type JudgeEvent = { type: string; t: number; ticket?: string; counter?: string; service?: string };
type JudgeRow = {
  service: string;
  stage: number;
  outcome: string;
  joinedAt: number;
  calledAt: number | null;
};
export type Judge = {
  HISTORY: string[];
  makeCentre(profile: string, seed: string, options: object): JudgeCentre;
  makeDay(centre: JudgeCentre, kind: string, seed: string): JudgeDay;
  playDay(play: object): Promise<{ rows: JudgeRow[] }>;
  driver(): object;
};

export async function loadJudge(folder: string): Promise<Judge> {
  const load = (name: string) => import(pathToFileURL(path.resolve(folder, 'src', name)).href);
  const [generate, world, policies, run] = await Promise.all(
    ['generate.mjs', 'world.mjs', 'policies.mjs', 'run.mjs'].map(load),
  );
  return {
    HISTORY: run.HISTORY,
    makeCentre: generate.makeCentre,
    makeDay: generate.makeDay,
    playDay: world.playDay,
    driver: () => policies.driverOf(policies.promise({ P: 8, cap: 20, lead: 3 })),
  };
}

const halfHour = 1800;
type Mean = { sum: number; count: number };

export class JudgeLog {
  days = 0;
  readonly #pub: JudgePub;
  readonly #arrived = new Map<string, Map<number, number>>();
  readonly #took = new Map<string, Mean>();
  readonly #today = new Map<string, number>();
  readonly #pace = new Map<string, { took: number; usual: number }>();
  readonly #called = new Map<string, number>();
  readonly #keeps: boolean;
  constructor(pub: JudgePub, from?: JudgeLog) {
    this.#pub = pub;
    this.#keeps = from === undefined;
    if (from === undefined) return;
    this.days = from.days;
    this.#arrived = from.#arrived;
    this.#took = from.#took;
  }

  #latest: JudgeLog = this;
  /** The same figures for a day that is not to be kept. */
  forOneDay(): JudgeLog {
    this.#latest = new JudgeLog(this.#pub, this);
    return this.#latest;
  }

  onDay(): void {
    if (this.#keeps) this.days += 1;
  }

  onEvent(event: JudgeEvent): void {
    const { type, t, service = '', counter = '' } = event;
    if (type === 'arrive') {
      this.#today.set(service, (this.#today.get(service) ?? 0) + 1);
      const half = Math.floor(t / halfHour);
      const byHalf = this.#arrived.get(service) ?? new Map<number, number>();
      if (this.#keeps) this.#arrived.set(service, byHalf.set(half, (byHalf.get(half) ?? 0) + 1));
    }
    if (type === 'counter_open') this.#opened.set(counter, t);
    if (type === 'call') this.#called.set(counter, t);
    if (type === 'end') {
      const seconds = t - (this.#called.get(counter) ?? t);
      const mean = this.#took.get(service) ?? { sum: 0, count: 0 };
      const dept = this.#deptOf(service);
      const pace = this.#pace.get(dept) ?? { took: 0, usual: 0 };
      if (!this.#keeps)
        this.#pace.set(dept, {
          took: pace.took + seconds,
          usual: pace.usual + this.#usualMs(service) / 1000,
        });
      else this.#took.set(service, { sum: mean.sum + seconds, count: mean.count + 1 });
    }
  }

  #deptOf(service: string): string {
    return this.#pub.services.find(({ id }) => id === service)?.dept ?? '';
  }

  #usualMs(service: string): number {
    const { sum, count } = this.#took.get(service) ?? { sum: 0, count: 0 };
    return ((sum + 3 * 420) / (count + 3)) * 1000;
  }

  picture(
    view: JudgeView,
    due: ReadonlyMap<string, number>,
    lent: ReadonlyMap<string, readonly string[]>,
  ): StaffingPicture {
    return this.#latest.#pictureNow(view, due, lent);
  }

  #pictureNow(
    view: JudgeView,
    due: ReadonlyMap<string, number>,
    lent: ReadonlyMap<string, readonly string[]>,
  ): StaffingPicture {
    const at = view.now * 1000;
    const { sessions, overtime } = this.#pub.hours;
    const session = view.now < (sessions[0]?.[1] ?? 0) + overtime ? 0 : 1;
    const [begins = 0, ends = 0] = sessions[session] ?? [];
    const expected = scaledToToday(
      this.#pub.services.map(({ id }) => this.#usual(id)),
      at,
    );
    const usualMs = (service: string) => {
      const { took, usual } = this.#pace.get(this.#deptOf(service)) ?? { took: 0, usual: 0 };
      return this.#usualMs(service) * ((took + 4000) / (usual + 4000));
    };
    return {
      ...{
        at,
        sessionBeginsAt: begins * 1000,
        sessionEndsAt: ends * 1000,
        groups: sharedGroups(
          this.#pub.counters.map((each) => ({ serviceIds: each.services as ServiceId[] })),
        ),
      },
      services: this.#pub.services.map(({ id }) => {
        const joined = view.waiting.filter(({ service }) => service === id).map(({ joinedAt }) => joinedAt);
        return {
          serviceId: id as ServiceId,
          waiting: joined.length,
          longestWaitMs: joined.length === 0 ? 0 : (view.now - Math.min(...joined)) * 1000,
          occupiesMs: usualMs(id),
          expected: expected.get(id as ServiceId) ?? [],
        };
      }),
      counters: view.counters.map((counter) => {
        const isDue =
          !counter.reserve && view.day.roster[counter.id]?.includes(session) && view.now < begins + 900;
        const dueAt = due.get(counter.id);
        return {
          counterId: counter.id as CounterId,
          serviceIds: counter.services as ServiceId[],
          status: counter.status === 'closed' ? 'closed' : counter.status === 'break' ? 'paused' : 'open',
          reserve: counter.reserve,
          openedAt: counter.status === 'closed' ? null : Math.max(begins, this.#openedAt(counter)) * 1000,
          opensAt:
            dueAt !== undefined ? dueAt * 1000 : isDue ? Math.max(begins, view.now + 120) * 1000 : null,
          busyForMs:
            counter.ticket === null
              ? 0
              : Math.max(
                  usualMs(counter.ticket.service) * 0.3,
                  usualMs(counter.ticket.service) - (view.now - counter.calledAt) * 1000,
                ),
          lentFor: (lent.get(counter.id) ?? []) as ServiceId[],
        } as const;
      }),
    };
  }

  readonly #opened = new Map<string, number>();
  #openedAt({ id, status }: JudgeCounter): number {
    return status === 'closed' ? 0 : (this.#opened.get(id) ?? 0);
  }

  #usual(service: string) {
    const byHalf = [...(this.#arrived.get(service) ?? [])].sort(([a], [b]) => a - b);
    return {
      serviceId: service as ServiceId,
      usual: byHalf.map(([half, count]) => ({
        ...{
          fromAt: half * halfHour * 1000,
          toAt: (half + 1) * halfHour * 1000,
          visitors: count / this.days,
        },
      })),
      arrivedToday: this.#today.get(service) ?? 0,
    };
  }
}
