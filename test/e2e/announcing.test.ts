// What is called is announced, by boards in a real browser and by the server's own loudspeakers: every call exactly once,
// in the order of the presses, in its own zone, aloud or, where its zone is muted, in sight only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, test } from 'vitest';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
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
beforeAll(async () => {
  boards = await startBoards();
});
afterAll(() => boards.close());

const patiently = { timeout: 45_000, interval: 100 };

async function inHall(play: (hall: Hall) => Promise<void>): Promise<void> {
  const hall = await startHall();
  try {
    await play(hall);
  } finally {
    await hall.close();
  }
}

test.concurrent('eight officers press at once: every board and loudspeaker announces each call of its own once, in order', ({
  expect,
}) =>
  inHall(async (hall) => {
    const officers = await hall.open([...inZoneA, ...inZoneB]);
    const [whole, zoneA, zoneB] = await Promise.all([
      boards.open(`${hall.url}/hall`),
      boards.open(`${hall.url}/hall?zone=khu-a`),
      boards.open(`${hall.url}/hall?zone=khu-b`),
    ]);
    for (const board of [whole, zoneA, zoneB]) await board.getByTestId('now-serving').waitFor();
    const called = await Promise.all(officers.map(({ callNext }) => callNext()));

    await expect.poll(() => howOn(whole), patiently).toEqual(onceEach([1, 2, 3, 4, 5, 6, 7, 8]));
    expect(await soundedFrom(whole)).toEqual(toTheEnd([1, 2, 3, 4, 5, 6, 7, 8]));
    const log = await announcedOn(whole);
    expect(log.map(({ counterNumber }) => counterNumber)).toEqual(await hall.pressed());
    for (const [place, { number }] of called.entries()) {
      const { counterNumber } = officers[place] ?? {};
      expect(log.filter((row) => row.number === number)).toMatchObject([{ counterNumber }]);
    }

    const callsOf = (numbers: readonly string[]) =>
      log.filter(({ counterNumber }) => numbers.includes(counterNumber)).map(({ callSeq }) => callSeq);
    for (const [board, loudspeaker, counters] of [
      [zoneA, 'loa-a', officers.slice(0, 4)],
      [zoneB, 'loa-b', officers.slice(4)],
    ] as const) {
      const calls = callsOf(counters.map(({ counterNumber }) => counterNumber));
      expect(calls).toHaveLength(4);
      await expect.poll(() => howOn(board), patiently).toEqual(onceEach(calls));
      expect(await soundedFrom(board)).toEqual(toTheEnd(calls));
      await expect
        .poll(() => turns(hall.loudspeaker(loudspeaker)), patiently)
        .toEqual({ begun: calls, ended: onceEach(calls) });
    }
    for (const board of [whole, zoneA, zoneB]) await board.context().close();
  }));

test.concurrent('a recall is announced as a call of its own, after the others, and a word says what it is', ({
  expect,
}) =>
  inHall(async (hall) => {
    const [first, second] = await hall.open([inZoneA[0], oneMoreInZoneB]);
    const board = await boards.open(`${hall.url}/hall`);
    await board.getByTestId('now-serving').waitFor();
    const called = await first?.callNext();
    await second?.callNext();
    await first?.callAgain();
    const newest = board.getByTestId('newest-call');
    await expect.poll(() => newest.getAttribute('data-call-seq'), patiently).toBe('1');
    expect(await newest.innerText()).not.toContain('Mời lại');
    await expect.poll(() => newest.getAttribute('data-call-seq'), patiently).toBe('3');
    expect(await newest.innerText()).toContain('Mời lại');
    expect(await board.getByTestId('newest-number').innerText()).toBe(called?.number);
    await expect.poll(() => howOn(board), patiently).toEqual(onceEach([1, 2, 3]));
    expect((await announcedOn(board)).map(({ recall }) => recall)).toEqual([false, false, true]);
    await expect
      .poll(() => turns(hall.loudspeaker('loa-a')), patiently)
      .toEqual({ begun: [1, 3], ended: onceEach([1, 3]) });
    expect(hall.loudspeaker('loa-a').at(-1)).toMatchObject({ recall: true, number: called?.number });
    await board.context().close();
  }));

