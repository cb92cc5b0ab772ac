// The live socket with real clients: whole views, commands with an answer, two windows at one counter, forty counters at
// once, a restart, and who may see what.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandAnswer, Envelope } from '../../protocol/socket-names.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'denluot-live-'));
let centre: RunningCentre;
const sockets: Socket[] = [];
beforeAll(async () => {
  centre = await startCentre({ dataDir });
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await centre.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function cookieOf(username: string): Promise<string> {
  const answer = await fetch(`${centre.url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'denluot' }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
async function screen(headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(centre.url, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: headers,
    reconnection: false,
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}
const nextView = <B>(socket: Socket, wanted: (body: B) => boolean) =>
  new Promise<B>((resolve) => {
    const hear = (envelope: Envelope) => {
      if (!wanted(envelope.body as B)) return;
      socket.off('view', hear);
      resolve(envelope.body as B);
    };
    socket.on('view', hear);
  });
let step = 0;
const send = (socket: Socket, command: unknown): Promise<CommandAnswer> => {
  step += 1;
  return socket.emitWithAck('command', { id: `live-${step}`, command });
};

test('what anybody may see names no ticket’s id, which is the secret of its link', async () => {
  const taken = await centre.hall.command<{ ticket: { id: string; number: string } }>('/api/v1/tickets', {
    serviceId: 'khdt-dkdn',
  });
  if (!taken.ok) throw new Error('no number was given');
  const { id, number } = taken.body.ticket;
  const counter = centre.app.floor.rules.setup.counters.find(({ id: counterId }) =>
    centre.app.floor.rules.servicesOf.get(counterId)?.includes('khdt-dkdn' as never),
  );
  const officer = await centre.officer(`canbo${counter?.id.slice(1)}`);
  await officer.command(`/api/v1/counters/${counter?.id}/open`, {});
  await officer.command(`/api/v1/counters/${counter?.id}/call`, { ticketId: id });
  const floor = await centre.hall.get('/api/v1/floor');
  const hall = await screen();
  const shown = nextView<HallView>(hall, () => true);
  await hall.emitWithAck('subscribe', { view: 'hall' });
  for (const seen of [JSON.stringify(floor), JSON.stringify(await shown)]) {
    expect(seen).toContain(number);
    expect(seen).not.toContain(id);
  }
});

test('a hall board receives the whole view at once and again after a call', async () => {
  const hall = await screen();
  const first = nextView<HallView>(hall, () => true);
  expect(await hall.emitWithAck('subscribe', { view: 'hall' })).toEqual({ ok: true });
  expect((await first).nowServing).toHaveLength(24);
  const officer = await centre.officer('canbo03');
  await centre.hall.command('/api/v1/tickets', { serviceId: 'nv-nop' });
  await officer.command('/api/v1/counters/c03/open', {});
  const called = nextView<HallView>(hall, (body) => body.calls[0]?.counterNumber === '3');
  await officer.command('/api/v1/counters/c03/call-next', {});
  expect((await called).calls[0]).toMatchObject({ number: 'G001', counterNumber: '3', recall: false });
});

test('two windows of one officer press next at once: one call, one refusal, the same view in both', async () => {
  const cookie = await cookieOf('canbo06');
  const [left, right] = [await screen({ cookie }), await screen({ cookie })];
  for (let people = 0; people < 2; people += 1)
    await centre.hall.command('/api/v1/tickets', { serviceId: 'tnmt-dat' });
  for (const window of [left, right])
    expect(await window.emitWithAck('subscribe', { view: 'counter', counterId: 'c06' })).toEqual({
      ok: true,
    });
  expect((await send(left, { type: 'open-counter', counterId: 'c06' })).ok).toBe(true);
  const seen = [left, right].map((window) => nextView<CounterView>(window, (body) => body.ticket !== null));
  const answers = await Promise.all(
    [left, right].map((window) => send(window, { type: 'call-next', counterId: 'c06' })),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(answers.find((answer) => !answer.ok)).toMatchObject({
    problem: { code: 'ticket-in-hand', status: 409 },
  });
  const [a, b] = await Promise.all(seen);
  expect(a).toEqual(b);
});

test('all counters of a profile press at the same instant: every ticket to one counter, none skipped', async () => {
  const officers = await Promise.all(
    ['13', '14', '15'].map(async (n) => ({
      n,
      socket: await screen({ cookie: await cookieOf(`canbo${n}`) }),
    })),
  );
  const numbers: string[] = [];
  for (let people = 0; people < 3; people += 1) {
    const taken = await centre.hall.command<{ ticket: { number: string } }>('/api/v1/tickets', {
      serviceId: 'gtvt-gplx',
    });
    if (taken.ok) numbers.push(taken.body.ticket.number);
  }
  for (const { n, socket } of officers) await send(socket, { type: 'open-counter', counterId: `c${n}` });
  const answers = await Promise.all(
    officers.map(({ n, socket }) => send(socket, { type: 'call-next', counterId: `c${n}` })),
  );
  const called = answers.map((answer) =>
    answer.ok ? (answer.answer as { number: string }).number : answer.problem.code,
  );
  expect(called.sort()).toEqual(numbers.sort());
});

test('views and commands keep to identity, form and measure', async () => {
  const anybody = await screen();
  expect(await anybody.emitWithAck('subscribe', { view: 'counter', counterId: 'c01' })).toMatchObject({
    problem: { code: 'not-signed-in' },
  });
  expect(await anybody.emitWithAck('subscribe', { view: 'nothing' })).toMatchObject({
    problem: { code: 'invalid-request' },
  });
  expect(await anybody.emitWithAck('subscribe', { view: 'hall', zoneId: 'nowhere' })).toMatchObject({
    problem: { code: 'not-found' },
  });
  expect(await send(anybody, { type: 'call-next', counterId: 'c01' })).toMatchObject({
    problem: { code: 'not-signed-in' },
  });
  expect(await send(anybody, { type: 'start-business-day' })).toMatchObject({
    problem: { code: 'not-allowed' },
  });
  expect(await send(anybody, { type: 'issue-ticket' })).toMatchObject({
    problem: { code: 'invalid-request' },
  });
  const many = await Promise.all(
    Array.from({ length: 60 }, () => send(anybody, { type: 'recall-ticket', counterId: 'c01' })),
  );
  expect(many.some((answer) => !answer.ok && answer.problem.code === 'too-many-requests')).toBe(true);
  const foreign = io(centre.url, {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: { origin: 'http://elsewhere.example' },
    reconnection: false,
  });
  sockets.push(foreign);
  await expect(
    new Promise<void>((resolve, reject) => foreign.once('connect', resolve).once('connect_error', reject)),
  ).rejects.toThrow();
});

test('after a restart a screen that comes back is shown what it missed', async () => {
  const officer = await centre.officer('canbo10');
  await centre.hall.command('/api/v1/tickets', { serviceId: 'yt-attp' });
  await officer.command('/api/v1/counters/c10/open', {});
  await officer.command('/api/v1/counters/c10/call-next', {});
  const { callSeq } = centre.app.floor.state;
  await centre.stop();
  centre = await startCentre({ dataDir });
  const hall = await screen();
  const view = nextView<HallView>(hall, () => true);
  await hall.emitWithAck('subscribe', { view: 'hall' });
  expect((await view).calls[0]).toMatchObject({ callSeq, counterNumber: '10' });
});
