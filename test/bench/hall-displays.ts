// The hall's side of the hall benchmark, a process of its own: the browser with the hall board and the bare page, all other
// displays as sockets, the officers. A press on ours and a press on bare take turns, so that drift hits both; when it was
// drawn is told by the page's clock, set against this process's by the quickest of many questions.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { startBrowser } from '../support/browser.ts';
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
const warmUp = 20;
const drawnWithinMs = 10_000;
/** Between two presses: what a press has set going is over, and an officer may send twenty commands a second. */
const pauseMs = 100;
const frameMs = 1000 / 60;
const tickets = { c01: 'tttt-nop', c02: 'gddt-nop' } as const;

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

async function drawnTimes({ ours, bare, displays, count }: DisplaysTask): Promise<DrawnTimes[]> {
  const rounds = displays.length * (count + warmUp);
  const kiosk = centreClient(ours);
  for (let round = 0; round < rounds; round += 1)
    await kiosk.command('/api/v1/tickets', { serviceId: round % 2 === 0 ? tickets.c01 : tickets.c02 });
  const officers = [
    await officerAt(ours, 'canbo01', 'c01'),
    await officerAt(ours, 'canbo02', 'c02'),
  ] as const;
  for (const press of officers) await press('open-counter');
  const barePresser = await presser(bare);
  const browser = await startBrowser();
  try {
    const hall = await browser.open(`${ours}/hall`, size);
    await hall.waitForSelector('[data-testid=now-serving] li');
    const inGrid = (counter: number) =>
      `[data-testid=now-serving] li[data-counter="${counter}"] .serving-ticket`;
    const hallDrawn = await drawnIn(hall, [inGrid(1), inGrid(2)]);
    const bareDrawn = await drawnIn(await browser.open(bare, size), ['#number']);
    /** The pause ends at another moment within a frame each time. */
    const apart = (round: number) => pause(pauseMs + ((round * 0.618) % 1) * frameMs);

    const pressOurs = async (round: number): Promise<number> => {
      const press = officers[round % 2 === 0 ? 0 : 1];
      const before = performance.now();
      const { number } = (await press('call-next')) as { number: string };
      const took = (await hallDrawn(number)) - before;
      await press('finish-service');
      return took;
    };
    const pressBare = async (index: number, bytes: number): Promise<number> => {
      const before = performance.now();
      barePresser.emit('press', { index, bytes });
      return (await bareDrawn(String(index))) - before;
    };

    const results: DrawnTimes[] = [];
    let [round, others, bytes] = [0, 0, 0];
    for (const wanted of displays) {
      await manyScreens(wanted - 1 - others, ours, true);
      await manyScreens(wanted - 1 - others, bare, false);
      others = wanted - 1;
      const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
      for (let index = 0; index < count + warmUp; index += 1) {
        round += 1;
        // By the end of the first warm-up the list of calls is full.
        if (index <= warmUp) bytes = await viewBytes(ours);
        const took = await pressOurs(round);
        await apart(round);
        const bareTook = await pressBare(round, bytes);
        await apart(round + 0.5);
        if (index < warmUp) continue;
        times.ours.push(took);
        times.bare.push(bareTook);
      }
      results.push({ displays: wanted, viewBytes: bytes, ...times });
    }
    return results;
  } finally {
    await browser.close();
  }
}

answer(await drawnTimes(taskOf<DisplaysTask>()));
