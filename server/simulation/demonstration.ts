// The demonstration's life: a few people and officers at the start so that no screen is empty, and on request the whole
// invented day at a speed. Counter 1 is left to the newcomer who is trying the system.
import { centreClient } from './centre-client.ts';
import { firstNotices } from './first-notices.ts';
import { type Centre, inventedDay } from './invented-day.ts';
import { runDay } from './run-day.ts';

const demoPassword = 'denluot';

export type Demonstration = {
  /** Speed 0 stops. */
  run(speed: number): { running: boolean; speed: number };
  /** A morning's first minutes, at once. */
  begin(): Promise<void>;
  close(): Promise<void>;
};

export function createDemonstration(base: string, failed: (error: unknown) => void): Demonstration {
  const client = centreClient(base);
  let stop: AbortController | null = null;
  let running: Promise<unknown> = Promise.resolve();
  const start = async (speed: number, signal: AbortSignal) => {
    const centre = await client.get<Centre>('/api/v1/centre');
    if (!centre.ok) return;
    const counterIds = centre.body.counters.map((counter) => counter.id as string).slice(1);
    const visits = inventedDay(centre.body, 'a day to be seen');
    await runDay({ client, centre: centre.body, visits, speed, counterIds, password: demoPassword, signal });
  };
  return {
    run(speed) {
      stop?.abort();
      stop = null;
      if (speed <= 0) return { running: false, speed: 0 };
      const mine = new AbortController();
      stop = mine;
      running = running
        .then(() => start(speed, mine.signal))
        .catch(failed)
        .finally(() => {
          if (stop === mine) stop = null;
        });
      return { running: true, speed };
    },
    async begin() {
      const floor = await client.get<{ seq: number; calls: unknown[] }>('/api/v1/floor');
      const centre = await client.get<Centre>('/api/v1/centre');
      if (!floor.ok || !centre.ok || floor.body.calls.length > 0) return;
      await firstMinutes(base, centre.body).catch(failed);
      await firstNotices(await client.signedIn('giamsat', demoPassword), centre.body).catch(failed);
    },
    async close() {
      stop?.abort();
      await running;
    },
  };
}

/** Thirty people take numbers; some officers open, call, start, and one in three finishes. */
async function firstMinutes(base: string, centre: Centre): Promise<void> {
  const client = centreClient(base);
  const people = inventedDay(centre, 'the first minutes').slice(0, Math.min(40, centre.counters.length * 2));
  for (const person of people) await client.command('/api/v1/tickets', { serviceId: person.serviceId });
  const staffed = centre.counters.filter((_, index) => index > 0 && index % 2 === 1);
  for (const [index, { id }] of staffed.entries()) {
    const officer = await client.signedIn(`canbo${id.slice(1)}`, demoPassword);
    const act = (action: string, body: unknown = {}) =>
      officer?.command(`/api/v1/counters/${id}/${action}`, body);
    await act('open');
    const called = await act('call-next');
    if (index % 4 === 3 && !called?.ok) await act('pause', { reason: 'break' });
    if (!called?.ok || index % 3 === 0) continue;
    await act('start');
    if (index % 3 === 1) continue;
    await act('finish');
    const rated = await client.command('/api/v1/ratings', {
      counterId: id,
      formId: 'five-buttons',
      answers: { opinion: 'sat_attitude' },
    });
    if (rated.ok) await act('call-next');
  }
}
