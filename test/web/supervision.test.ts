// Supervision over the wire: who may move a counter, look at an officer's day or play a day again; that a move is an edit of
// the set-up, journalled and refused where somebody else was first; that a replayed day counts as the journal does.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperatorDay } from '../../protocol/endpoints/supervision-endpoints.ts';
import type { ReplayDay, ReplayFrames } from '../../protocol/views/replay-view.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { morning } from '../support/memory-floor.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type Asker, type People, peopleOf } from './asking.ts';

const minute = 60_000;
const friday = '2026-11-20';
let clock: ManualClock;
let centre: RunningCentre;
let people: People;
beforeAll(async () => {
  clock = manualClock(morning);
  centre = await startCentre({ clock, sample: 'commune' });
  people = await peopleOf(centre.url);
  await serveSix();
});
afterAll(async () => {
  await centre.stop();
  rmSync(centre.dataDir, { recursive: true, force: true });
});

async function deed(path: string, body: object = {}): Promise<void> {
  const answer = await people.officer.ask('POST', path, body, { 'idempotency-key': randomUUID() });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.code}`);
}
const act = (action: string, body: object = {}) => deed(`/api/v1/counters/c01/${action}`, body);

/** Counter 1 serves six of seven people, five minutes each, and rests a while. */
async function serveSix(): Promise<void> {
  await act('open');
  for (let person = 0; person < 7; person += 1) await deed('/api/v1/tickets', { serviceId: 'chung-thuc' });
  for (let person = 0; person < 6; person += 1) {
    await act('call-next');
    await act('start');
    clock.pass(5 * minute);
    await act('finish');
  }
  await act('pause', { reason: 'break' });
  clock.pass(10 * minute);
  await act('resume');
}

const view = (): SupervisorView => {
  const shown = centre.app.floor.view<'supervisor'>({ view: 'supervisor' });
  if (shown === null) throw new Error('no view');
  return shown;
};

describe('who may', () => {
  const span = `from=${morning}&to=${morning + minute}`;
  it.each([
    ['GET', `/api/v1/replay`, ['200', '200', '403', '403', '401']],
    ['GET', `/api/v1/replay/${friday}`, ['200', '200', '403', '403', '401']],
    ['GET', `/api/v1/replay/${friday}/frames?${span}`, ['200', '200', '403', '403', '401']],
    ['GET', '/api/v1/operators', ['200', '403', '403', '200', '401']],
    ['GET', '/api/v1/operators/canbo01/day', ['200', '403', '403', '200', '401']],
    ['GET', '/api/v1/operators/canbo02/day', ['200', '403', '403', '403', '401']],
    ['PUT', '/api/v1/counters/c01/zone', ['200', '200', '403', '403', '401']],
  ])('%s %s', async (method, path, expected) => {
    const body = method === 'PUT' ? { zoneId: 'sanh' } : undefined;
    const { supervisor, technician, guide, officer, anybody } = people;
    const answers = [];
    for (const each of [supervisor, technician, guide, officer, anybody])
      answers.push((await each.refusal(method, path, body)).slice(0, 3));
    expect(answers).toEqual(expected);
  });
});

describe('a counter moved to another zone', () => {
  it('is an edit of the set-up, journalled with who did it', async () => {
    const { body } = await people.technician.ask('GET', '/api/v1/setup');
    const zones = [...(body.zones as unknown as object[]), { id: 'lau', name: { vi: 'Lầu' }, floor: '2' }];
    expect((await people.technician.ask('PUT', '/api/v1/setup', { ...body, zones })).status).toBe(200);
    const before = view().setupRevision;
    const move = { zoneId: 'lau', revision: before };
    const moved = await people.supervisor.ask('PUT', '/api/v1/counters/c02/zone', move);
    expect(moved.body).toEqual({ counterId: 'c02', zoneId: 'lau', revision: before + 1 });
    expect(view().counters.find(({ id }) => id === 'c02')?.zoneId).toBe('lau');
    const last = centre.app.journal
      .rowsAfter(0, 1_000)
      .findLast(({ event }) => event.type === 'setup-changed');
    expect(last).toMatchObject({ actor: 'staff:giamsat', event: { revision: before + 1 } });
  });
  it('is refused where somebody else has edited the set-up since, and where there is no such place', async () => {
    const put = (path: string, body: object) => people.supervisor.refusal('PUT', path, body);
    const old = { zoneId: 'sanh', revision: 0 };
    expect(await put('/api/v1/counters/c02/zone', old)).toBe('409 setup-changed-meanwhile');
    expect(await put('/api/v1/counters/c02/zone', { zoneId: 'x' })).toBe('404 unknown-zone');
    expect(await put('/api/v1/counters/c99/zone', { zoneId: 'sanh' })).toBe('404 unknown-counter');
    expect(await put('/api/v1/counters/c02/zone', {})).toBe('400 invalid-request');
    expect(view().counters.find(({ id }) => id === 'c02')?.zoneId).toBe('lau');
  });
});

describe('an officer’s day', () => {
  it('tells what was served and rested, beside the usual of the same services', async () => {
    const { body } = await people.officer.ask('GET', '/api/v1/operators/canbo01/day');
    expect(body as unknown as OperatorDay).toMatchObject({
      ...{ day: friday, served: 6, noShows: 0, atCountersMs: 40 * minute },
      services: [{ serviceId: 'chung-thuc', served: 6, medianSeconds: 300, usualSeconds: 300, usualOf: 6 }],
      pauses: [{ times: 1, totalMs: 10 * minute }],
    });
  });
  it('is listed by name for a supervisor, the own alone for an officer', async () => {
    const listed = async (who: Asker) =>
      (
        (await who.ask('GET', '/api/v1/operators')).body.operators as unknown as {
          id: string;
          name: string;
        }[]
      ).map(({ id }) => id);
    expect(await listed(people.officer)).toEqual(['canbo01']);
    expect((await listed(people.supervisor)).sort()).toEqual(['canbo01', 'canbo02', 'canbo03', 'canbo04']);
  });
  it('is empty for a day without work, and of nobody where there is no such officer', async () => {
    const { body } = await people.supervisor.ask('GET', '/api/v1/operators/canbo01/day?day=2026-11-02');
    expect(body).toMatchObject({ served: 0, services: [], pauses: [], outcomes: [] });
    expect(await people.supervisor.refusal('GET', '/api/v1/operators/nobody/day')).toBe(
      '404 unknown-operator',
    );
    expect(await people.supervisor.refusal('GET', '/api/v1/operators/canbo01/day?day=x')).toBe(
      '400 invalid-request',
    );
  });
});

describe('a day played again', () => {
  const get = async <T>(path: string): Promise<T> => {
    const { status, body, code } = await people.supervisor.ask('GET', path);
    if (status !== 200) throw new Error(`${path}: ${status} ${code}`);
    return body as unknown as T;
  };
  it('ends with the figures of the live floor, and of the journal’s rows', async () => {
    const { days } = await get<{ days: string[] }>('/api/v1/replay');
    expect(days).toEqual([friday]);
    const day = await get<ReplayDay>(`/api/v1/replay/${friday}`);
    const { frames } = await get<ReplayFrames>(
      `/api/v1/replay/${friday}/frames?from=${day.firstAt}&to=${day.lastAt}&stepSeconds=60`,
    );
    const rows = centre.app.journal.rowsAfter(0, 1_000);
    const count = (type: string) => rows.filter(({ event }) => event.type === type).length;
    expect(frames.at(-1)?.today).toEqual(view().today);
    expect(frames.at(-1)?.today).toMatchObject({
      ...{ issued: count('ticket-issued'), finished: count('service-finished'), waiting: 1 },
    });
    expect(day.rows).toBe(rows.length);
    expect(frames.map(({ today }) => today.finished)).toEqual(
      [...frames.map(({ today }) => today.finished)].sort((a, b) => a - b),
    );
  });
  it('gives at most so many frames, within a span that is one', async () => {
    const refused = (query: string) =>
      people.supervisor.refusal('GET', `/api/v1/replay/${friday}/frames?${query}`);
    expect(await refused(`from=${morning}&to=${morning + 500_000}&stepSeconds=1`)).toBe(
      '400 invalid-request',
    );
    expect(await refused(`from=${morning}&to=${morning + 499_000}&stepSeconds=1`)).toBe('200');
    expect(await refused(`from=${morning}&to=${morning - 1}`)).toBe('400 invalid-request');
    expect(await refused('')).toBe('400 invalid-request');
  });
  it('is not known where the journal has nothing', async () => {
    expect(await people.supervisor.refusal('GET', '/api/v1/replay/2026-11-01')).toBe('404 unknown-day');
    expect(await people.supervisor.refusal('GET', '/api/v1/replay/yesterday')).toBe('400 invalid-request');
  });
  it('keeps no call waiting: numbers are given while a day is put together', async () => {
    const span = `from=${morning}&to=${morning + 499_000}&stepSeconds=1`;
    const order: string[] = [];
    const frames = people.supervisor
      .ask('GET', `/api/v1/replay/${friday}/frames?${span}`)
      .then(() => order.push('frames'));
    await deed('/api/v1/tickets', { serviceId: 'dat-dai' });
    order.push('number');
    await frames;
    expect(order).toEqual(['number', 'frames']);
  });
});
