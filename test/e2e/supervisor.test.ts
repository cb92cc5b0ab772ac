// A supervisor at work in a real browser: a help call that comes and is answered, counters lent, opened, closed, given another
// profile and another zone, numbers given priority, moved and stopped, each with its effect on the floor and on the next
// call; then the day played again, and one officer's day.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { systemClock } from '../../server/application/clock.ts';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 1920, height: 1080 },
  { width: 800, height: 1280 },
];
let browser: Browser;
let centre: RunningCentre;
let page: Page;
/** How far the centre's clock is ahead of this machine's. */
let aheadMs = 0;
beforeAll(async () => {
  browser = await startBrowser();
  centre = await startCentre({ clock: { ...systemClock, now: () => Date.now() + aheadMs } });
  browser.context.setDefaultTimeout(8_000);
  page = await browser.open(`${centre.url}/supervisor`, sizes[0] ?? { width: 1280, height: 800 });
  await signIn(page, 'giamsat');
  await page.getByTestId('counters').waitFor();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

async function signIn(on: Page, username: string): Promise<void> {
  await on.locator('[name=username]').fill(username);
  await on.locator('[name=password]').fill('denluot');
  await on.keyboard.press('Enter');
}
const panel = () => page.getByTestId('panel');
/** A field of the panel by its name. */
const field = (name: string) => panel().locator(`[name=${name}]`);
const card = (id: string) => page.locator(`[data-counter=${id}]`);
const alarm = (code: string) => page.locator(`[data-alarm=${code}]`);
const counterState = (id: string) => centre.app.floor.state.counters.get(id as never);
const waitingTickets = () =>
  [...centre.app.floor.state.tickets.values()].filter(({ status }) => status === 'waiting');

async function take(serviceId: string): Promise<string> {
  const taken = await centre.hall.command<{ ticket: { number: string } }>('/api/v1/tickets', { serviceId });
  if (!taken.ok) throw new Error(taken.code);
  return taken.body.ticket.number;
}
/** The officer of a counter does something there; gives the number in hand afterwards. */
async function at(counter: string, action: string, body: object = {}): Promise<string | null> {
  const officer = await centre.officer(`canbo${counter.slice(1)}`);
  const done = await officer.command<CounterView>(`/api/v1/counters/${counter}/${action}`, body);
  if (!done.ok) throw new Error(`${action}: ${done.code}`);
  return done.body.ticket?.number ?? null;
}
async function openPanel(of: Locator): Promise<void> {
  await of.click();
  await panel().waitFor();
}
async function closePanel(): Promise<void> {
  await page.keyboard.press('Escape');
  await panel().waitFor({ state: 'detached' });
}
/** Whole pages: what lies below the fold is looked at too. */
async function faultsAt(
  on: Page,
  size: { width: number; height: number },
  leaveOut?: string,
): Promise<string[]> {
  await on.setViewportSize(size);
  const height = await on.evaluate(() => document.documentElement.scrollHeight);
  await on.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const faults = [...(await layoutFaults(on, leaveOut)), ...(await axeFindings(on))];
  await on.setViewportSize(sizes[0] ?? size);
  return faults;
}

test('a call for help is there within five seconds, heard once, and answered by one click', async () => {
  await at('c05', 'open');
  await card('c05').and(page.locator('[data-status=open]')).waitFor();
  const calledAt = Date.now();
  await at('c05', 'call-help');
  await alarm('help').waitFor({ timeout: 5_000 });
  expect(Date.now() - calledAt).toBeLessThan(5_000);
  expect(await alarm('help').innerText()).toContain('Quầy 5 gọi hỗ trợ');
  await expect.poll(() => page.title()).toBe('(1) Giám sát – Đến Lượt');
  await expect.poll(() => page.getByTestId('floor-alarms').getAttribute('data-sounded')).toBe('1');
  aheadMs += 90_000;
  await alarm('help').getByText('1 phút').waitFor();
  await alarm('help').getByRole('button', { name: 'Đã tới hỗ trợ' }).click();
  await alarm('help').waitFor({ state: 'detached' });
  expect(counterState('c05')).toMatchObject({ helpSince: null });
  await expect.poll(() => page.title()).toBe('Giám sát – Đến Lượt');
  expect(await page.getByTestId('floor-alarms').getAttribute('data-sounded')).toBe('1');
});

test('whom no counter serves is lent one by a click, and it calls them next', async () => {
  const number = await take('nv-nop');
  await alarm('no-counter').waitFor({ timeout: 5_000 });
  await alarm('no-counter').getByTestId('remedy').click();
  await card('c05').getByText('giúp Nộp hồ sơ nội vụ').waitFor();
  expect(await at('c05', 'call-next')).toBe(number);
  await at('c05', 'start');
  await at('c05', 'finish');
  await openPanel(card('c05'));
  await panel()
    .getByRole('button', { name: /Thôi giúp/ })
    .click();
  await panel().getByTestId('lendings').waitFor({ state: 'detached' });
  await closePanel();
  expect(counterState('c05')).toMatchObject({ lendings: [] });
});

test('lent with a condition and an end, it helps only then', async () => {
  await openPanel(card('c05'));
  await field('service').selectOption('nv-nop');
  await panel()
    .getByLabel(/Chỉ khi ở đó/)
    .fill('15');
  await panel().getByLabel(/^Đến/).fill('23:59');
  await panel().getByRole('button', { name: 'Cho giúp' }).click();
  await panel().getByTestId('lendings').getByText('khi có người chờ quá 15 phút, đến 23:59').waitFor();
  await closePanel();
  await take('nv-nop');
  const refused = await (await centre.officer('canbo05')).command('/api/v1/counters/c05/call-next', {});
  expect(refused).toMatchObject({ ok: false, code: 'nobody-waiting' });
  await openPanel(card('c05'));
  await panel()
    .getByRole('button', { name: /Thôi giúp/ })
    .click();
  await panel().getByTestId('lendings').waitFor({ state: 'detached' });
  await closePanel();
});

test('a work profile for today holds from the next call on, and is taken back', async () => {
  await openPanel(card('c05'));
  await field('profile').selectOption('noi-vu');
  await panel().getByRole('button', { name: 'Đổi từ lượt gọi sau' }).click();
  await panel().getByRole('button', { name: 'Về như cài đặt' }).waitFor();
  await closePanel();
  await card('c05').getByText('hôm nay: Nội vụ').waitFor();
  expect(await at('c05', 'call-next')).toBe('G002');
  await at('c05', 'start');
  await at('c05', 'finish');
  await openPanel(card('c05'));
  await panel().getByRole('button', { name: 'Về như cài đặt' }).click();
  await panel().getByRole('button', { name: 'Về như cài đặt' }).waitFor({ state: 'detached' });
  await closePanel();
  expect(counterState('c05')).toMatchObject({ profileId: null });
});

test('a counter is opened for a free officer by keyboard alone, moved to another zone, and closed with a record', async () => {
  await card('c03').focus();
  await page.keyboard.press('Enter');
  await field('operator').selectOption('canbo03');
  await panel().getByRole('button', { name: 'Mở quầy' }).focus();
  await page.keyboard.press('Enter');
  await panel().getByRole('button', { name: 'Đóng quầy', exact: true }).waitFor();
  expect(counterState('c03')).toMatchObject({ status: 'open', operatorId: 'canbo03' });
  await field('zone').selectOption('khu-b');
  await panel().getByRole('button', { name: 'Chuyển khu' }).click();
  await page.locator('[data-zone=khu-b] [data-counter=c03]').waitFor();
  await take('nv-nop');
  await panel().getByLabel('Mời họ về, có ghi lại').check();
  await panel().getByRole('button', { name: 'Đóng quầy', exact: true }).click();
  await field('operator').waitFor();
  await closePanel();
  expect(counterState('c03')?.status).toBe('closed');
  expect([...centre.app.floor.state.tickets.values()].at(-1)?.status).toBe('cancelled');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-counter')))
    .toBe('c03');
});

test('intake of one service is stopped and begun, and no number is given meanwhile', async () => {
  await page.getByRole('button', { name: 'Hiện mọi dịch vụ' }).click();
  const queue = page.locator('[data-service=gddt-nop]');
  await queue.getByRole('button', { name: /Ngừng cấp số/ }).click();
  await queue.getByText('Đang ngừng cấp số').waitFor();
  expect(await take('gddt-nop').catch((error: Error) => error.message)).toBe('intake-stopped');
  await queue.getByRole('button', { name: /Cấp lại số/ }).click();
  await queue.getByText('Đang ngừng cấp số').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Chỉ nơi có người chờ' }).click();
});

test('a number given priority is called first; one that is moved is called elsewhere', async () => {
  const [first, second, third] = [await take('gddt-nop'), await take('gddt-nop'), await take('gddt-nop')];
  const manage = (number: string) =>
    page.getByRole('button', { name: `Sửa ${number}: ưu tiên hoặc chuyển hàng` });
  await openPanel(manage(second));
  await field('priority').selectOption('elderly');
  await panel().getByRole('button', { name: 'Ghi ưu tiên' }).click();
  await panel().getByTestId('said').getByText('Đã làm').waitFor();
  await closePanel();
  await openPanel(manage(third));
  await field('service').selectOption('nv-nop');
  await panel().getByRole('button', { name: 'Chuyển hàng' }).click();
  await page.locator(`[data-number=${third}]`).getByText('Nộp hồ sơ nội vụ').waitFor();
  await closePanel();
  await at('c02', 'open');
  expect(await at('c02', 'call-next')).toBe(second);
  expect(waitingTickets().find(({ number }) => number === third)?.serviceId).toBe('nv-nop');
  expect(waitingTickets().find(({ number }) => number === first)?.serviceId).toBe('gddt-nop');
  await page.getByLabel('Tìm số').fill(first);
  await expect.poll(() => page.locator('[data-number]').count()).toBe(1);
  await page.getByLabel('Tìm số').fill('');
});

test.each(sizes)('nothing is cut off or lies over anything at $width × $height', async (size) => {
  expect(await faultsAt(page, size)).toEqual([]);
  await openPanel(card('c02'));
  expect(await faultsAt(page, size, '.floor > *:not(dialog), .office-header')).toEqual([]);
  await closePanel();
});

test('in English it is whole too', async () => {
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Queues' }).waitFor();
  for (const size of sizes) expect(await faultsAt(page, size)).toEqual([]);
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('heading', { name: 'Hàng chờ' }).waitFor();
});

test('the day played again ends with the journal’s own counts, and jumps to the help call', async () => {
  const replay = await browser.open(`${centre.url}/replay`, { width: 1280, height: 800 });
  await replay.getByTestId('replayed').waitFor();
  const line = replay.getByLabel('Giờ đang xem');
  const figure = (name: string) => replay.locator(`[data-figure=${name}]`).innerText();
  expect(await figure('issued')).toBe('0');
  await replay.getByRole('button', { name: /Cảnh báo trong ngày/ }).click();
  await replay.locator('.replay-marks li', { hasText: 'gọi hỗ trợ' }).getByRole('button').click();
  await replay.locator('[data-alarm=help]').waitFor();
  expect(await replay.getByTestId('remedy').count()).toBe(0);
  await replay.getByRole('button', { name: '×600' }).click();
  await replay.getByRole('button', { name: 'Chạy' }).click();
  await expect
    .poll(async () => Number(await line.inputValue()) >= Number(await line.getAttribute('max')))
    .toBe(true);
  const types = centre.app.journal.rowsAfter(0, 10_000).map(({ event }) => event.type);
  const count = (type: string) => String(types.filter((each) => each === type).length);
  await expect.poll(() => figure('issued')).toBe(count('ticket-issued'));
  expect(await figure('finished')).toBe(count('service-finished'));
  expect(await figure('cancelled')).toBe(count('ticket-cancelled'));
  expect(await figure('waiting')).toBe(String(waitingTickets().length));
  for (const size of sizes) expect(await faultsAt(replay, size)).toEqual([]);
  await replay.close();
});

test('an officer’s day is shown with what it is not for, and no figure of too few', async () => {
  const officers = await browser.open(`${centre.url}/operators`, { width: 1280, height: 800 });
  await officers.locator('.operator-choice select').selectOption('canbo05');
  const day = officers.getByTestId('operator-day');
  await day.waitFor();
  expect(await day.locator('[data-figure=served]').innerText()).toBe('2');
  await day.getByText('dưới 5 lượt: chưa nói lên gì').first().waitFor();
  await officers.getByText('Không dùng để xếp hạng').waitFor();
  for (const size of sizes) expect(await faultsAt(officers, size)).toEqual([]);
  await officers.close();
});

test('the guide desk sees the floor, answers help calls and changes nothing else', async () => {
  await browser.context.clearCookies();
  const guide = await browser.open(`${centre.url}/supervisor`, { width: 1280, height: 800 });
  await signIn(guide, 'huongdan');
  await guide.getByTestId('counters').waitFor();
  expect(await guide.getByRole('button', { name: /Ngừng cấp/ }).count()).toBe(0);
  expect(await guide.getByRole('link', { name: 'Xem lại ngày' }).count()).toBe(0);
  await guide.locator('[data-counter=c02]').click();
  await guide.getByText('Tài khoản này chỉ xem').waitFor();
  expect(await guide.getByTestId('panel').locator('form').count()).toBe(0);
  await guide.keyboard.press('Escape');
  await at('c02', 'call-help');
  await guide.locator('[data-alarm=help]').getByRole('button', { name: 'Đã tới hỗ trợ' }).click();
  await guide.locator('[data-alarm=help]').waitFor({ state: 'detached' });
});
