// Whatever fails, nobody is called twice and nobody out of turn: boards that are cut off, a server that is killed, a browser
// that holds the sound back, a server without a voice. The screen says what is wrong, and heals by itself.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import type { Announced } from '../../protocol/announced.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import {
  announcedOn,
  type Boards,
  briefly,
  type Hall,
  howOn,
  inZoneA,
  inZoneB,
  look,
  onceEach,
  oneMoreInZoneA,
  oneMoreInZoneB,
  soundedFrom,
  soundingCentre,
  startBoards,
  startHall,
  toTheEnd,
  turns,
} from '../support/announcing.ts';
import { startCentre } from '../support/running-centre.ts';

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
  play: (hall: Hall, cable: Cable, board: Awaited<ReturnType<Boards['open']>>) => Promise<void>,
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
      const inList = board.getByTestId('recent-calls').locator('strong');
      const inOrder = [...pressed].sort((a, b) => b.calledAt - a.calledAt).map(({ number }) => number);
      expect(new Set(await inList.allInnerTexts()).isSubsetOf(new Set(inOrder))).toBe(true);
      expect(await inList.count()).toBe(6);
      await expect
        .poll(() => howOn(board), patiently)
        .toEqual([
          [1, 'spoken'],
          [10, 'spoken'],
        ]);
      expect(await soundedFrom(board)).toEqual(toTheEnd([1, 10]));
      await everyLoudspeakerOnce(expect, hall, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    }));

  test('a board that was there all the time speaks what it could not fetch meanwhile', ({ expect }) =>
    atTheCable({}, async (hall, _cable, board) => {
      const officers = await hall.open(inZoneB);
      for (const { callNext } of officers) await callNext();
      await expect
        .poll(() => board.getByTestId('newest-call').getAttribute('data-call-seq'), patiently)
        .toBe('1');
      await hall.kill();
      await board.getByTestId('out-of-date').waitFor();
      await hall.comeBack();
      await expect.poll(() => howOn(board), patiently).toEqual(onceEach([1, 2, 3, 4]));
      expect(await soundedFrom(board)).toEqual(toTheEnd([1, 2, 3, 4]));
      await everyLoudspeakerOnce(expect, hall, [1, 2, 3, 4]);
    }));
});

test('the server knows no voice: calls are shown, and the supervisor is told', async ({ expect }) => {
  const nowhere = mkdtempSync(join(tmpdir(), 'denluot-no-programs-'));
  const hall = await startHall(briefly, { path: nowhere });
  try {
    const officers = await hall.open([inZoneA[0], inZoneA[1]]);
    const board = await boards.open(`${hall.url}/hall`);
    await board.getByTestId('now-serving').waitFor();
    const numbers: string[] = [];
    for (const { callNext } of officers) numbers.push((await callNext()).number);
    for (const number of numbers)
      await expect.poll(() => board.getByTestId('newest-number').innerText()).toBe(number);
    await expect.poll(() => howOn(board)).toEqual(onceEach([1, 2], 'no-voice'));
    expect(await soundedFrom(board)).toEqual([]);
    expect(turns(hall.loudspeaker('loa-a'))).toEqual({ begun: [1, 2], ended: onceEach([1, 2], 'no-voice') });
    const { devices } = await hall.read<{ devices: DeviceView[] }>('/api/v1/devices');
    expect(devices.find(({ kind }) => kind === 'voice')?.status).toMatchObject({
      ...{ grade: 'bad', reason: 'no-voice' },
    });
    await board.context().close();
  } finally {
    await hall.close();
    rmSync(nowhere, { recursive: true, force: true });
  }
});

/** Each call has had its turn at the loudspeaker of its zone once, in order; one that a kill broke off has no end. */
async function everyLoudspeakerOnce(
  expect: typeof import('vitest').expect,
  hall: Hall,
  calls: readonly number[],
): Promise<void> {
  const begun = () => ['loa-a', 'loa-b'].map((id) => turns(hall.loudspeaker(id)).begun);
  await expect
    .poll(
      () =>
        begun()
          .flat()
          .sort((a, b) => a - b),
      patiently,
    )
    .toEqual(calls);
  for (const each of begun()) expect(each).toEqual([...each].sort((a, b) => a - b));
  for (const id of ['loa-a', 'loa-b']) {
    const { ended } = turns(hall.loudspeaker(id));
    expect(ended.length).toBe(new Set(ended.map(([callSeq]) => callSeq)).size);
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
