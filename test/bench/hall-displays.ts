// The hall's side of the hall benchmark, a process of its own: the browser with the hall board and the bare page, all other
// displays as sockets, the officers. A press on ours and a press on bare take turns, so that drift hits both; when it was
// drawn is told by the page's clock, set against this process's by the quickest of many questions.
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { answer, taskOf } from './own-process.ts';
import { manyScreens, officerAt, presser, screenAt } from './screens.ts';

export type DisplaysTask = {
  readonly ours: string;
  readonly bare: string;
  readonly displays: readonly number[];
  readonly count: number;
};
/** Milliseconds from the press until it is drawn. */
export type DrawnTimes = {
  readonly displays: number;
  readonly viewBytes: number;
  readonly ours: number[];
  readonly bare: number[];
};

const size = { width: 1920, height: 1080 };
/** The board's list of calls is full after 20. */
const warmUp = 25;
const drawnWithinMs = 10_000;
/** Between two presses: what a press has set going is over, and an officer may send twenty commands a second. */
const pauseMs = 100;
const frameMs = 1000 / 60;
/** The first is done at the first officer's counter only, the second at the second's. */
const services = ['tttt-nop', 'gddt-nop'];

/** When a text was drawn in one of the page's elements, by this process's clock. */
type Drawn = (text: string) => Promise<number>;

/** Tells after each change of these elements what stands there once the frame that shows it has been painted. */
async function drawnIn(page: Page, selectors: readonly string[]): Promise<Drawn> {
  const seen = new Map<string, number>();
  let look = () => {};
  const offset = await clockOffset(page);
  await page.exposeFunction('benchDrawn', (text: string, at: number) => {
    seen.set(text, at + offset);
    look();
  });
  await page.evaluate((watched) => {
    const { benchDrawn } = globalThis as unknown as { benchDrawn(text: string, at: number): void };
    for (const selector of watched) {
      const element = document.querySelector(selector);
      if (element === null) throw new Error(`there is no ${selector}`);
      const painted = new MessageChannel();
      painted.port1.onmessage = () => benchDrawn(element.textContent ?? '', performance.now());
      new MutationObserver(() => requestAnimationFrame(() => painted.port2.postMessage(null))).observe(
        element,
        { childList: true, characterData: true, subtree: true },
      );
    }
  }, selectors);
  return (text) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`${text} was not drawn`)), drawnWithinMs);
      look = () => {
        const at = seen.get(text);
        if (at === undefined) return;
        clearTimeout(late);
        resolve(at);
      };
      look();
    });
}

/** A page beside another; as a tab before it, it would hide that one, and hidden pages draw once a second. */
async function inOwnWindow(context: BrowserContext, beside: Page, url: string): Promise<Page> {
  const session = await context.newCDPSession(beside);
  const opened = context.waitForEvent('page');
  await session.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  const page = await opened;
  await page.setViewportSize(size);
  await page.goto(url);
  return page;
}

/** What is added to the page's clock to give this process's. */
async function clockOffset(page: Page): Promise<number> {
  let quickest = { took: Number.POSITIVE_INFINITY, offset: 0 };
  for (let question = 0; question < 100; question += 1) {
    const asked = performance.now();
    const there = await page.evaluate(() => performance.now());
    const took = performance.now() - asked;
    if (took < quickest.took) quickest = { took, offset: asked + took / 2 - there };
  }
  return quickest.offset;
}

/** The length of a view as it goes to a hall board. */
async function viewBytes(url: string): Promise<number> {
  let bytes = 0;
  const board = await screenAt(url, true, (message) => {
    if (message.startsWith('42["view"')) bytes = Buffer.byteLength(message);
  });
  board.close();
  return bytes;
}

/** A press of an officer, and one at the bare server; milliseconds until each is drawn. */
type Presses = {
  ours(round: number): Promise<number>;
  bare(round: number, bytes: number): Promise<number>;
};

async function pressesIn({ context, open }: Browser, { ours, bare }: DisplaysTask): Promise<Presses> {
  const officers = [
    await officerAt(ours, 'canbo01', 'c01'),
    await officerAt(ours, 'canbo02', 'c02'),
  ] as const;
  for (const press of officers) await press('open-counter');
  const barePresser = await presser(bare);
  const hall = await open(`${ours}/hall`, size);
  await hall.waitForSelector('[data-testid=now-serving] li');
  const inGrid = (counter: number) =>
    `[data-testid=now-serving] li[data-counter="${counter}"] .serving-ticket`;
  const hallDrawn = await drawnIn(hall, [inGrid(1), inGrid(2)]);
  const bareDrawn = await drawnIn(await inOwnWindow(context, hall, bare), ['#number']);
  return {
    async ours(round) {
      const press = officers[(round % 2) as 0 | 1];
      const before = performance.now();
      const { number } = (await press('call-next')) as { number: string };
      const took = (await hallDrawn(number)) - before;
      await press('finish-service');
      return took;
    },
    async bare(round, bytes) {
      const before = performance.now();
      barePresser.emit('press', { index: round, bytes });
      return (await bareDrawn(String(round))) - before;
    },
  };
}

/** The pause ends at another moment within a frame each time. */
const apart = (round: number) => pause(pauseMs + ((round * 0.618) % 1) * frameMs);

async function drawnTimes(task: DisplaysTask, browser: Browser): Promise<DrawnTimes[]> {
  const { ours, bare, displays, count } = task;
  const kiosk = centreClient(ours);
  for (let ticket = 1; ticket <= displays.length * (count + warmUp); ticket += 1)
    await kiosk.command('/api/v1/tickets', { serviceId: services[ticket % 2] });
  const presses = await pressesIn(browser, task);
  const results: DrawnTimes[] = [];
  let [round, others, bytes] = [0, 0, 0];
  for (const wanted of displays) {
    await manyScreens(wanted - 1 - others, ours, true);
    await manyScreens(wanted - 1 - others, bare, false);
    others = wanted - 1;
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
    for (let index = 0; index < count + warmUp; index += 1) {
      round += 1;
      if (index < warmUp) bytes = await viewBytes(ours);
      const took = await presses.ours(round);
      await apart(round);
      const bareTook = await presses.bare(round, bytes);
      await apart(round + 0.5);
      if (index < warmUp) continue;
      times.ours.push(took);
      times.bare.push(bareTook);
    }
    results.push({ displays: wanted, viewBytes: bytes, ...times });
  }
  return results;
}

const task = taskOf<DisplaysTask>();
const browser = await startBrowser();
const results = await drawnTimes(task, browser).finally(() => browser.close());
answer(results);
