// The technician's commands as processes: a device is tried with nothing but its address, and what is said is plain.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { boardReaders } from '../../hardware/simulator/board-reader-of.ts';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { startKeypadSimulator } from '../../hardware/simulator/keypad-simulator.ts';
import { startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import { startScannerSimulator } from '../../hardware/simulator/scanner-simulator.ts';
import { soon } from '../support/driver-bench.ts';
import { qrText } from '../support/paper.ts';

const command = fileURLToPath(new URL('../../dist/hardware/command.js', import.meta.url));
const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

function run(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  child.stderr.on('data', (bytes) => {
    said += bytes;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('print: a test ticket comes out, and the printer’s word is given', async () => {
  const printer = await startPrinterSimulator({ widthDots: 384, now: () => 0 });
  closers.push(() => printer.close());
  const { code, said } = await run('print', printer.address, '--width', '384');
  expect([code, said]).toEqual([0, expect.stringContaining('Printed: the printer has said so.')]);
  expect(printer.papers().map(({ bitmap }) => qrText(bitmap))).toEqual([
    `denluot:printer:${printer.address}`,
  ]);
  printer.move({ coverOpen: true });
  const refused = await run('print', printer.address, '--width', '384');
  expect([refused.code, refused.said]).toEqual([1, expect.stringContaining('cover-open')]);
});

test('board: a text is shown and the board’s answer said', async () => {
  const boards = await startBoardSimulator({ reader: boardReaders['modbus-rtu']() });
  closers.push(() => boards.close());
  const { code, said } = await run(
    'board',
    boards.address,
    '--protocol',
    'modbus-rtu',
    '--unit',
    '7',
    '--text',
    'A042',
  );
  expect([code, said]).toEqual([0, expect.stringContaining('The board has answered.')]);
  expect(boards.text(7)).toBe('A042');
});

test('bytes: what a described frame sends is shown without a board', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'denluot-frame-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'frame.json');
  writeFileSync(
    file,
    JSON.stringify({
      write: [{ bytes: '02' }, { address: 'ascii' }, { text: 'ascii' }, { check: 'xor8', from: 1 }],
    }),
  );
  const { code, said } = await run(
    'bytes',
    '--protocol',
    'described',
    '--frame',
    file,
    '--unit',
    '3',
    '--text',
    'A001',
  );
  expect([code, said.trim()]).toEqual([0, '02 30 33 41 30 30 31 73']);
});

test('what is not there or not known is one sentence', async () => {
  expect(await run('board', 'tcp://127.0.0.1:9')).toEqual({
    code: 1,
    said: expect.stringContaining('Not shown: unreachable.'),
  });
  expect(await run('bytes', '--protocol', 'morse')).toEqual({
    code: 2,
    said: expect.stringMatching(/^no protocol "morse" is known; there are modbus-tcp, .*\n$/),
  });
  expect(await run('print', 'printer')).toEqual({ code: 2, said: '"printer" is not an address\n' });
  expect((await run()).code).toBe(2);
});

test('pad and scanner: what is pressed and scanned is said until it is ended; rule: the udev rule', async () => {
  const pad = await startKeypadSimulator();
  const scanner = await startScannerSimulator('serial');
  closers.push(pad.close, scanner.close);
  const talk = (...args: string[]) => {
    const child = spawn(process.execPath, [command, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
    const said: string[] = [];
    child.stdout.on('data', (bytes) => said.push(String(bytes)));
    closers.push(
      () =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill('SIGTERM');
        }),
    );
    return () => said.join('');
  };
  const padSaid = talk('pad', pad.address);
  const scannerSaid = talk('scanner', scanner.address, '--driver', 'serial');
  await soon(() => expect(pad.press('7')).toBe(true));
  await soon(() => expect(padSaid()).toContain('pressed: 7'));
  await soon(() => expect(scanner.scan('A012')).toBe(true));
  await soon(() => expect(scannerSaid()).toContain('scanned: A012'));
  expect((await run('scanner', scanner.address, '--driver', 'nose')).said).toBe(
    'no scanner "nose" is known\n',
  );
  expect((await run('rule')).said).toContain('SUBSYSTEM=="hidraw"');
});
