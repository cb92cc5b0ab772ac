// Forty counters of one profile over real sockets: all press "next" at the same instant, round after round. Nobody is called
// twice and nobody is skipped. And a command whose answer was lost on the way is given again: one event.
import { rmSync } from 'node:fs';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../protocol/commands.ts';
import type { CommandId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { CommandAnswer } from '../../protocol/socket-names.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { centreFolder, signedIn } from './asking.ts';

const service = 'tttt-nop';
const names = Array.from({ length: 40 }, (_, index) => String(index + 1).padStart(2, '0'));
const kiosk: Actor = { kind: 'device', id: 'kiosk' };
let dataDir = '';
let centre: RunningCentre;
const sockets: Socket[] = [];

/** The sample with forty like counters and an officer for each. */
function fortyCounters(setup: Setup): Setup {
  const [counter] = setup.counters;
  const profile = setup.profiles.find(({ id }) => id === counter?.profileId);
  const officer = setup.staff.find(({ username }) => username === 'canbo01');
  if (counter === undefined || profile === undefined || officer === undefined) throw new Error('no sample');
  return {
    ...setup,
    profiles: [{ ...profile, serviceIds: [service as never] }],
    counters: names.map((name) => ({ ...counter, id: `c${name}` as never, number: String(Number(name)) })),
    staff: [
      ...setup.staff.filter(({ roles }) => !roles.includes('operator')),
      ...names.map((name) => ({ ...officer, username: `canbo${name}` as never })),
    ],
    devices: {} as never,
  };
}

beforeAll(async () => {
  dataDir = await centreFolder(fortyCounters);
  centre = await startCentre({ dataDir });
});
afterAll(async () => {
  for (const socket of sockets) socket.disconnect();
  await centre.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function windowOf(name: string): Promise<Socket> {
  const { cookie } = await signedIn(centre.url, `canbo${name}`);
  const socket = io(centre.url, {
    ...{ path: '/live', transports: ['websocket'], forceNew: true, reconnection: false },
    extraHeaders: { cookie },
  });
  sockets.push(socket);
  await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
  return socket;
}
let ids = 0;
const send = (socket: Socket, command: object): Promise<CommandAnswer> => {
  ids += 1;
  return socket.emitWithAck('command', { id: `forty-${ids}`, command });
};
const take = (): { ticketId: string; number: string } => {
  ids += 1;
  const taken = centre.app.floor.execute(
    `take-${ids}` as CommandId,
    { type: 'issue-ticket', serviceId: service as never },
    kiosk,
  );
  if (!taken.ok) throw new Error('no number was given');
  return taken.result as { ticketId: string; number: string };
};
const events = () => centre.app.journal.rowsAfter(0, 100_000);

test('forty counters press at the same instant, three times over: no ticket twice, none skipped', async () => {
  const windows = await Promise.all(
    names.map(async (name) => ({ id: `c${name}`, socket: await windowOf(name) })),
  );
  const numbers = Array.from({ length: 100 }, () => take().number);
  const all = (command: (id: string) => object) =>
    Promise.all(windows.map(({ id, socket }) => send(socket, { counterId: id, ...command(id) })));
  expect((await all(() => ({ type: 'open-counter' }))).every(({ ok }) => ok)).toBe(true);
  const called: string[] = [];
  const present = new Map<string, string>();
  for (const expected of [40, 40, 20]) {
    const answers = await all((id) => ({
      type: 'call-next',
      ...(present.has(id) ? { finishPresent: present.get(id) } : {}),
    }));
    const round: string[] = [];
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) throw new Error(answer.problem.code);
      const { ticketId, number } = answer.answer as { ticketId: string | null; number: string | null };
      if (ticketId === null || number === null) continue;
      present.set(windows[index]?.id ?? '', ticketId);
      round.push(number);
    }
    expect(round).toHaveLength(expected);
    called.push(...round.toSorted());
    if (expected === 40) await all(() => ({ type: 'start-service' }));
  }
  expect(called, 'everybody once, and each round the first that waited').toEqual(numbers);
  const calls = events().flatMap(({ event }) => (event.type === 'ticket-called' ? [event] : []));
  expect(new Set(calls.map(({ ticketId }) => ticketId)).size).toBe(100);
  expect(calls.map(({ callSeq }) => callSeq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  await all(() => ({ type: 'finish-service' }));
});

test('a press whose answer was lost on the way is pressed again: one call, the same answer', async () => {
  const { number } = take();
  const before = events().length;
  const command = { type: 'call-next', counterId: 'c01' };
  const lost = await windowOf('01');
  const taken = new Promise<void>((resolve) => {
    const stop = centre.app.floor.onChange(() => {
      stop();
      resolve();
    });
  });
  lost.emit('command', { id: 'lost-answer', command }, () => {});
  await taken;
  lost.disconnect();
  const again = await windowOf('01');
  const answers = [
    await again.emitWithAck('command', { id: 'lost-answer', command }),
    await again.emitWithAck('command', { id: 'lost-answer', command }),
  ];
  expect(answers).toMatchObject([
    { ok: true, answer: { number } },
    { ok: true, answer: { number } },
  ]);
  expect(
    events()
      .slice(before)
      .map(({ event }) => event.type),
  ).toEqual(['ticket-called']);
  expect((await send(again, { type: 'start-service', counterId: 'c01' })).ok).toBe(true);
});

test('a refusal whose answer was lost is refused again, although the press would be allowed by now', async () => {
  const window = await windowOf('02');
  const press = { id: 'lost-refusal', command: { type: 'call-next', counterId: 'c02' } };
  expect(await window.emitWithAck('command', press)).toMatchObject({ problem: { code: 'nobody-waiting' } });
  take();
  expect(await window.emitWithAck('command', press)).toMatchObject({ problem: { code: 'nobody-waiting' } });
  expect((await send(window, press.command)).ok).toBe(true);
});

test('an officer whose counter was closed under them is told so, and nobody who waits is lost', async () => {
  const [officer, supervisor] = [await windowOf('03'), await signedIn(centre.url, 'giamsat')];
  const close = () =>
    supervisor.ask(
      'POST',
      '/api/v1/counters/c03/close',
      {},
      { 'idempotency-key': `close-${events().length}` },
    );
  const first = take();
  expect((await send(officer, { type: 'call-next', counterId: 'c03' })).ok).toBe(true);
  expect(await close()).toMatchObject({ status: 409, code: 'ticket-in-hand' });
  expect(
    (await send(officer, { type: 'finish-service', counterId: 'c03', ticketId: first.ticketId })).ok,
  ).toBe(true);
  const second = take();
  expect(await close()).toMatchObject({ status: 200 });
  for (const type of ['call-next', 'finish-service', 'pause-counter', 'undo-step'])
    expect(
      await send(officer, { type, counterId: 'c03', ...(type === 'pause-counter' ? { reason: 'x' } : {}) }),
    ).toMatchObject({
      problem: { code: 'counter-not-open', status: 409 },
    });
  expect(centre.app.floor.state.tickets.get(second.ticketId as never)?.status).toBe('waiting');
  expect((await send(officer, { type: 'open-counter', counterId: 'c03' })).ok).toBe(true);
  expect(await send(officer, { type: 'call-next', counterId: 'c03' })).toMatchObject({
    ok: true,
    answer: { number: second.number },
  });
});
