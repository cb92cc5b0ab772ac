// `npm run simulators` as a process and its page in a real browser: drivers of this project connect to the addresses that
// the page shows, and a hand works the levers and keys.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openKeypad } from '../../hardware/keypad/keypad.ts';
import { openBoardBus } from '../../hardware/led/boards.ts';
import { openPrinter } from '../../hardware/printer/printers.ts';
import { openScanner } from '../../hardware/scanner/scanner.ts';
import { systemContext } from '../../hardware/system-context.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import { openTransport } from '../../hardware/transport/transports.ts';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { soon } from '../support/driver-bench.ts';

const command = fileURLToPath(new URL('../../dist/hardware/simulators-command.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'denluot-paper-'));
const context = systemContext(() => {});
const closers: (() => unknown)[] = [];
let browser: Browser;
let said = '';
const addressOf = (what: string) => new RegExp(`^${what}: (tcp://\\S+)$`, 'm').exec(said)?.[1] ?? '';

beforeAll(async () => {
  browser = await startBrowser();
  const ports = ['page', 'printer', 'boards', 'keypad', 'scanner'].flatMap((each) => [`--${each}`, '0']);
  const child = spawn(process.execPath, [command, ...ports, '--protocol', 'modbus-rtu', '--paper', folder]);
  child.stdout.on('data', (bytes) => {
    said += bytes;
  });
  closers.push(
    () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  );
  await soon(() => expect(said).toContain('Open http://'));
});
afterAll(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
});

test('shows papers, boards, the pad and the scanner, and works them', async () => {
  const url = /Open (\S+)/.exec(said)?.[1] ?? '';
  const page = await browser.open(url, { width: 1280, height: 800 });
  const printer = openPrinter(
    { driver: 'escpos', address: addressOf('printer'), widthDots: 576 },
    context,
    () => {},
  );
  closers.push(() => printer.close());
  await soon(() => expect(printer.status().grade).toBe('good'));
  expect((await printer.print(testTicket('p', new Date(0)))).state).toBe('printed');
  await page.waitForSelector('#papers img');
  await soon(() => expect(readdirSync(folder)).toEqual(['paper-1.png']));

  await page.getByRole('button', { name: 'Cover open' }).click();
  await soon(() => expect(printer.status().reason).toBe('cover-open'));

  const bus = openBoardBus('modbus-rtu', addressOf('boards'), context);
  closers.push(() => bus.close());
  const board = bus.board({ unitId: 3, digits: 4 }, () => {});
  board.show({ state: 'number', text: 'A042', call: 1 });
  const shown = page.getByRole('button', { name: /Board 3/ });
  await expect.poll(() => shown.textContent()).toContain('A042');
  await shown.click();
  board.show({ state: 'paused' });
  await soon(() => expect(board.status().grade).toBe('absent'));

  const pressed: string[] = [];
  const keypad = openKeypad({ driver: 'hid' }, openTransport(addressOf('keypad'), context), context, {
    pressed: (key) => pressed.push(key),
    changed: () => {},
  });
  closers.push(() => keypad.close());
  await soon(() => expect(keypad.status().grade).toBe('good'));
  await page.getByRole('button', { name: '7', exact: true }).click();
  await page.getByRole('button', { name: /next/ }).click();
  await soon(() => expect(pressed).toEqual(['7', 'enter']));

  const scanned: string[] = [];
  const scanner = openScanner({ driver: 'hid-pos' }, openTransport(addressOf('scanner'), context), context, {
    scanned: (text) => scanned.push(text),
    changed: () => {},
  });
  closers.push(() => scanner.close());
  await soon(() => expect(scanner.status().grade).toBe('good'));
  await page.getByLabel('Code').fill('A012');
  await page.getByRole('button', { name: 'Scan' }).click();
  await soon(() => expect(scanned).toEqual(['A012']));
  if (process.env.SCREENSHOTS)
    await page.screenshot({ path: join(process.env.SCREENSHOTS, 'simulators.png') });
});

test('passes axe', async () => {
  const url = /Open (\S+)/.exec(said)?.[1] ?? '';
  const page = await browser.open(url, { width: 1280, height: 800 });
  await page.waitForSelector('.pad button');
  expect(await axeFindings(page)).toEqual([]);
});
