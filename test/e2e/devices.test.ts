// The page of devices in a real browser: the technician adds, edits, tries and removes devices by forms, finds what listens,
// writes a board's own frame; a trouble is on every page of the office, with what to do.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

let centre: RunningCentre;
let browser: Browser;
let page: Page;
const poll = <T>(look: () => T | Promise<T>) => expect.poll(look);
const row = (name: string) => page.locator('tr', { hasText: name });
const shot = async (name: string) => {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: join(folder, `devices-${name}.png`), fullPage: true });
};
const axe = async () => expect(await axeFindings(page)).toEqual([]);
const signIn = async (username: string) => {
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu').fill('denluot');
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
};

beforeAll(async () => {
  centre = await startCentre({ sample: 'commune' });
  browser = await startBrowser();
  page = await browser.open(`${centre.url}/devices`, { width: 1280, height: 800 });
  await signIn('quantri');
  await page.waitForSelector('tr[data-device]');
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

describe('the technician', () => {
  test('sees every device well', async () => {
    await poll(() => page.locator('tr.device-good').count()).toBeGreaterThan(4);
    await poll(() => page.getByText('Tất cả thiết bị đang hoạt động.').count()).toBe(1);
    await shot('list');
    await axe();
  });
  test('adds a call pad by its form, and it is there at once', async () => {
    await page.getByRole('button', { name: '+ Thêm bàn phím gọi' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên').fill('Bàn phím quầy ba');
    await dialog.getByLabel('Địa chỉ').fill('simulator');
    await shot('form-pad');
    await axe();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => row('Bàn phím quầy ba').textContent()).toContain('Tốt');
    expect(centre.app.floor.rules.setup.devices.keypads.map(({ id }) => id)).toContain('ban-phim-quay-ba');
  });
  test('is told at the field what cannot be', async () => {
    await page.getByRole('button', { name: '+ Thêm máy in' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên').fill('Máy in thứ hai');
    await dialog.getByLabel('Địa chỉ').fill('nowhere');
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => dialog.locator('#device-address-wrong').textContent()).toContain('must be tcp://');
    await shot('form-wrong');
    await dialog.getByRole('button', { name: 'Thôi' }).click();
  });
  test('writes a board’s own frame with its bytes before the eyes, and removes the board', async () => {
    await page.getByRole('button', { name: '+ Thêm bảng số' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Tên').fill('Bảng RS-485');
    await dialog.getByLabel('Địa chỉ').fill('simulator');
    await dialog.getByLabel('Giao thức').selectOption('described');
    await dialog.getByLabel('Mã số bảng').fill('7');
    await dialog.getByRole('button', { name: 'STX, địa chỉ, chữ, tổng kiểm tra, ETX' }).click();
    // Board 07 shows A012: 02 "07" "A012", the sum of what stands after 02 in hexadecimal, 03.
    await poll(() => dialog.getByTestId('frame-hex').textContent()).toBe('02 30 37 41 30 31 32 33 42 03');
    await shot('form-frame');
    await axe();
    await dialog.getByLabel('Khung lệnh (JSON)').fill('{');
    await poll(() => dialog.locator('.frame-bytes .device-wrong').textContent()).toContain('Không phải JSON');
    await dialog.getByRole('button', { name: 'STX, địa chỉ, chữ, tổng kiểm tra, ETX' }).click();
    await dialog.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => row('Bảng RS-485').textContent()).toContain('Tốt');
    await row('Bảng RS-485').getByRole('button', { name: 'Thử bảng' }).click();
    await poll(() => row('Bảng RS-485').textContent()).toContain('nháy số 8');
    await row('Bảng RS-485').getByRole('button', { name: 'Sửa' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Bấm lần nữa để xóa' }).click();
    await poll(() => row('Bảng RS-485').count()).toBe(0);
  });
  test('finds a printer in the network, adds it, and sees how much paper is left', async () => {
    const printer = await startPrinterSimulator({ widthDots: 576, now: () => Date.now() });
    const { port } = new URL(printer.address);
    const search = page.locator('.find-devices form');
    await search.getByLabel('Từ địa chỉ').fill('127.0.0.1');
    await search.getByLabel('Đến địa chỉ').fill('127.0.0.1');
    await search.getByLabel('Cổng').fill(port);
    await search.getByRole('button').click();
    await page.getByRole('button', { name: 'Thêm là máy in' }).click();
    await page.getByRole('dialog').getByLabel('Tên').fill('Máy in mạng');
    await page.getByRole('dialog').getByRole('button', { name: 'Lưu' }).click();
    await poll(() => row('Máy in mạng').textContent()).toContain('Tốt');
    await row('Máy in mạng').getByRole('button', { name: 'In thử' }).click();
    await poll(() => row('Máy in mạng').textContent()).toMatch(/còn khoảng \d+ phiếu/);
    expect(printer.papers()).toHaveLength(1);
    await shot('found');
    await row('Máy in mạng').getByRole('button', { name: 'Đã thay cuộn giấy' }).click();
    await poll(() => row('Máy in mạng').textContent()).not.toMatch(/còn khoảng/);
    await printer.close();
    await poll(() => row('Máy in mạng').textContent()).toContain('Không thấy');
  });
  test('sets the brightness by hour', async () => {
    const brightness = page.locator('.brightness');
    await brightness.getByRole('button', { name: 'Thêm giờ' }).click();
    await brightness.getByLabel('Độ sáng (%)').last().fill('15');
    await brightness.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => centre.app.floor.rules.setup.devices.brightness.at(-1)?.percent).toBe(15);
  });
});

describe('the supervisor', () => {
  test('sees a printer without paper on every page, with what to do', async () => {
    const other = await browser.open(`${centre.url}/reports`, { width: 1280, height: 800 });
    const printerId = centre.app.floor.rules.setup.devices.printers[0]?.id ?? '';
    centre.app.devices.simulate(printerId, { levers: { paperOut: true } });
    await other.getByTestId('alarms').getByText('Hết giấy').waitFor();
    expect(await other.getByTestId('alarms').textContent()).toContain('Thay cuộn giấy');
    await poll(() => page.locator('tr[data-device]').first().textContent()).toMatch(/Hết giấy|Không thấy/);
    page = other;
    await axe();
    await page.goto(`${centre.url}/devices`);
    await page.waitForSelector('tr.device-bad');
    await page.setViewportSize({ width: 1920, height: 1080 });
    await shot('trouble');
    await axe();
  });
});
