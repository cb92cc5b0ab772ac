// The pairing of a new screen against a real centre: a code until a technician approves it, a fresh one when it has expired
// or the server has forgotten it, one success, and an end when the page is left.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { requestPairing } from '../../protocol/client/pairing.ts';
import { type ManualClock, manualClock } from '../support/manual-clock.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type Browser, openBrowser, Queue } from './browser.ts';

/** Monday 23 November 2026, 09:00 in Viet Nam. */
const morning = Date.parse('2026-11-23T02:00:00Z');
let clock: ManualClock;
let centre: RunningCentre;
let browser: Browser;
let codes: Queue<string>;
let paired: Queue<true>;

beforeEach(async () => {
  clock = manualClock(morning);
  centre = await startCentre({ clock, sample: 'commune' });
  browser = openBrowser(centre.url);
  codes = new Queue();
  paired = new Queue();
});
afterEach(async () => {
  browser.close();
  await centre.stop();
});

const ask = () => requestPairing('hall', { onCode: codes.add, onPaired: () => paired.add(true) });
/** The screen asks again, two seconds being over. */
const askAgain = async () => (await browser.timers.next())();
async function approve(code: string): Promise<void> {
  const technician = await centre.officer('quantri');
  const approved = await technician.post('/api/v1/devices/pair/approve', { code, name: 'Sảnh mới' });
  expect(approved.ok).toBe(true);
}

test('a screen shows six digits, waits for the technician, and is paired once', async () => {
  ask();
  const code = await codes.next();
  expect(code).toMatch(/^\d{6}$/);
  await askAgain();
  const patient = await browser.timers.next();
  await approve(code);
  patient();
  expect(await paired.next()).toBe(true);
  expect([codes.left, paired.left, browser.timers.left]).toEqual([0, 0, 0]);
});

test('a code that has expired is replaced by a fresh one, which then counts', async () => {
  ask();
  await codes.next();
  clock.pass(10 * 60_000);
  await askAgain();
  await askAgain();
  const second = await codes.next();
  expect(second).toMatch(/^\d{6}$/);
  await approve(second);
  await askAgain();
  expect(await paired.next()).toBe(true);
});

test('a screen that does not reach the server goes on asking', async () => {
  const { url } = centre;
  browser.close();
  browser = openBrowser('http://127.0.0.1:9');
  const { timers } = browser;
  ask();
  const again = await timers.next();
  browser.close();
  browser = openBrowser(url);
  again();
  expect(await codes.next()).toMatch(/^\d{6}$/);
});

test('a page that is left shows and asks nothing more', async () => {
  const stop = ask();
  await codes.next();
  const late = await browser.timers.next();
  stop();
  late();
  const next = ask();
  await codes.next();
  next();
  expect([codes.left, paired.left, browser.timers.left]).toEqual([0, 0, 1]);
});

test('a page left before the first answer never shows a code', async () => {
  ask()();
  const stop = ask();
  await codes.next();
  stop();
  expect([codes.left, browser.timers.left]).toEqual([0, 1]);
});
