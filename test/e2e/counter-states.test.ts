// Every state of the counter screen at its real sizes: nothing is cut off or over something else, and axe finds nothing. With
// COUNTER_PICTURES=1 the pictures under docs/counter are made anew, with COUNTER_PICTURES=DIR every state is kept there.
import { rmSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import {
  comes,
  counterNow,
  openDesk,
  picture,
  press,
  showsInHand,
  takeNumber,
} from '../support/counter-desk.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { sampleFolder } from '../support/sample-centre.ts';
import { type ShiftedClock, shiftedClock } from '../support/shifted-clock.ts';

const outcomes = [
  { id: 'received', name: { vi: 'Đã tiếp nhận hồ sơ', en: 'Dossier received' } },
  { id: 'returned', name: { vi: 'Đã trả kết quả', en: 'Result handed over' } },
  { id: 'incomplete', name: { vi: 'Hướng dẫn bổ sung hồ sơ', en: 'Told what is missing' } },
];
const sizes = {
  pc: { width: 1280, height: 800 },
  large: { width: 1920, height: 1080 },
  docked: { width: 360, height: 800 },
  low: { width: 800, height: 600 },
} as const;
type Size = keyof typeof sizes;
const minute = 60_000;

let centre: RunningCentre;
let browser: Browser;
let page: Page;
let dataDir = '';
let clock: ShiftedClock;
const view = () => counterNow(centre, 'c01');

/** Lists scroll, and in a narrow or low window the page does: what is below is no fault. */
const below: Readonly<Record<Size, string>> = {
  pc: '.queue-list',
  large: '.queue-list',
  docked: '.desk-queues, .dialog',
  low: '.desk-main, .dialog',
};

async function looksRight(name: string, wanted: readonly Size[], kept: readonly Size[] = []): Promise<void> {
  for (const size of wanted) {
    await page.setViewportSize(sizes[size]);
    const dialog = await page.locator('dialog[open]').count();
    const left =
      dialog > 0
        ? '.desk-header, .desk-notice, .desk-main, .out-of-date, .choices, .keys, .dialog-keys'
        : below[size];
    await picture(page, `${name}-${sizes[size].width}`, kept.includes(size));
    expect(await layoutFaults(page, left), `${name} at ${size}`).toEqual([]);
    expect(
      await page.evaluate('document.documentElement.scrollWidth'),
      `${name} at ${size}`,
    ).toBeLessThanOrEqual(sizes[size].width);
    expect(await axeFindings(page), `${name} at ${size}`).toEqual([]);
  }
  await page.setViewportSize(sizes.pc);
}

beforeAll(async () => {
  dataDir = sampleFolder('commune', { outcomes });
  clock = shiftedClock(Date.parse('2026-11-23T08:40:00+07:00'));
  centre = await startCentre({ sample: 'commune', dataDir, clock });
  browser = await startBrowser();
  page = await openDesk(centre, browser, { username: 'canbo01', counterId: 'c01', ...sizes.pc });
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

describe('the counter', () => {
  it('closed, then open with nobody waiting', async () => {
    await page.locator('[data-action=open]:enabled').waitFor();
    await looksRight('closed', ['pc', 'docked']);
    await press(page, 'o');
    await page.locator('[data-action=close]').waitFor();
    await looksRight('idle', ['pc', 'docked']);
  });

  it('with people waiting, and the reason for the first', async () => {
    for (let people = 0; people < 9; people += 1) {
      await takeNumber(centre, people % 3 === 1 ? 'ho-tich' : 'chung-thuc', {
        ...(people === 4 ? { priorityClass: 'elderly' } : {}),
        ...(people === 0 ? { dossierCode: 'H49.33-231121-0042', journey: ['tra-ket-qua'] } : {}),
      });
      clock.pass(4 * minute);
    }
    clock.pass(3 * minute);
    await takeNumber(centre, 'chung-thuc');
    await comes(() => page.locator('[data-testid=waiting] li').count()).toBe(10);
    await looksRight('waiting', ['pc', 'large', 'docked', 'low']);
  });

  it('called, recalled until "absent" is suggested', async () => {
    await press(page, 'Space');
    const { number } = await called();
    await showsInHand(page, number, 'called');
    await looksRight('called', ['pc', 'docked', 'low'], ['pc']);
    await press(page, 'Space');
    await page.locator('dialog[open]').waitFor();
    await looksRight('arrival', ['pc', 'docked']);
    await press(page, 'Escape', 'r');
    await comes(() => view().ticket?.recalls).toBe(1);
    await page.locator('[data-action=recall]:enabled').waitFor();
    await press(page, 'r');
    await page.getByTestId('suggests-absent').waitFor();
    await looksRight('suggests-absent', ['pc', 'docked']);
    await press(page, 'a');
    await page.getByTestId('undo').waitFor();
    await looksRight('undo', ['pc', 'docked'], ['pc']);
  });

  it('serving somebody with everything one may know of', async () => {
    const wanted =
      view().missed.find(({ number }) => number === 'A001') ??
      view().waiting.find(({ number }) => number === 'A001');
    await press(page, '0');
    await page.locator('dialog[open]').waitFor();
    await page.keyboard.type('1');
    await looksRight('number', ['pc', 'docked'], ['pc']);
    await press(page, 'Enter');
    await showsInHand(page, wanted?.number ?? '', 'called');
    await press(page, 's');
    await showsInHand(page, wanted?.number ?? '', 'serving');
    clock.pass(6 * minute);
    await looksRight('serving', ['pc', 'large', 'docked', 'low'], ['pc', 'docked']);
  });

  it.each([
    ['p', 'park', ['pc', 'docked'], []],
    ['t', 'transfer', ['pc', 'docked'], ['pc']],
    ['e', 'ending', ['pc', 'docked'], []],
    ['c', 'continue', ['pc', 'docked'], []],
    ['F1', 'keys', ['pc', 'docked'], ['pc']],
    ['i', 'settings', ['pc', 'docked'], []],
  ] as const)('the dialog of %s: %s', async (key, name, wanted, kept) => {
    await press(page, key);
    await page.locator('dialog[open]').waitFor();
    await looksRight(name, wanted, kept);
    await press(page, 'Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
  });

  it('with somebody parked and help called', async () => {
    await press(page, 'p');
    await page.locator('dialog[open]').waitFor();
    await press(page, '3', 'ArrowRight', 'Enter');
    await comes(() => view().parked.length).toBe(1);
    await press(page, 'h');
    await page.getByTestId('help-called').waitFor();
    await looksRight('help', ['pc', 'docked']);
    await press(page, 'h');
    await comes(() => view().helpSince).toBeNull();
  });

  it('paused, and late', async () => {
    await press(page, 'b');
    await page.locator('dialog[open]').waitFor();
    await looksRight('pause', ['pc', 'docked']);
    await press(page, '2', 'ArrowLeft', 'Enter');
    await comes(() => view().pauseReason).toBe('urgent-meeting');
    await looksRight('paused', ['pc', 'docked']);
    clock.pass(14 * minute);
    await press(page, 'Space');
    await page.getByTestId('message').getByText('tạm dừng').waitFor();
    await press(page, 'b');
    await comes(() => view().counter.status).toBe('open');
  });

  it('near the end of the session, and closing', async () => {
    clock.pass(Date.parse('2026-11-23T10:45:00+07:00') - clock.now());
    await takeNumber(centre, 'chung-thuc').catch(() => null);
    await page.getByTestId('session-ends').waitFor();
    await press(page, 'x');
    await page.getByTestId('close-waiting').waitFor();
    await looksRight('closing', ['pc', 'docked']);
    await press(page, 'Escape');
    await looksRight('session-ends', ['pc', 'docked']);
  });

  it('in English', async () => {
    await page.evaluate(() => localStorage.setItem('denluot-language', 'en'));
    await page.reload();
    await page.locator('[data-action=next]:enabled').waitFor();
    await press(page, 'Space');
    await page.locator('[data-action=recall]:enabled').waitFor();
    await looksRight('english', ['pc', 'docked']);
  });
});

async function called(): Promise<{ number: string }> {
  await comes(() => view().ticket?.status).toBe('called');
  return { number: view().ticket?.number ?? '' };
}
