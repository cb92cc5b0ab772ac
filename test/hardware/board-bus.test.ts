// Number boards behind one gateway on a real socket: what they show, who holds whom up, and how they heal.
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openBoardBus } from '../../hardware/led/boards.ts';
import type { NumberBoard } from '../../hardware/led/number-board.ts';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { driverBench, soon } from '../support/driver-bench.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const silentPauseMs = 3_000;
const readEveryMs = 20_000;
const blinkMs = 400;
const number = (text: string, call: number) => ({ state: 'number', text, call }) as const;

function openAt(address: string, unitIds: readonly number[]) {
  const bench = driverBench();
  const bus = openBoardBus('modbus-tcp', address, bench.context);
  closers.push(() => bus.close());
  const told: DeviceStatus[] = [];
  const boards = unitIds.map((unitId) =>
    bus.board({ unitId, digits: 4 }, (status) => void told.push(status)),
  );
  return { ...bench, boards: boards as [NumberBoard, ...NumberBoard[]], told };
}
async function arranged(unitIds: readonly number[]) {
  const written: string[] = [];
  const simulator = await startBoardSimulator({
    changed: (unitId, text) => void written.push(`${unitId}:${text.slice(0, 4)}`),
  });
  closers.push(() => simulator.close());
  return { simulator, written, ...openAt(simulator.address, unitIds) };
}
const shows = (simulator: { text(unitId: number): string }, unitId: number) =>
  simulator.text(unitId).slice(0, 4);

describe('what a board shows', () => {
  test('a number blinks twice and stays; dashes while paused; nothing when blank', async () => {
    const { boards, simulator, written, clock } = await arranged([1]);
    await soon(() => expect(written).toEqual(['1:    ']));
    boards[0].show(number('A001', 1));
    for (const writes of [2, 3, 4, 5]) {
      // Written and answered: the only timer left of this length is the blink's.
      await soon(() => expect([written.length, clock.dueIn(blinkMs)]).toEqual([writes, 1]));
      clock.pass(blinkMs);
    }
    await soon(() => expect(written).toEqual(['1:    ', '1:A001', '1:    ', '1:A001', '1:    ', '1:A001']));
    boards[0].show(number('A001', 1));
    clock.pass(5_000);
    expect(written).toHaveLength(6);
    boards[0].show({ state: 'paused' });
    await soon(() => expect(shows(simulator, 1)).toBe('----'));
    boards[0].show({ state: 'blank' });
    await soon(() => expect(shows(simulator, 1)).toBe('    '));
  });
  test('the newest content wins: what was overtaken is never written', async () => {
    const { boards, simulator, written } = await arranged([1]);
    await soon(() => expect(boards[0].status().grade).toBe('good'));
    for (let each = 1; each <= 50; each += 1) boards[0].show(number(`A${String(each).padStart(3, '0')}`, 0));
    await soon(() => expect(shows(simulator, 1)).toBe('A050'));
    expect(written.length).toBeLessThanOrEqual(4);
  });
  test('is good only after the board has answered', async () => {
    const simulator = await startBoardSimulator({});
    closers.push(() => simulator.close());
    simulator.silent.add(1);
    const { boards, told } = openAt(simulator.address, [1]);
    boards[0].show(number('A001', 1));
    expect(boards[0].status()).toMatchObject({ grade: 'unknown', heardAt: null });
    expect(told).toEqual([]);
  });
});

