// An officer before the counter screen in a real browser: signed in, keys pressed, and what the floor says of it. Waits for
// what must come, never for a time.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { CounterId } from '../../protocol/ids.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import type { Browser } from './browser.ts';
import type { RunningCentre } from './running-centre.ts';

export type Taken = { readonly id: string; readonly number: string };

/** Takes a number at the kiosk. */
export async function takeNumber(
  centre: RunningCentre,
  serviceId: string,
  more: object = {},
): Promise<Taken> {
  const taken = await centre.hall.command<{ ticket: Taken }>('/api/v1/tickets', { serviceId, ...more });
  if (!taken.ok) throw new Error(`no number: ${taken.code}`);
  return taken.body.ticket;
}

/** The counter as its officer is shown it, from the floor itself. */
export function counterNow(centre: RunningCentre, counterId: string): CounterView {
  const view = centre.app.floor.view<'counter'>({ view: 'counter', counterId: counterId as CounterId });
  if (view === null) throw new Error(`there is no ${counterId}`);
  return view;
}

/** Opens the counter's page in this browser, signed in as this person. */
export async function openDesk(
  centre: RunningCentre,
  browser: Browser,
  who: {
    readonly username: string;
    readonly counterId: string;
    readonly width: number;
    readonly height: number;
  },
): Promise<Page> {
  await browser.context.request.post(`${centre.url}/api/v1/session`, {
    data: { username: who.username, password: 'denluot' },
    headers: { origin: centre.url },
  });
  const page = await browser.open(`${centre.url}/counter?counter=${who.counterId}`, {
    ...{ width: who.width, height: who.height },
  });
  await page.locator('.desk, .stepped-back').waitFor();
  await page.evaluate(() => document.fonts.ready);
  return page;
}

/** Presses keys one after another. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** The page shows this number in hand, in this state; '' for nobody. */
export async function showsInHand(page: Page, number: string, status?: 'called' | 'serving'): Promise<void> {
  if (number === '') return page.getByTestId('no-ticket').waitFor();
  await page
    .locator(`[data-testid=in-hand]${status === undefined ? '' : `[data-status=${status}]`}`, {
      has: page.getByTestId('hand-number').getByText(number, { exact: true }),
    })
    .waitFor();
}

/** The floor comes to say so. */
export function comes<T>(look: () => T): ReturnType<typeof expect.poll<T>> {
  return expect.poll(look);
}

/** With COUNTER_PICTURES=DIR every state is kept there; with 1 those that the documentation shows. */
export async function picture(page: Page, name: string, kept = false): Promise<void> {
  const wanted = process.env.COUNTER_PICTURES;
  if (wanted === undefined || (wanted === '1' && !kept)) return;
  const folder = wanted === '1' ? new URL('../../docs/counter/', import.meta.url).pathname : wanted;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.png`), await page.screenshot());
}
