// Our Modbus against other people's: a foreign master on our simulated boards, a foreign slave under our bus; and the code
// on the drawn paper read by a foreign reader.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openBoardBus } from '../../hardware/led/boards.ts';
import { modbusRtu } from '../../hardware/led/modbus-rtu.ts';
import { modbusTcp } from '../../hardware/led/modbus-tcp.ts';
import { drawTicket } from '../../hardware/printer/ticket-drawing.ts';
import { boardReaders } from '../../hardware/simulator/board-reader-of.ts';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { png } from '../../hardware/simulator/png.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import { driverBench, soon } from '../support/driver-bench.ts';
import { hasMbpoll, hasPymodbus, hasZbar, pymodbusSlave, run } from '../support/foreign.ts';
import { hasPty } from '../support/pty.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), 'denluot-foreign-'));
  closers.push(() => rmSync(made, { recursive: true, force: true }));
  return made;
};
/** The values mbpoll prints, as characters. */
const readBy = (said: string) =>
  [...said.matchAll(/^\[\d+\]:\s+(\d+)/gm)].map(([, code]) => String.fromCharCode(Number(code))).join('');

describe.skipIf(!hasMbpoll)('a foreign master', () => {
  test('reads and writes a simulated board over TCP', async () => {
    const boards = await startBoardSimulator({});
    closers.push(() => boards.close());
    boards.overwrite(3, 'A001');
    const port = new URL(boards.address).port;
    const options = ['-m', 'tcp', '-p', port, '-a', '3', '-0', '-r', '0', '-1', '127.0.0.1'];
    expect(readBy(await run('/usr/bin/mbpoll', ['-c', '4', ...options]))).toBe('A001');
    await run('/usr/bin/mbpoll', [...options, '66', '48', '48', '50']);
    expect(boards.text(3)).toBe('B002');
  });
  test.skipIf(!hasPty)('reads and writes one on a serial line', async () => {
    const boards = await startBoardSimulator({ reader: boardReaders['modbus-rtu']() });
    closers.push(() => boards.close());
    const line = join(folder(), 'tty');
    const { port } = new URL(boards.address);
    const socat = spawn('/usr/bin/socat', [`PTY,raw,echo=0,link=${line}`, `TCP:127.0.0.1:${port}`], {
      stdio: 'ignore',
    });
    closers.push(() => socat.kill());
    await soon(() => expect(existsSync(line)).toBe(true));
    boards.overwrite(2, '1042');
    const options = ['-m', 'rtu', '-b', '9600', '-P', 'none', '-a', '2', '-0', '-r', '0', '-1', line];
    expect(readBy(await run('/usr/bin/mbpoll', ['-c', '4', ...options]))).toBe('1042');
    await run('/usr/bin/mbpoll', [...options, '67', '51', '51', '51']);
    expect(boards.text(2)).toBe('C333');
  });
});

describe.skipIf(!hasPymodbus)('a foreign slave', () => {
  test.each([
    ['tcp', 'modbus-tcp', modbusTcp],
    ['rtu', 'modbus-rtu', modbusRtu],
  ] as const)('with %s frames shows what our bus says', async (frames, protocol, codec) => {
    const port = 21_000 + (process.pid % 4_000) + (frames === 'rtu' ? 4_000 : 0);
    const slave = await pymodbusSlave(port, frames);
    closers.push(() => slave.kill());
    const { clock, context } = driverBench();
    const bus = openBoardBus(protocol, `tcp://127.0.0.1:${port}`, context);
    closers.push(() => bus.close());
    const board = bus.board({ unitId: 2, digits: 4 }, () => {});
    board.show({ state: 'number', text: 'A001', call: 0 });
    const asked = () =>
      new Promise<unknown>((resolve, reject) => {
        const exchange = codec.read?.({ address: 2, digits: 4 }, 9);
        const socket = connect(port, '127.0.0.1', () => socket.write(exchange?.bytes ?? ''));
        let heard = Buffer.alloc(0);
        socket.on('error', reject);
        socket.on('data', (bytes) => {
          heard = Buffer.concat([heard, bytes]);
          const answer = exchange?.answer?.(heard);
          if (answer === undefined) return;
          socket.destroy();
          resolve(answer);
        });
      });
    await soon(async () => {
      clock.pass(50);
      expect(await asked()).toEqual({ ok: true, shown: 'A001' });
    });
    expect(board.status()).toMatchObject({ grade: 'good', reason: 'answered' });
  });
});

describe.skipIf(!hasZbar)('a foreign reader', () => {
  test.each([576, 384])('reads the code on paper of %i dots', async (widthDots) => {
    const file = join(folder(), 'paper.png');
    writeFileSync(file, png(drawTicket(testTicket('tcp://192.0.2.7:9100', new Date(0)), widthDots)));
    expect(await run('/usr/bin/zbarimg', ['--quiet', '--raw', file])).toContain(
      'denluot:printer:tcp://192.0.2.7:9100',
    );
  });
});