describe('many boards on one line', () => {
  test('twenty-four are each brought to their number', async () => {
    const units = Array.from({ length: 24 }, (_, index) => index + 1);
    const { boards, simulator } = await arranged(units);
    for (const [index, board] of boards.entries()) board.show(number(String(1000 + index), index + 1));
    await soon(() => {
      expect(units.map((unitId) => shows(simulator, unitId))).toEqual(
        units.map((_, index) => String(1000 + index)),
      );
    });
  });
  test('one that is dead is told absent, does not hold the others up, and is written when it lives again', async () => {
    const { boards, simulator, clock } = await arranged([1, 2, 3]);
    const [first, dead, third] = boards;
    await soon(() => expect(third?.status().grade).toBe('good'));
    simulator.silent.add(2);
    dead?.show(number('B002', 2));
    await soon(() => {
      clock.pass(400);
      expect(dead?.status()).toMatchObject({ grade: 'absent', reason: 'silent' });
    });
    first.show(number('A001', 1));
    third?.show(number('C003', 3));
    await soon(() => expect([shows(simulator, 1), shows(simulator, 3)]).toEqual(['A001', 'C003']));
    expect(first.status().grade).toBe('good');
    simulator.silent.delete(2);
    await soon(() => {
      // A pass may fall between the write and its answer: the write then counts as silent, and is made again.
      clock.pass(silentPauseMs);
      expect([shows(simulator, 2), dead?.status().grade]).toEqual(['B002', 'good']);
    });
  });
});

describe('healing', () => {
  test('after a power cut of the gateway every board is written anew', async () => {
    const { boards, simulator, clock } = await arranged([1, 2]);
    boards[0].show(number('A001', 1));
    boards[1]?.show(number('B002', 2));
    await soon(() => expect([shows(simulator, 1), shows(simulator, 2)]).toEqual(['A001', 'B002']));
    simulator.powerCut();
    await soon(() =>
      expect(boards[0].status()).toMatchObject({ grade: 'absent', reason: 'connection-lost' }),
    );
    expect(shows(simulator, 1)).toBe('');
    await soon(() => {
      clock.pass(1_000);
      expect([shows(simulator, 1), shows(simulator, 2)]).toEqual(['A001', 'B002']);
    });
  });
  test('a board that shows something else is found by reading back, and written again', async () => {
    const { boards, simulator, clock } = await arranged([1]);
    boards[0].show(number('A001', 1));
    await soon(() => {
      clock.pass(400);
      expect(shows(simulator, 1)).toBe('A001');
    });
    clock.pass(5_000);
    await soon(() => expect(shows(simulator, 1)).toBe('A001'));
    simulator.overwrite(1, 'XXXX');
    await soon(() => {
      clock.pass(readEveryMs);
      expect(shows(simulator, 1)).toBe('A001');
    });
  });
  test('a gateway that falls silent without breaking the link is reached anew', async () => {
    const { boards, simulator, clock, told } = await arranged([1]);
    await soon(() => expect(boards[0].status().grade).toBe('good'));
    simulator.silent.add(1);
    boards[0].show(number('A001', 1));
    await soon(() => {
      clock.pass(400);
      expect(told.map(({ reason }) => reason)).toEqual(['answered', 'silent', 'connection-lost']);
    });
    simulator.silent.delete(1);
    await soon(() => {
      clock.pass(1_000);
      expect(shows(simulator, 1)).toBe('A001');
    });
  });
});

describe('a gateway that is wrong or not there', () => {
  test('one that is never reached is absent, not unknown', async () => {
    const simulator = await startBoardSimulator({});
    await simulator.close();
    const { boards } = openAt(simulator.address, [1]);
    await soon(() => expect(boards[0].status()).toMatchObject({ grade: 'absent', reason: 'unreachable' }));
  });
  test.each([
    ['refuses the write', (request: Buffer) => mbapAnswer(request, [0x90, 0x02])],
    ['speaks another protocol', () => Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')],
  ])('one that %s is bad, and is asked again after a rest only', async (_what, answer) => {
    let requests = 0;
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => {});
      socket.on('data', (bytes) => {
        requests += 1;
        socket.write(answer(bytes));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    closers.push(async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    });
    const { boards, clock } = openAt(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, [1]);
    await soon(() => expect(boards[0].status()).toMatchObject({ grade: 'bad', reason: 'wrong-answer' }));
    expect(requests).toBe(1);
    clock.pass(1_000);
    boards[0].show(number('A001', 1));
    expect(requests).toBe(1);
    clock.pass(silentPauseMs);
    await soon(() => expect(requests).toBe(2));
  });
});

function mbapAnswer(request: Buffer, body: readonly number[]): Buffer {
  return Buffer.from([...request.subarray(0, 4), 0, body.length + 1, request[6] ?? 0, ...body]);
}
