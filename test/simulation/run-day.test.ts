// An invented day played through the real API of a running centre: everybody is accounted for in the journal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemonstration } from '../../server/simulation/demonstration.ts';
import { type Centre, inventedDay } from '../../server/simulation/invented-day.ts';
import { type DayRun, runDay } from '../../server/simulation/run-day.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const speed = 60_000;

async function dayAt(centre: RunningCentre, signal: AbortSignal, people: number): Promise<DayRun> {
  const answer = await centre.hall.get<Centre>('/api/v1/centre');
  if (!answer.ok) throw new Error('the centre does not answer');
  return {
    ...{ client: centre.hall, centre: answer.body, speed, password: 'denluot', signal },
    visits: inventedDay(answer.body, 'a small day').slice(0, people),
    counterIds: answer.body.counters.map(({ id }) => id as string),
  };
}
const countOf = (centre: RunningCentre, type: string) =>
  centre.app.journal.rowsAfter(0, 5_000).filter(({ event }) => event.type === type).length;

describe('a day', () => {
  let centre: RunningCentre;
  beforeAll(async () => {
    centre = await startCentre({ sample: 'commune' });
  });
  afterAll(() => centre.stop());

  it('ends with everybody served or absent, as the journal says, and the counters closed', async () => {
    const figures = await runDay(await dayAt(centre, new AbortController().signal, 24));
    expect(figures.issued).toBe(24);
    expect(figures.refused).toBe(0);
    const tickets = [...centre.app.floor.state.tickets.values()];
    expect(tickets.filter(({ status }) => status === 'finished')).toHaveLength(figures.finished);
    expect(tickets.filter(({ status }) => status === 'no-show')).toHaveLength(figures.noShow);
    expect(figures.finished + figures.noShow).toBe(24);
    expect(countOf(centre, 'rating-submitted')).toBe(figures.rated);
    expect(figures.rated).toBeGreaterThan(0);
    expect([...centre.app.floor.state.counters.values()].map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'closed'),
    );
  });
  it('takes up what had begun before: a break is ended, the ticket in hand is served', async () => {
    const issued = await centre.hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
    const [first, second] = [await centre.officer('canbo01'), await centre.officer('canbo02')];
    for (const act of ['open', 'call-next']) await first.command(`/api/v1/counters/c01/${act}`, {});
    await second.command('/api/v1/counters/c02/open', {});
    await second.command('/api/v1/counters/c02/pause', { reason: 'break' });
    const { finished } = await runDay(await dayAt(centre, new AbortController().signal, 6));
    expect(issued.ok).toBe(true);
    const tickets = [...centre.app.floor.state.tickets.values()];
    expect(tickets.filter(({ status }) => status !== 'finished' && status !== 'no-show')).toEqual([]);
    expect(finished).toBeGreaterThan(0);
    expect([...centre.app.floor.state.counters.values()].map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'closed'),
    );
  });
  it('stops when it is told to; what has begun is finished', async () => {
    const stop = new AbortController();
    const run = runDay({ ...(await dayAt(centre, stop.signal, 200)), speed: 600 });
    await expect.poll(() => countOf(centre, 'ticket-called')).toBeGreaterThan(26);
    stop.abort();
    const { issued } = await run;
    expect(issued).toBeLessThan(200);
    const inHand = [...centre.app.floor.state.tickets.values()].filter(({ status }) => status === 'called');
    expect(inHand).toEqual([]);
  });
});

describe('the demonstration', () => {
  it('begins with people in the hall, once, leaves counter 1 alone, and runs and stops its day', async () => {
    const centre = await startCentre({ sample: 'soc-trang' });
    const failures: unknown[] = [];
    const demonstration = createDemonstration(centre.url, (error) => failures.push(error));
    await demonstration.begin();
    const { state } = centre.app.floor;
    const seq = state.seq;
    expect(countOf(centre, 'ticket-issued')).toBeGreaterThanOrEqual(30);
    expect(countOf(centre, 'ticket-called')).toBeGreaterThanOrEqual(8);
    expect(countOf(centre, 'rating-submitted')).toBeGreaterThanOrEqual(1);
    expect(state.counters.get('c01' as never)?.status ?? 'closed').toBe('closed');
    await demonstration.begin();
    expect(centre.app.floor.state.seq).toBe(seq);
    const status = centre.app.floor.view<'status'>({ view: 'status' });
    expect(status?.announcements).toHaveLength(1);
    expect(status?.dossiers?.rows).toHaveLength(centre.app.floor.rules.setup.departments.length);
    expect(demonstration.run(2_000)).toEqual({ running: true, speed: 2_000 });
    await expect.poll(() => centre.app.floor.state.seq).toBeGreaterThan(seq + 5);
    expect(demonstration.run(0)).toEqual({ running: false, speed: 0 });
    await demonstration.close();
    expect(failures).toEqual([]);
    await centre.stop();
  });
});
