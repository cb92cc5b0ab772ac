// A supervisor tries policies on a recorded day in a real browser, by keyboard, reads the warning and switches one on; and the
// built program plays a trial in a thread of its own, which sources cannot.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { policyNames } from '../../protocol/dispatch-setup.ts';
import type { Tried } from '../../protocol/endpoints/policy-endpoints.ts';
import { systemClock } from '../../server/application/clock.ts';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { startServer } from '../support/server-process.ts';

const sizes = [
  { width: 1280, height: 800 },
  { width: 800, height: 1280 },
] as const;
let browser: Browser;
let centre: RunningCentre;
let page: Page;
/** How far the centre's clock is ahead of this machine's. */
let aheadMs = 0;
beforeAll(async () => {
  browser = await startBrowser();
  centre = await startCentre({ clock: { ...systemClock, now: () => Date.now() + aheadMs } });
  browser.context.setDefaultTimeout(8_000);
  await recordSome();
  page = await browser.open(`${centre.url}/policies`, sizes[0]);
  await page.locator('[name=username]').fill('giamsat');
  await page.locator('[name=password]').fill('denluot');
  await page.keyboard.press('Enter');
  await card('first-come').waitFor();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

/** Five people come at once, the last of them elderly; one counter serves them, four minutes each. */
async function recordSome(): Promise<void> {
  const officer = await centre.officer('canbo05');
  const act = async (action: string) => {
    const done = await officer.command(`/api/v1/counters/c05/${action}`, {});
    if (!done.ok) throw new Error(`${action}: ${done.code}`);
  };
  await act('open');
  const serviceId = centre.app.floor.rules.servicesOf.get('c05' as never)?.[0];
  for (const priorityClass of [undefined, undefined, undefined, undefined, 'elderly'])
    await centre.hall.command('/api/v1/tickets', { serviceId, priorityClass });
  for (let person = 0; person < 5; person += 1) {
    for (const action of ['call-next', 'start']) await act(action);
    aheadMs += 4 * 60_000;
    await act('finish');
  }
}
const card = (policy: string) => page.locator(`[data-policy=${policy}]`);
/** What a row of the table says, column by column. */
const row = (name: string) => page.locator(`[data-row=${name}] td`).allInnerTexts();

async function faultsAt(size: { width: number; height: number }): Promise<string[]> {
  await page.setViewportSize(size);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: size.width, height: Math.max(size.height, height) });
  const faults = [...(await layoutFaults(page)), ...(await axeFindings(page))];
  await page.setViewportSize(sizes[0]);
  return faults;
}

test('policies stand side by side for a recorded day, by class and by service', async () => {
  expect(await card('promise-share').getByText('Đang dùng').count()).toBe(1);
  expect(await page.getByText('Đang dùng').count()).toBe(1);
  await card('strict-priority').getByText('không được gọi: có thể phải chờ cả ngày').waitFor();
  for (const policy of ['first-come', 'strict-priority']) {
    await card(policy).getByRole('checkbox').focus();
    await page.keyboard.press('Space');
  }
  await page.getByRole('button', { name: 'Chạy thử' }).focus();
  await page.keyboard.press('Enter');
  await page.getByTestId('trial').waitFor();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  const [, firstCome, strict] = (await row('priority-mean')).map((each) => Number(each.replace(',', '.')));
  expect(firstCome).toBeGreaterThan(15);
  expect(strict).toBeLessThan(5);
  expect(await row('priority-count')).toEqual(['1', '1', '1']);
  expect(await row('passedMost')).toEqual(expect.arrayContaining(['0', '1']));
  await page.getByText('Người có hẹn: Ngày này không có ai.').waitFor();
  await page.locator('details summary').press('Enter');
  await page.getByRole('table').nth(1).waitFor();
  for (const size of sizes) expect(await faultsAt(size)).toEqual([]);
});

async function tryAll(press: string): Promise<void> {
  for (const policy of policyNames) await card(policy).getByRole('checkbox').check();
  await page.getByRole('button', { name: press, exact: true }).click();
  await expect.poll(async () => (await row('priority-count')).length).toBe(6);
  await page.locator('details:not([open]) summary').press('Enter');
}

test('six side by side fit, in English too', async () => {
  await page.reload();
  await tryAll('Chạy thử');
  for (const size of sizes) expect(await faultsAt(size)).toEqual([]);
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Who is called next' }).waitFor();
  await tryAll('Try');
  for (const size of sizes) expect(await faultsAt(size)).toEqual([]);
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.getByRole('heading', { name: 'Cách gọi số' }).waitFor();
});

test('one is switched on after its warning, from the next call on', async () => {
  const panel = page.getByTestId('panel');
  const policyNow = () => centre.app.floor.rules.setup.dispatch.policy;
  await card('strict-priority').getByRole('button').press('Enter');
  await panel.getByText('có thể phải chờ cả ngày').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  expect(policyNow()).toBe('promise-share');
  await card('strict-priority').getByRole('button').press('Enter');
  // Somebody else has switched another on since this page was loaded.
  const other = { policy: 'ratio', revision: centre.app.floor.rules.setup.revision };
  await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' };
    await fetch('/api/v1/dispatch-policy', { method: 'PUT', headers, body: JSON.stringify(body) });
  }, other);
  await panel.getByRole('button', { name: 'Tôi đã đọc, bật lên' }).press('Enter');
  await panel.getByRole('alert').getByText('Cấu hình đã được người khác sửa').waitFor();
  await card('ratio').getByText('Đang dùng').waitFor();
  expect(policyNow()).toBe('ratio');
  await panel.getByRole('button', { name: 'Tôi đã đọc, bật lên' }).press('Enter');
  await panel.waitFor({ state: 'detached' });
  await card('strict-priority').getByText('Đang dùng').waitFor();
  expect(policyNow()).toBe('strict-priority');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('strict-priority');
  await page.getByTestId('said').getByText('Ưu tiên tuyệt đối').waitFor();
  for (const size of sizes) expect(await faultsAt(size)).toEqual([]);
});

test('the program as it is built plays the day in a thread', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-trial-'));
  const server = await startServer(dataDir);
  try {
    const hall = centreClient(server.url);
    await hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
    const supervisor = await hall.signedIn('giamsat', 'denluot');
    const days = await supervisor?.get<{ days: string[] }>('/api/v1/replay');
    const day = days?.ok ? days.body.days[0] : undefined;
    const tried = await supervisor?.post<Tried>('/api/v1/policy-trials', { day, policies: ['ratio'] });
    expect(tried).toMatchObject({
      ok: true,
      body: { visits: 1, trials: [{ policy: 'ratio', unserved: 1 }] },
    });
    const none = { day: '2020-01-01', policies: ['ratio'] };
    expect(await supervisor?.post('/api/v1/policy-trials', none)).toMatchObject({ code: 'unknown-day' });
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
