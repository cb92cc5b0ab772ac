// Whatever fails, nobody is called twice and nobody out of turn: a board that is cut off, a server that is killed, a browser
// that holds the sound back. The board says what is wrong, and the supervisor is told.
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Announced } from '../../protocol/announced.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { centreClient } from '../../server/simulation/centre-client.ts';
import {
  announcedOn,
  type Boards,
  type Hall,
  howOn,
  inZoneA,
  inZoneB,
  look,
  onceEach,
  oneMoreInZoneA,
  oneMoreInZoneB,
  soundedFrom,
  startBoards,
  startHall,
  toTheEnd,
  turns,
} from '../support/announcing.ts';
import { briefly } from '../support/sample-centre.ts';

let boards: Boards;
let quietBoards: Boards;
beforeAll(async () => {
  [boards, quietBoards] = await Promise.all([startBoards(), startBoards('held-back')]);
});
afterAll(async () => {
  await boards.close();
  await quietBoards.close();
});

const patiently = { timeout: 60_000, interval: 100 };

/** A demonstration with one board at the end of a cable. */
async function atTheCable(
  speech: Partial<SpeechSetup>,
  play: (hall: Hall, cable: Cable, board: Page) => Promise<void>,
): Promise<void> {
  const hall = await startHall({ ...briefly, ...speech });
  const cable = await cableTo(hall.url);
  const board = await boards.open(`${cable.url}/hall`);
  try {
    await board.getByTestId('now-serving').waitFor();
    await play(hall, cable, board);
  } finally {
    await board.context().close();
    await cable.close();
    await hall.close();
  }
}

