// Scanners and pads at the screens, in a real browser: a code held before the kiosk's scanner, a scanner that types at the
// kiosk and at the counter, and the simulated devices of the start page under a hand.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CounterId } from '../../protocol/ids.ts';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

let centre: RunningCentre;
let browser: Browser;
const poll = <T>(look: () => T | Promise<T>) => expect.poll(look);
const shot = async (page: Page, name: string) => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`) });
};
const counterId = () => centre.app.floor.rules.setup.counters[0]?.id as CounterId;
const take = async () => {
  const serviceId = centre.app.floor.rules.servicesOf.get(counterId())?.[0];
  const taken = await centre.hall.command<{ ticket: { id: string; number: string } }>('/api/v1/tickets', {
    serviceId,
  });
  if (!taken.ok) throw new Error(taken.code);
  return taken.body.ticket;
};
/** As a scanner types: signs a few milliseconds apart, then Enter. */
const scan = async (page: Page, code: string) => {
  await page.keyboard.type(code, { delay: 4 });
  await page.keyboard.press('Enter');
};
const inHand = () =>
  centre.app.floor.view<'counter'>({ view: 'counter', counterId: counterId() })?.ticket ?? null;
const signIn = async (page: Page) => {
  await page.getByLabel('Tên đăng nhập').fill('canbo01');
  await page.getByLabel('Mật khẩu').fill('denluot');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
};

beforeAll(async () => {
  centre = await startCentre({ sample: 'commune' });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

describe('the kiosk', () => {
  test.each([
    { width: 1080, height: 1920 },
    { width: 1280, height: 800 },
  ])('shows a ticket held before its scanner, $width×$height', async (size) => {
    const ticket = await take();
    const page = await browser.open(`${centre.url}/kiosk`, size);
    await page.waitForSelector('.kiosk-header');
    const scanner = centre.app.floor.rules.setup.devices.scanners.find((each) => each.counterId === null);
    await poll(() =>
      centre.app.devices.simulate(scanner?.id ?? '', { scan: `${centre.url}/t/${ticket.id}` }),
    ).toBe(true);
    await poll(() => page.getByTestId('track-number').textContent()).toBe(ticket.number);
    await page.waitForSelector('.track-status');
    await shot(page, `kiosk-scanned-${size.width}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: /Xong/ }).click();
    await poll(() => page.getByTestId('track-number').count()).toBe(0);
    await page.close();
  });
  test('shows a ticket that a typing scanner reads, but does not disturb whoever takes a number', async () => {
    const ticket = await take();
    const page = await browser.open(`${centre.url}/kiosk`, { width: 1280, height: 800 });
    await page.waitForSelector('.kiosk-header');
    await scan(page, `${centre.url}/t/${ticket.id}`);
    await poll(() => page.getByTestId('track-number').textContent()).toBe(ticket.number);
    await page.getByRole('button', { name: /Xong/ }).click();
    await page.locator('.kiosk-main button').first().click();
    await page.waitForSelector('.kiosk-back');
    await scan(page, `${centre.url}/t/${ticket.id}`);
    await poll(() => page.getByTestId('scanned-line').textContent()).toContain(ticket.number);
    expect(await page.locator('.kiosk-back').count()).toBe(1);
    await page.close();
  });
});

describe('the counter', () => {
  let page: Page;
  beforeAll(async () => {
    page = await browser.open(`${centre.url}/counter?counter=${counterId()}`, { width: 1280, height: 800 });
    await signIn(page);
    await page.waitForSelector('.desk');
  });
  test('calls the ticket that is scanned, by its link or its number, and begins it when it is scanned again', async () => {
    const [, second] = [await take(), await take()];
    await page.keyboard.press('o');
    await poll(() => centre.app.floor.state.counters.get(counterId())?.status).toBe('open');
    await scan(page, `${centre.url}/t/${second.id}`);
    await poll(() => inHand()?.number).toBe(second.number);
    // What the officer sees, not only what the floor knows: a key means what stands on the page.
    await page.locator('[data-testid=in-hand][data-status=called]').waitFor();
    await scan(page, `${centre.url}/t/${second.id}`);
    await page.locator('[data-testid=in-hand][data-status=serving]').waitFor();
    expect(inHand()?.status).toBe('serving');
    await page.keyboard.press('Enter');
    await poll(() => inHand()).toBeNull();
  });
  test('says so of a code that is none of its tickets', async () => {
    await scan(page, '8935049500124');
    await poll(() => page.getByTestId('message').textContent()).toContain('không phải phiếu');
  });
  test('never has a scan in a field, and keeps what a person types', async () => {
    await take();
    await page.keyboard.press('Space');
    await poll(() => inHand()?.status).toBe('called');
    await page.locator('[data-action="park"]').click();
    const field = page.getByRole('dialog').locator('input, textarea').first();
    await field.fill('');
    await field.click();
    await page.keyboard.type('chờ bản sao', { delay: 70 });
    await page.keyboard.type('8935049500124', { delay: 4 });
    await page.keyboard.press('Enter');
    await poll(() => field.inputValue()).toBe('chờ bản sao');
    await page.keyboard.press('Escape');
  });
});

describe('the start page', () => {
  test('has the pad’s keys, the printer’s levers, the boards and the scanner under a hand', async () => {
    const page = await browser.open(centre.url, { width: 1280, height: 800 });
    const pad = page.getByTestId('pad');
    await pad.waitFor();
    await pad.getByRole('button', { name: '7', exact: true }).click();
    await poll(() => page.getByTestId('pad-board').textContent()).toContain('7');
    await pad.getByRole('button', { name: /xóa/ }).click();
    await poll(() => page.getByTestId('pad-board').textContent()).not.toContain('7');
    await page.getByRole('button', { name: 'Hết giấy', exact: true }).click();
    await poll(() =>
      page.getByRole('button', { name: 'Hết giấy', exact: true }).getAttribute('aria-pressed'),
    ).toBe('true');
    await poll(() => centre.app.devices.printerOf(null)?.reason).toBe('paper-out');
    await page.getByRole('button', { name: 'Hết giấy', exact: true }).click();
    await page.locator('[data-board="3"] button').click();
    await poll(() => page.locator('[data-board="3"] button').getAttribute('aria-pressed')).toBe('true');
    const ticket = await take();
    const scanner = page.getByTestId('scanner');
    await scanner.getByLabel('Số trên phiếu').fill(ticket.number);
    await scanner.getByRole('button', { name: 'Quét' }).click();
    await poll(() => centre.app.devices.scanOf(null)?.number).toBe(ticket.number);
    await pad.scrollIntoViewIfNeeded();
    await shot(page, 'start-pad');
    if (process.env.SCREENSHOTS)
      await page.screenshot({ path: join(process.env.SCREENSHOTS, 'start-whole.png'), fullPage: true });
    expect(await axeFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
    await page.close();
  });
});
