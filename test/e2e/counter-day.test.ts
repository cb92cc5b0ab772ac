// An officer's whole day at the counter by the keyboard alone, a shorter one in the narrow window by the keypad alone, and one
// key for everything where arrivals are not confirmed: what was served is read from the journal's own fold.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Browser, startBrowser } from '../support/browser.ts';
import { comes, counterNow, openDesk, press, showsInHand, takeNumber } from '../support/counter-desk.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { type ShiftedClock, shiftedClock } from '../support/shifted-clock.ts';

const people = 100;
let centre: RunningCentre;
let browser: Browser;
let clock: ShiftedClock;
beforeAll(async () => {
  clock = shiftedClock(Date.parse('2026-11-23T07:05:00+07:00'));
  centre = await startCentre({ sample: 'commune', clock });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

/** The numbers in the order in which the journal tells that they were finished, at one counter. */
function served(counterId: string): string[] {
  const numbers = new Map<string, string>();
  const finished: string[] = [];
  for (const { event } of centre.app.journal.rowsAfter(0, 100_000)) {
    if (event.type === 'ticket-issued') numbers.set(event.ticketId, event.number);
    if (event.type === 'service-finished' && event.counterId === counterId)
      finished.push(numbers.get(event.ticketId) ?? '');
  }
  return finished;
}

/** The browser shows what the floor has in hand, and takes the next key. */
async function ready(page: Page, counterId: string): Promise<void> {
  const { ticket } = counterNow(centre, counterId);
  await showsInHand(page, ticket?.number ?? '', ticket?.status === 'serving' ? 'serving' : undefined);
  await answered(page);
}

/** The command before has been answered: until then no key counts. */
function answered(page: Page): Promise<void> {
  return page.locator('.desk-main[aria-busy=true]').waitFor({ state: 'detached' });
}

async function pressed(
  ...[page, at, key, becomes, value]: [Page, string, string, () => unknown, unknown]
): Promise<void> {
  // Nobody presses faster, and a page that does is held back.
  clock.pass(1_000);
  await answered(page);
  await press(page, key);
  await comes(becomes).toBe(value);
  await ready(page, at);
}

describe('a whole day by the keyboard', () => {
  const at = 'c01';
  const view = () => counterNow(centre, at);
  let page: Page;
  beforeAll(async () => {
    page = await openDesk(centre, browser, { username: 'canbo01', counterId: at, width: 1280, height: 800 });
  });
  afterAll(() => page.close());
  const step = (key: string, becomes: () => unknown, value: unknown) =>
    pressed(page, at, key, becomes, value);

  it(`serves ${people} people, each of them once`, { timeout: 120_000 }, async () => {
    let taken = 0;
    const arrive = async () => {
      for (; taken < people && view().waitingTotal < 6; taken += 1)
        await takeNumber(centre, taken % 4 === 3 ? 'ho-tich' : 'chung-thuc');
    };
    await step('o', () => view().counter.status, 'open');
    await arrive();
    await page.locator('[data-action=next]:enabled').waitFor();
    await step('Space', () => view().ticket?.status, 'called');
    const called: string[] = [];
    for (let count = 0; count < people; count += 1) {
      const { number = '' } = view().ticket ?? {};
      called.push(number);
      await arrive();
      // Now and then nobody comes at first, or somebody is absent and comes back, or a paper is missing.
      if (count % 10 === 3) await step('r', () => view().ticket?.recalls, 1);
      await step(count % 2 === 0 ? 's' : 'Enter', () => view().ticket?.status, 'serving');
      if (count === 40) {
        await step('Enter', () => view().ticket, null);
        await press(page, 'b');
        await page.locator('dialog[open]').waitFor();
        await press(page, '1', 'Enter');
        await comes(() => view().counter.status).toBe('paused');
        await step('b', () => view().counter.status, 'open');
        await step('Space', () => view().ticket?.status, 'called');
        continue;
      }
      await step('Space', () => (view().ticket?.number ?? '') !== number, true);
    }
    expect(called).toEqual([...new Set(called)]);
    expect(served(at)).toEqual(called);
    expect(view().servedToday).toBe(people);
    await press(page, 'Space');
    await comes(() => page.getByTestId('message').textContent()).toBe('Không có ai đang chờ');
    await press(page, 'x');
    await page.getByTestId('close-waiting').waitFor();
    await press(page, 'Enter');
    await comes(() => view().counter.status).toBe('closed');
  });
});

describe('a day in the narrow window by the keypad alone', () => {
  const at = 'c02';
  const view = () => counterNow(centre, at);
  let page: Page;
  beforeAll(async () => {
    page = await openDesk(centre, browser, { username: 'canbo02', counterId: at, width: 360, height: 800 });
  });
  afterAll(() => page.close());
  const step = (key: string, becomes: () => unknown, value: unknown) =>
    pressed(page, at, key, becomes, value);
  const dialog = async (key: string) => {
    await press(page, key);
    await page.locator('dialog[open]').waitFor();
  };

  it('opens, calls, recalls, parks, transfers, pauses, calls for help, takes back and closes', async () => {
    const taken = [];
    for (let number = 0; number < 12; number += 1) taken.push(await takeNumber(centre, 'chung-thuc'));
    await step('Numpad9', () => view().counter.status, 'open');
    for (let count = 0; count < 5; count += 1) {
      await step('NumpadEnter', () => view().ticket?.status, 'called');
      if (count === 1) await step('NumpadAdd', () => view().ticket?.recalls, 1);
      await step('Numpad1', () => view().ticket?.status, 'serving');
      await step('Numpad2', () => view().ticket, null);
    }
    // Nobody comes: absent, taken back by "undo", and absent for good.
    await step('NumpadEnter', () => view().ticket?.status, 'called');
    await step('NumpadSubtract', () => view().missed.length, 1);
    await step('Numpad6', () => view().ticket?.status, 'called');
    await dialog('NumpadEnter');
    await press(page, 'Numpad3');
    await comes(() => view().missed.length).toBe(1);
    await comes(() => view().ticket?.status).toBe('called');
    await ready(page, at);
    await step('Numpad1', () => view().ticket?.status, 'serving');
    await dialog('Numpad3');
    await press(page, 'Numpad2', 'NumpadMultiply', 'NumpadEnter');
    await comes(() => view().parked[0]?.reason).toBe('Đi photo, chứng thực');
    // The chosen number: the parked one, found by its digits.
    await ready(page, at);
    await dialog('Numpad0');
    const parked = view().parked[0]?.number ?? '';
    await press(page, ...[...parked.replace(/^\D+0*/, '')].map((digit) => `Numpad${digit}`));
    await page.locator('[role=option][aria-selected=true]', { hasText: parked }).waitFor();
    await press(page, 'NumpadEnter');
    await comes(() => view().ticket?.number).toBe(parked);
    await ready(page, at);
    await dialog('NumpadDivide');
    await press(page, 'Numpad3');
    await page.locator('[role=option][aria-selected=true]', { hasText: 'Đất đai' }).waitFor();
    await press(page, 'NumpadDivide', 'NumpadEnter');
    await comes(() => view().ticket).toBeNull();
    await step('Numpad7', () => view().helpSince !== null, true);
    await step('Numpad7', () => view().helpSince, null);
    await dialog('NumpadMultiply');
    await press(page, 'NumpadAdd', 'NumpadEnter');
    await comes(() => view().pauseReason).toBe('urgent-meeting');
    await step('NumpadMultiply', () => view().counter.status, 'open');
    await dialog('Numpad9');
    await press(page, 'NumpadDecimal');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await dialog('Numpad9');
    await press(page, 'NumpadEnter');
    await comes(() => view().counter.status).toBe('closed');
    expect(served(at).length).toBeGreaterThanOrEqual(5);
    expect(taken.length).toBe(12);
  });
});

describe('one key alone, where arrivals are not confirmed', () => {
  const at = 'c03';
  const view = () => counterNow(centre, at);
  it('finishes and calls, but asks where nobody can have come yet', async () => {
    const page = await openDesk(centre, browser, {
      username: 'canbo03',
      counterId: at,
      width: 1280,
      height: 800,
    });
    for (let number = 0; number < 4; number += 1) await takeNumber(centre, 'dat-dai');
    await press(page, 'i');
    await page.locator('dialog[open] input').first().press('Space');
    await press(page, 'Escape', 'o');
    await comes(() => view().counter.status).toBe('open');
    await page.locator('[data-action=next]:enabled').waitFor();
    await press(page, 'Space');
    await comes(() => view().ticket?.status).toBe('called');
    await ready(page, at);
    await press(page, 'Space');
    await page.getByRole('dialog').getByText('đã đến quầy chưa').waitFor();
    // The one key answers nothing there.
    await press(page, 'Space', 'Escape');
    expect(view().ticket?.status).toBe('called');
    const first = view().ticket?.number;
    await page.getByRole('button', { name: 'Xong và gọi tiếp' }).waitFor();
    await press(page, 'Space');
    await comes(() => view().ticket?.number !== undefined && view().ticket?.number !== first).toBe(true);
    expect(served(at)).toEqual([first]);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });
});
