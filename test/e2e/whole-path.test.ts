// The whole path in a real browser: a citizen touches the kiosk, paper comes out, an officer presses Space, hall board and
// LED board show it once, the officer presses Enter, the tablet asks, the rating is in the month's table.

import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, startBrowser } from '../support/browser.ts';
import { qrText } from '../support/paper.ts';
import { pngBitmap } from '../support/png-bitmap.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const kioskSize = { width: 1080, height: 1920 };
const tvSize = { width: 1920, height: 1080 };
const pcSize = { width: 1366, height: 768 };
const tabletSize = { width: 800, height: 1280 };
let centre: RunningCentre;
let browser: Browser;
const pages = {} as Record<'start' | 'kiosk' | 'hall' | 'counter' | 'tablet' | 'board', Page>;
let number = '';

beforeAll(async () => {
  centre = await startCentre();
  browser = await startBrowser();
  pages.start = await browser.open(`${centre.url}/`, pcSize);
  pages.hall = await browser.open(`${centre.url}/hall`, tvSize);
  pages.board = await browser.open(`${centre.url}/board?counter=c05`, { width: 1280, height: 720 });
  pages.tablet = await browser.open(`${centre.url}/rating?counter=c05`, tabletSize);
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

test('a citizen takes a number in three touches and the paper comes out', async () => {
  pages.kiosk = await browser.open(`${centre.url}/kiosk`, kioskSize);
  const { kiosk } = pages;
  await kiosk.getByRole('button', { name: 'Sở Tài nguyên và Môi trường' }).click();
  await kiosk.getByRole('button', { name: /^Đất đai/ }).click();
  number = await kiosk.getByTestId('number').innerText();
  expect(number).toBe('K001');
  await kiosk.locator('[data-testid=print-state][data-state=printed]').waitFor();
  const shown = pages.start.getByTestId('papers').locator('img').first();
  await shown.waitFor();
  const source = (await shown.getAttribute('src')) ?? '';
  const paper = pngBitmap(Buffer.from(source.split(',')[1] ?? '', 'base64'));
  const ticketId = qrText(paper).split('/t/')[1] ?? '';
  const looked = await centre.hall.get<{ ticket: { number: string; status: string } }>(
    `/api/v1/tickets/${ticketId}`,
  );
  expect(looked).toMatchObject({ ok: true, body: { ticket: { number, status: 'waiting' } } });
});

test('the officer signs in, opens the counter and calls with one key', async () => {
  pages.counter = await browser.open(`${centre.url}/counter?counter=c05`, pcSize);
  const { counter } = pages;
  await counter.getByLabel('Tên đăng nhập').fill('canbo05');
  await counter.getByLabel('Mật khẩu').fill('denluot');
  await counter.getByRole('button', { name: 'Đăng nhập' }).click();
  await counter.locator('[data-action=open]').waitFor();
  await counter.keyboard.press('o');
  await counter.locator('[data-action=next]:enabled').waitFor();
  await counter.keyboard.press('Space');
  await expect.poll(() => counter.getByTestId('hand-number').innerText()).toBe(number);
});

test('hall board, counter board and LED board show the call', async () => {
  await expect.poll(() => pages.hall.getByTestId('newest-number').innerText()).toBe(number);
  expect(await pages.hall.getByTestId('newest-counter').innerText()).toBe('5');
  expect(await pages.hall.locator('.call-new').count()).toBe(1);
  await expect.poll(() => pages.board.getByTestId('board-number').innerText()).toBe(number);
  await expect.poll(() => pages.start.locator('[data-board="5"] .start-board-text').innerText()).toBe(number);
});

test('a reload of the hall board neither repeats the call nor loses it', async () => {
  await pages.hall.reload();
  await expect.poll(() => pages.hall.getByTestId('newest-number').innerText()).toBe(number);
  expect(await pages.hall.locator('.call-new').count()).toBe(0);
});

test('the officer recalls, starts and finishes by keys', async () => {
  const { counter } = pages;
  const before = Number(await pages.hall.getByTestId('newest-call').getAttribute('data-call-seq'));
  await counter.keyboard.press('r');
  await expect
    .poll(async () => Number(await pages.hall.getByTestId('newest-call').getAttribute('data-call-seq')))
    .toBe(before + 1);
  await counter.keyboard.press('s');
  await counter.locator('[data-testid=in-hand][data-status=serving]').waitFor();
  await counter.keyboard.press('Enter');
  await counter.getByTestId('no-ticket').waitFor();
});

test('the tablet opens for that ticket, takes one rating and thanks', async () => {
  const { tablet } = pages;
  await tablet.getByTestId('rating-form').waitFor();
  expect(await tablet.getByTestId('rating-form').innerText()).toContain(number);
  await tablet.getByRole('button', { name: /Hài lòng về thái độ phục vụ/ }).click();
  await tablet.getByTestId('thanks').waitFor();
  await expect.poll(() => tablet.getByTestId('officer').count(), { timeout: 10_000 }).toBe(1);
  const again = await centre.hall.command('/api/v1/ratings', {
    counterId: 'c05',
    formId: 'five-buttons',
    answers: { opinion: 'sat_service' },
  });
  expect(again).toMatchObject({ ok: false, status: 409, code: 'already-rated' });
});

test('the supervisor reads the rating in the month’s table', async () => {
  await pages.counter.getByRole('button', { name: 'Đăng xuất' }).click();
  const reports = await browser.open(`${centre.url}/reports`, pcSize);
  await reports.getByLabel('Tên đăng nhập').fill('giamsat');
  await reports.getByLabel('Mật khẩu').fill('denluot');
  await reports.getByRole('button', { name: 'Đăng nhập' }).click();
  const row = reports.getByTestId('report').locator('tr', { hasText: 'Sở Tài nguyên và Môi trường' });
  await expect
    .poll(() => row.innerText())
    .toMatch(/11\s+Sở Tài nguyên và Môi trường\s+0\s+1\s+0\s+0\s+0\s+1/);
});
