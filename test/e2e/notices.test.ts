// A supervisor writes for the boards: an announcement seen on the preview before anybody else sees it, then on the
// television, the LED wall and the lobby sign; a picture beside the calls; a muted zone; the figures of dossiers.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

let browser: Browser;
let centre: RunningCentre;
let office: Page;
beforeAll(async () => {
  browser = await startBrowser();
  centre = await startCentre();
  office = await browser.open(`${centre.url}/notices`, { width: 1280, height: 900 });
  await office.locator('[name=username]').fill('giamsat');
  await office.locator('[name=password]').fill('denluot');
  await office.keyboard.press('Enter');
  await office.getByRole('heading', { name: 'Viết thông báo' }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

const preview = () => office.frameLocator('iframe');
const sign = async () => {
  const view = centre.app.devices.simulators();
  return view.boards.find(({ boardId }) => boardId === 'bang-sanh')?.text ?? '';
};

test('what is being written is on the preview, and nowhere else', async () => {
  const hall = await browser.open(`${centre.url}/hall`, { width: 1280, height: 720 });
  await hall.getByTestId('now-serving').waitFor();
  await office.getByLabel(/tiếng Việt/).fill('Mất điện lúc 14:00 <b>hôm nay</b>');
  await expect
    .poll(() => preview().getByTestId('ticker').innerText())
    .toBe('Mất điện lúc 14:00 <b>hôm nay</b>');
  expect(await hall.getByTestId('ticker').count()).toBe(0);
  expect(await axeFindings(office, 'serious')).toEqual([]);
  expect(await layoutFaults(office)).toEqual([]);
  await hall.close();
});

test('a preview makes no sound, and is in nobody’s log', async () => {
  expect(await preview().getByTestId('sound-blocked').count()).toBe(0);
  const kept = await office.evaluate(() =>
    Object.keys(localStorage).filter((key) => key.includes('preview')),
  );
  expect(kept).toEqual([]);
});

test('published, it runs on the television and on the lobby’s sign, as text and not as markup', async () => {
  await office.getByRole('button', { name: 'Đăng', exact: true }).click();
  await office.getByTestId('announcements').getByText('Đang hiện').waitFor();
  const hall = await browser.open(`${centre.url}/hall`, { width: 1280, height: 720 });
  await expect.poll(() => hall.getByTestId('ticker').innerText()).toBe('Mất điện lúc 14:00 <b>hôm nay</b>');
  expect(await hall.locator('.ticker b').count()).toBe(0);
  await expect.poll(sign).toContain('MAT DIEN');
  await hall.close();
});

test('changed, it is changed; withdrawn, it is gone everywhere', async () => {
  const hall = await browser.open(`${centre.url}/hall`, { width: 1280, height: 720 });
  await office.getByRole('button', { name: 'Sửa' }).click();
  await office.getByLabel(/tiếng Việt/).fill('Có điện lại');
  await office.getByRole('button', { name: 'Lưu' }).click();
  await expect.poll(() => hall.getByTestId('ticker').innerText()).toBe('Có điện lại');
  await office.getByRole('button', { name: 'Gỡ' }).click();
  await office.getByRole('button', { name: 'Bấm lần nữa để gỡ' }).click();
  await hall.getByTestId('ticker').waitFor({ state: 'detached' });
  await expect.poll(sign).toMatch(/^ *$/);
  await hall.close();
});

test('a picture is shown beside the calls once its hour is given; a page of a web site is none', async () => {
  await office.getByRole('button', { name: 'Hình và video' }).click();
  const file = office.locator('input[type=file]');
  await file.setInputFiles({
    ...{ name: 'trang.png', mimeType: 'image/png' },
    buffer: Buffer.from('<html><script>alert(1)</script></html>'),
  });
  await office.getByRole('alert').getByText('Chỉ nhận hình').waitFor();
  const picture = fileURLToPath(new URL('../../docs/boards/counter-called-800x480.png', import.meta.url));
  await file.setInputFiles({ name: 'huong-dan.png', mimeType: 'image/png', buffer: readFileSync(picture) });
  await office.getByRole('heading', { name: 'huong-dan.png' }).waitFor();
  const media = await browser.open(`${centre.url}/media`, { width: 1920, height: 1080 });
  await media.getByTestId('stage').waitFor();
  expect(await media.locator('[data-testid=stage] > img').count()).toBe(0);
  await office.getByLabel(/Chiếu trên màn hình/).click();
  const shown = media.locator('[data-testid=stage] > img');
  await shown.waitFor();
  await expect.poll(() => shown.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(800);
  const [stage, call] = await Promise.all([
    media.getByTestId('stage').boundingBox(),
    media.getByTestId('newest-call').boundingBox(),
  ]);
  expect((stage?.x ?? 0) + (stage?.width ?? 0)).toBeLessThanOrEqual(call?.x ?? 0);
  await media.close();
});

test('a zone is muted and unmuted at once', async () => {
  await office.getByRole('button', { name: 'Âm thanh' }).click();
  const zone = office.locator('[data-zone=khu-a]');
  await zone.getByRole('button', { name: 'Tắt tiếng' }).click();
  await zone.getByText('Đang tắt tiếng').waitFor();
  expect(centre.app.floor.view<'hall'>({ view: 'hall' })?.sound.percents).toMatchObject({ 'khu-a': 0 });
  await zone.getByRole('button', { name: 'Bật tiếng lại' }).click();
  await zone.getByText('Đang đọc số').waitFor();
  expect(centre.app.floor.view<'hall'>({ view: 'hall' })?.sound.percents['khu-a']).toBeGreaterThan(0);
});

test('figures of dossiers that do not add up are refused by cell, and shown once they do', async () => {
  await office.getByRole('button', { name: 'Hồ sơ' }).click();
  const csv = readFileSync(new URL('../fixtures/dossiers-soc-trang-2021-02.csv', import.meta.url), 'utf8');
  const bring = async (text: string) => {
    await office.locator('[name=from]').fill('2021-01-16');
    await office.locator('[name=to]').fill('2021-02-15');
    await office
      .locator('[name=file]')
      .setInputFiles({ name: 'ho-so.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await office.getByRole('button', { name: 'Nhập số liệu' }).click();
  };
  await bring(csv.replace('613,2,611', '614,2,611'));
  await office.getByRole('alert').getByText('Số liệu hồ sơ chưa khớp').waitFor();
  await bring(csv);
  await office.getByTestId('imported').getByText('17 đơn vị, 8.605 hồ sơ').waitFor();
  const status = await browser.open(`${centre.url}/status`, { width: 1920, height: 1080 });
  await status.getByTestId('dossiers').getByText('Sở Công Thương').waitFor();
  await status.close();
});