test.concurrent('officers who press one after another are announced in that order, and a page loaded anew in the middle says what broke off to its end', ({
  expect,
}) =>
  inHall(async (hall) => {
    const officers = await hall.open([inZoneB[1], inZoneA[3], inZoneA[1], inZoneB[0]]);
    const board = await boards.open(`${hall.url}/hall`);
    await board.getByTestId('now-serving').waitFor();
    const pressed: string[] = [];
    for (const { callNext } of officers) pressed.push((await callNext()).number);
    await expect
      .poll(() => board.getByTestId('newest-call').getAttribute('data-call-seq'), patiently)
      .toBe('2');
    await expect.poll(async () => (await soundedFrom(board)).at(-1)).toBe('2 begins');
    await board.reload();
    await expect.poll(async () => (await howOn(board)).at(-1), patiently).toEqual([4, 'spoken']);
    expect(await soundedFrom(board)).toEqual([...toTheEnd([1]), '2 begins', ...toTheEnd([2, 3, 4])]);
    const log = await announcedOn(board);
    const broken = [pressed[1], 'failed'];
    const ended = pressed.map((number) => [number, 'spoken']);
    expect(log.map(({ number, how }) => [number, how])).toEqual([ended[0], broken, ...ended.slice(1)]);
    await board.context().close();
  }));

test.concurrent('calls of a muted zone are shown and not spoken, and those of the other zone are', ({
  expect,
}) =>
  inHall(async (hall) => {
    const [muted, heard, later] = await hall.open([inZoneA[0], oneMoreInZoneB, oneMoreInZoneA]);
    const board = await boards.open(`${hall.url}/hall`);
    await board.getByTestId('now-serving').waitFor();
    await hall.mute('khu-a', true);
    const called = await muted?.callNext();
    await expect.poll(() => board.getByTestId('newest-number').innerText()).toBe(called?.number);
    await heard?.callNext();
    await expect
      .poll(() => howOn(board), patiently)
      .toEqual([
        [1, 'muted'],
        [2, 'spoken'],
      ]);
    await hall.mute('khu-a', false);
    await later?.callNext();
    await expect.poll(async () => (await howOn(board)).at(-1), patiently).toEqual([3, 'spoken']);
    expect(await soundedFrom(board)).toEqual(toTheEnd([2, 3]));
    await expect
      .poll(() => turns(hall.loudspeaker('loa-a')), patiently)
      .toEqual({
        begun: [1, 3],
        ended: [
          [1, 'muted'],
          [3, 'spoken'],
        ],
      });
    await expect.poll(() => turns(hall.loudspeaker('loa-b')).ended, patiently).toEqual([[2, 'spoken']]);
    await board.context().close();
  }));

test.concurrent('with reduced motion a new call is marked and nothing moves', ({ expect }) =>
  inHall(async (hall) => {
    const [officer] = await hall.open([inZoneA[0]]);
    const [still, moving] = await Promise.all([
      boards.open(`${hall.url}/hall`, { reducedMotion: 'reduce' }),
      boards.open(`${hall.url}/hall`),
    ]);
    for (const board of [still, moving]) await board.getByTestId('now-serving').waitFor();
    await officer?.callNext();
    const lookOf = (board: typeof still) =>
      look<{ animation: string; background: string }>(
        board,
        `(() => {
          const { animationName: animation, backgroundColor: background } = getComputedStyle(document.querySelector('.call-new'));
          return { animation, background, around: getComputedStyle(document.querySelector('.newest')).backgroundColor };
        })()`,
      );
    for (const board of [still, moving]) await board.locator('.call-new').waitFor();
    const looks = await lookOf(still);
    expect(looks).toMatchObject({ animation: 'none' });
    expect((await lookOf(moving)).animation).toBe('call-flash');
    for (const board of [still, moving]) await board.context().close();
  }));

test.concurrent('the server knows no voice: calls are shown, and the supervisor is told', async ({
  expect,
}) => {
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