describe.concurrent('eight officers press at once while a board is cut off and the server is killed once', () => {
  test('back in time: the board announces all eight, each once, in order', ({ expect }) =>
    atTheCable({}, async (hall, cable, board) => {
      const [before, ...officers] = await hall.open([oneMoreInZoneA, ...inZoneA, ...inZoneB]);
      await before?.callNext();
      await expect.poll(() => howOn(board), patiently).toEqual(onceEach([1]));
      cable.pull();
      await Promise.all(officers.map(({ callNext }) => callNext()));
      await expect.poll(() => hall.loudspeaker('loa-b').length, patiently).toBeGreaterThan(0);
      await hall.kill();
      await board.getByTestId('out-of-date').waitFor();
      await hall.comeBack();
      cable.plug();
      await board.getByTestId('out-of-date').waitFor({ state: 'detached' });
      const calls = [1, 2, 3, 4, 5, 6, 7, 8, 9];
      await expect.poll(() => howOn(board), patiently).toEqual(onceEach(calls));
      expect(await soundedFrom(board)).toEqual(toTheEnd(calls));
      await everyLoudspeakerOnce(expect, hall, calls);
    }));

  test('back too late: what is old is in the list only, and what is fresh is announced', ({ expect }) =>
    atTheCable({ announcedForSeconds: 10 }, async (hall, cable, board) => {
      const [before, after, ...officers] = await hall.open([
        ...[oneMoreInZoneA, oneMoreInZoneB],
        ...[...inZoneA, ...inZoneB],
      ]);
      await before?.callNext();
      await expect.poll(() => howOn(board), patiently).toEqual(onceEach([1]));
      cable.pull();
      const pressed = await Promise.all(officers.map(({ callNext }) => callNext()));
      await expect.poll(() => hall.loudspeaker('loa-a').length, patiently).toBeGreaterThan(2);
      await hall.kill();
      await hall.comeBack();
      const newest = Math.max(...pressed.map(({ calledAt }) => calledAt));
      await expect.poll(() => Date.now() - newest, patiently).toBeGreaterThan(10_000);
      expect(await board.getByTestId('out-of-date').count()).toBe(1);
      const fresh = await after?.callNext();
      cable.plug();
      await expect.poll(() => board.getByTestId('newest-number').innerText(), patiently).toBe(fresh?.number);
      const inList = await board.getByTestId('recent-calls').locator('b').allInnerTexts();
      expect(inList).toEqual((await hall.pressed()).slice(3, 9).reverse());
      await expect
        .poll(() => howOn(board), patiently)
        .toEqual([
          [1, 'spoken'],
          [10, 'spoken'],
        ]);
      expect(await soundedFrom(board)).toEqual(toTheEnd([1, 10]));
      await everyLoudspeakerOnce(expect, hall, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }));

  test('a board that could not fetch a sound while the server was away speaks it when it is back', ({
    expect,
  }) =>
    atTheCable({ times: 2, wordsPerMinute: 100 }, async (hall, _cable, board) => {
      const officers = await hall.open([inZoneB[0], inZoneB[1]]);
      await board.route(/calls\/2\/sound/, (route) => route.abort());
      for (const { callNext } of officers) await callNext();
      await expect.poll(() => soundedFrom(board), patiently).toEqual(['1 begins']);
      await hall.kill();
      const killedAt = Date.now();
      await board.unrouteAll();
      // Longer than the board tries at once, and shorter than the first call is spoken.
      await expect.poll(() => Date.now() - killedAt, patiently).toBeGreaterThan(5_000);
      await hall.comeBack();
      await expect.poll(() => howOn(board), patiently).toEqual(onceEach([1, 2]));
      expect(await soundedFrom(board)).toEqual(toTheEnd([1, 2]));
      await everyLoudspeakerOnce(expect, hall, [1, 2]);
    }));

  test('what a board has announced while it was cut off is told to the server once', ({ expect }) =>
    atTheCable({}, async (hall, cable, board) => {
      const id = await paired(hall, board);
      const officers = await hall.open([...inZoneA, oneMoreInZoneA, inZoneB[0]]);
      await hall.mute('khu-a', true);
      await hall.mute('khu-b', true);
      for (const { callNext } of officers) await callNext();
      await expect.poll(async () => (await howOn(board)).length, patiently).toBe(1);
      await expect.poll(() => toldBy(hall, id)).toEqual([1]);
      cable.pull();
      await expect.poll(async () => (await howOn(board)).length, patiently).toBe(4);
      cable.plug();
      await expect.poll(async () => (await howOn(board)).length, patiently).toBe(6);
      await expect.poll(async () => (await toldBy(hall, id))[0]).toBe(6);
      expect(await toldBy(hall, id)).toEqual([6, 5, 4, 3, 2, 1]);
    }));
});

test('the browser holds the sound back: the board says so, the supervisor sees it, and a touch lets the sound out', async ({
  expect,
}) => {
  const hall = await startHall();
  try {
    const [first, second] = await hall.open([inZoneA[0], inZoneA[1]]);
    const board = await quietBoards.open(`${hall.url}/hall`, { hasTouch: true });
    const id = await paired(hall, board);
    const statusOf = async () => {
      const { devices } = await hall.read<{ devices: DeviceView[] }>('/api/v1/devices');
      return devices.find((device) => device.id === id)?.status;
    };
    await expect.poll(statusOf).toMatchObject({ grade: 'warning', reason: 'audio-blocked' });
    const called = await first?.callNext();
    // Only looks that do not count as a touch, until there is one.
    const shown = (testId: string) =>
      look<string | null>(board, `document.querySelector('[data-testid=${testId}]')?.innerText ?? null`);
    await expect.poll(() => shown('newest-number')).toBe(called?.number);
    expect(await shown('sound-blocked')).toContain('Âm thanh đang bị chặn');
    const strip = await look<{ width: number; height: number; lies: boolean }>(
      board,
      `(() => {
        const strip = document.querySelector('[data-testid=sound-blocked]');
        const { width, height, left, top } = strip.getBoundingClientRect();
        const lies = strip.contains(document.elementFromPoint(left + width / 2, top + height / 2));
        return { width: width / innerWidth, height: height / innerHeight, lies };
      })()`,
    );
    expect(strip).toMatchObject({ width: 1, lies: true });
    expect(strip.height).toBeGreaterThan(0.05);
    expect(await howOn(board)).toEqual(onceEach([1], 'blocked'));
    expect(await soundedFrom(board)).toEqual([]);
    await board.touchscreen.tap(320, 120);
    await expect.poll(() => shown('sound-blocked')).toBe(null);
    await second?.callNext();
    await expect
      .poll(() => howOn(board))
      .toEqual([
        [1, 'blocked'],
        [2, 'spoken'],
      ]);
    expect(await soundedFrom(board)).toEqual(toTheEnd([2]));
    await expect.poll(statusOf).toMatchObject({ grade: 'good' });
    await expect.poll(() => toldBy(hall, id)).toEqual([2, 1]);
    const { announced } = await hall.read<{ announced: Announced[] }>(`/api/v1/devices/${id}/announced`);
    expect(announced.map(({ how }) => how)).toEqual(['spoken', 'blocked']);
    expect([...announced].reverse()).toEqual(await announcedOn(board));
    await board.context().close();
  } finally {
    await hall.close();
  }
});

/** Pairs the board as a hall board, and gives the id by which the server knows it. */
async function paired(hall: Hall, board: Page): Promise<string> {
  const anybody = centreClient(hall.url);
  const asked = await anybody.post<{ pairingId: string; code: string; secret: string }>(
    '/api/v1/devices/pair',
    {
      kind: 'hall',
    },
  );
  const technician = await anybody.signedIn('quantri', 'denluot');
  if (!asked.ok || technician === null) throw new Error('the board could not ask');
  const { code, pairingId, secret } = asked.body;
  await technician.post('/api/v1/devices/pair/approve', { code, name: 'Ti vi sảnh' });
  const address = `${new URL(board.url()).origin}/api/v1/devices/pair/${pairingId}/claim`;
  const claimed = await board.context().request.post(address, { data: { secret } });
  await board.reload();
  return (await claimed.json()).deviceId;
}

/** The calls of which the board has told the server, newest first. */
async function toldBy(hall: Hall, deviceId: string): Promise<number[]> {
  const { announced } = await hall.read<{ announced: Announced[] }>(`/api/v1/devices/${deviceId}/announced`);
  return announced.map(({ callSeq }) => callSeq);
}

/** Each call has had its turn at the loudspeaker of its zone once, in order; one that a kill broke off has no end. */
async function everyLoudspeakerOnce(
  expect: typeof import('vitest').expect,
  hall: Hall,
  calls: readonly number[],
): Promise<void> {
  const spoken = () =>
    ['loa-a', 'loa-b'].map((id) =>
      turns(hall.loudspeaker(id))
        .ended.filter(([, how]) => how === 'spoken')
        .map(([callSeq]) => callSeq),
    );
  const inOrder = (list: number[]) => [...list].sort((a, b) => a - b);
  await expect.poll(() => inOrder(spoken().flat()), patiently).toEqual(calls);
  for (const each of spoken()) expect(each).toEqual(inOrder(each));
  for (const id of ['loa-a', 'loa-b']) {
    const { begun, ended } = turns(hall.loudspeaker(id));
    expect(begun).toEqual(inOrder(begun));
    expect(ended.filter(([, how]) => how !== 'spoken')).toEqual([]);
  }
}

type Cable = {
  /** The server's address through this cable. */
  readonly url: string;
  /** Nothing passes any more and nobody is told, as with a plug that is pulled. */
  pull(): void;
  plug(): void;
  close(): Promise<void>;
};

/** A network cable between a board and the server. */
async function cableTo(url: string): Promise<Cable> {
  const { hostname, port } = new URL(url);
  const sockets = new Set<Socket>();
  let pulled = false;
  const cable = createServer((board) => {
    const server = dial(Number(port), hostname);
    for (const [from, to] of [
      [board, server],
      [server, board],
    ] as const) {
      sockets.add(from);
      from.on('data', (bytes) => void to.write(bytes));
      from.on('error', () => {});
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      if (pulled) from.pause();
    }
  });
  await new Promise<void>((resolve) => cable.listen(0, '127.0.0.1', () => resolve()));
  return {
    url: `http://127.0.0.1:${(cable.address() as AddressInfo).port}`,
    pull() {
      pulled = true;
      for (const socket of sockets) socket.pause();
    },
    plug() {
      pulled = false;
      for (const socket of sockets) socket.resume();
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => cable.close(() => resolve()));
    },
  };
}
