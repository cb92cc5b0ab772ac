// What is announced, on the page of devices in a real browser: a loudspeaker is added, tried and heard; a screen is paired,
// given its arrows and removed; how calls are spoken is edited; whoever asks whether a number was called finds it in a log.
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

let centre: RunningCentre;
let browser: Browser;
let page: Page;
let calledNumber = '';
/** The cookie by which the paired screen is known. */
let screenCookie = '';
const poll = <T>(look: () => T | Promise<T>) => expect.poll(look, { timeout: 20_000 });
const row = (name: string) => page.locator('tr[data-device]', { hasText: name });
const dialog = () => page.getByRole('dialog');
const setup = () => centre.app.floor.rules.setup;
const screen = () => setup().devices.screens[0];
const sizes = { wide: { width: 1280, height: 900 }, upright: { width: 800, height: 1280 } };

/** Nothing runs over the edge or breaks a rule, across and upright. */
async function isWell(name: string, of = page): Promise<void> {
  for (const [size, viewport] of Object.entries(sizes)) {
    await of.setViewportSize(viewport);
    expect(await of.evaluate('document.documentElement.scrollWidth - window.innerWidth')).toBe(0);
    expect(await axeFindings(of)).toEqual([]);
    const folder = process.env.SCREENSHOTS;
    const fullPage = (await of.getByRole('dialog').count()) === 0;
    if (folder) await of.screenshot({ path: join(folder, `loudspeakers-${name}-${size}.png`), fullPage });
  }
  await of.setViewportSize(sizes.wide);
}
async function signIn(of: Page, username: string): Promise<void> {
  await of.getByLabel('Tên đăng nhập').fill(username);
  await of.getByLabel('Mật khẩu').fill('denluot');
  await of.getByRole('button', { name: 'Đăng nhập' }).click();
  await of.waitForSelector('tr[data-device]');
}

beforeAll(async () => {
  centre = await startCentre();
  browser = await startBrowser();
  page = await browser.open(`${centre.url}/devices`, sizes.wide);
  await signIn(page, 'quantri');
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

describe('a loudspeaker', () => {
  test('is added by its form with its zone', async () => {
    await page.getByRole('button', { name: '+ Thêm loa' }).click();
    await dialog().getByLabel('Tên').fill('Loa mới');
    expect(await dialog().getByLabel('Địa chỉ').inputValue()).toBe('alsa:default');
    await dialog().getByLabel('Địa chỉ').fill('tcp://192.168.1.9:9100');
    await dialog().getByRole('button', { name: 'Lưu' }).click();
    await poll(() => dialog().locator('#device-address-wrong').textContent()).toContain('alsa:default');
    await dialog().getByLabel('Địa chỉ').fill('simulator');
    await dialog().getByLabel('Khu vực').selectOption('khu-a');
    await isWell('form-speaker');
    await dialog().getByRole('button', { name: 'Lưu' }).click();
    await dialog().waitFor({ state: 'detached' });
    await poll(() => row('Loa mới').count()).toBe(1);
    expect(setup().devices.speakers.at(-1)).toMatchObject({ id: 'loa-moi', zoneId: 'khu-a' });
  });
  test('is tried, and so is the voice, which stands among the devices', async () => {
    await row('Loa mới').getByRole('button', { name: 'Thử loa' }).click();
    await poll(() => row('Loa mới').textContent()).toContain('Đã phát');
    await poll(() => row('Loa mới').textContent()).toContain('Vừa phát xong');
    const voice = page.locator('tr[data-device=voice]');
    expect(await voice.textContent()).toContain('Giọng đọc');
    await voice.getByRole('button', { name: 'Thử giọng' }).click();
    await poll(() => voice.textContent()).toContain('✓');
  });
});

describe('how calls are spoken', () => {
  test('is one form that says what it means before it is kept', async () => {
    const form = page.locator('#speech');
    await form.getByLabel('Số lần đọc').selectOption('1');
    await form.getByLabel('Cách đọc số').selectOption('value');
    await poll(() => form.getByTestId('speech-sample').textContent()).toContain('A mười lăm');
    await form.getByLabel('Ngôn ngữ và thứ tự').selectOption('vi en');
    await poll(() => form.getByTestId('speech-sample').textContent()).toContain('fifteen');
    await form.getByLabel('Ngôn ngữ và thứ tự').selectOption('vi');
    await form.getByLabel('Giọng đọc và thứ tự').selectOption('espeak-ng clips');
    await form.getByRole('button', { name: 'Thêm giờ' }).click();
    await form.getByLabel('Từ giờ').last().fill('16:30');
    await form.getByLabel('Âm lượng (%)').last().fill('70');
    await form.getByLabel('Khu B', { exact: false }).fill('80');
    await isWell('page');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => form.textContent()).toContain('Số gọi kế tiếp được đọc theo cách mới');
    expect(setup().speech).toMatchObject({
      ...{ languages: ['vi'], times: 1, numbers: 'value', voices: ['espeak-ng', 'clips'] },
      zoneVolume: [{ zoneId: 'khu-b', percent: 80 }],
    });
    expect(setup().speech.volume.at(-1)).toEqual({ from: '16:30', percent: 70 });
  });
  test('is told at the field what cannot be, and an edit that was overtaken is saved again', async () => {
    const form = page.locator('#speech');
    await form.getByLabel('Tốc độ').fill('20');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => form.locator('#device-wordsPerMinute-wrong').count()).toBe(1);
    await form.getByLabel('Tốc độ').fill('200');
    const other = await centre.officer('quantri');
    const current = await other.get<Record<string, unknown>>('/api/v1/setup');
    if (!current.ok) throw new Error(current.code);
    expect((await other.put('/api/v1/setup', current.body)).ok).toBe(true);
    await form.getByRole('button', { name: 'Lưu' }).click();
    await form.getByText('Cấu hình vừa được người khác sửa').waitFor();
    expect(await form.getByLabel('Tốc độ').inputValue()).toBe('200');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await poll(() => setup().speech.wordsPerMinute).toBe(200);
  });
});

describe('a board', () => {
  test('may be a sign in the lobby, of a zone', async () => {
    await page.getByRole('button', { name: '+ Thêm bảng số' }).click();
    await dialog().getByLabel('Tên').fill('Bảng lối vào');
    await dialog().getByLabel('Địa chỉ').fill('simulator');
    expect(await dialog().getByLabel('Khu vực').count()).toBe(0);
    await dialog().getByLabel('Quầy').selectOption('');
    await dialog().getByLabel('Khu vực').selectOption('khu-b');
    await dialog().getByLabel('Mã số bảng').fill('99');
    await dialog().getByRole('button', { name: 'Lưu' }).click();
    // What is typed beside an open dialog goes into the dialog.
    await dialog().waitFor({ state: 'detached' });
    await poll(() => setup().devices.boards.at(-1)?.name).toBe('Bảng lối vào');
    expect(setup().devices.boards.at(-1)).toMatchObject({ counterId: null, zoneId: 'khu-b' });
  });
});

describe('a screen', () => {
  test('is paired with its zone, and said of which kind it is', async () => {
    const asked = await centre.hall.post<Record<'pairingId' | 'code' | 'secret', string>>(
      '/api/v1/devices/pair',
      { kind: 'hall' },
    );
    if (!asked.ok) throw new Error(asked.code);
    const { pairingId, code, secret } = asked.body;
    const form = page.locator('.pair-form');
    await form.getByLabel('Mã').fill(code);
    await form.getByLabel('Đặt tên').fill('Ti vi khu A');
    await form.getByLabel('Khu vực').selectOption('khu-a');
    await form.getByRole('button', { name: 'Ghép nối' }).click();
    await poll(() => form.textContent()).toContain('Đã ghép nối: Bảng sảnh.');
    expect(screen()).toMatchObject({ zoneId: 'khu-a', counterId: null, sound: true });
    await poll(() => row('Ti vi khu A').textContent()).toContain('Bảng sảnh');
    const claimed = await fetch(`${centre.url}/api/v1/devices/pair/${pairingId}/claim`, {
      ...{
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ secret }),
      },
    });
    screenCookie = (claimed.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  });
  test('has its arrows from a small picker, and leaves speaking to the loudspeaker', async () => {
    await row('Ti vi khu A').getByRole('button', { name: 'Sửa' }).click();
    const arrows = dialog().locator('.arrow-zones');
    await arrows.getByRole('button', { name: 'Hướng đến Quầy 2: không chọn' }).click();
    await isWell('form-screen');
    await arrows.getByRole('button', { name: 'chếch trái phía trước' }).click();
    await arrows.getByRole('button', { name: 'Hướng đến Quầy 2: chếch trái phía trước' }).waitFor();
    await arrows.getByRole('button', { name: /Hướng đến Khu B.*: không chọn/ }).click();
    await arrows.getByRole('button', { name: 'đi thẳng', exact: true }).click();
    await dialog().getByLabel('Đọc số gọi').selectOption({ label: 'Không' });
    await dialog().getByRole('button', { name: 'Lưu' }).click();
    await dialog().waitFor({ state: 'detached' });
    await poll(() => screen()?.arrows).toEqual({ c02: 'up-left', 'khu-b': 'up' });
    expect(screen()).toMatchObject({ sound: false, zoneId: 'khu-a', kind: 'hall' });
  });
});

describe('“was it called?”', () => {
  const log = async (of: Page, name: string) => {
    await of
      .locator('tr[data-device]', { hasText: name })
      .getByRole('button', { name: 'Nhật ký gọi' })
      .click();
    return of.getByRole('dialog');
  };
  test('is answered by the loudspeaker’s log', async () => {
    const officer = await centre.officer('canbo02');
    expect((await log(page, 'Loa mới')).getByText('Chưa có số nào được gọi ở đây.')).toBeDefined();
    const hall = await startBrowser();
    const [name = '', value = ''] = screenCookie.split('=');
    await hall.context.addCookies([{ name, value, url: centre.url }]);
    const board = await hall.open(`${centre.url}/hall`, { width: 1280, height: 720 });
    await board.getByTestId('now-serving').waitFor();

    const taken = await centre.hall.command<{ number: string }>('/api/v1/tickets', { serviceId: 'gddt-nop' });
    for (const action of ['open', 'call-next', 'recall']) {
      const acted = await officer.command<{ ticket: { number: string } | null }>(
        `/api/v1/counters/c02/${action}`,
        {},
      );
      if (!acted.ok) throw new Error(acted.code);
      calledNumber = acted.body.ticket?.number ?? calledNumber;
    }
    expect(taken.ok).toBe(true);
    // Newest first: the recall above the call; each was said to its end.
    const rows = dialog().locator('tr[data-call]');
    await poll(() => rows.allTextContents()).toHaveLength(2);
    const [again, first] = await rows.allTextContents();
    expect(again).toContain('gọi lại');
    expect(first).toMatch(new RegExp(`^\\d\\d:\\d\\d:\\d\\d${calledNumber}2● Đã đọc$`));
    await isWell('log');
    await dialog().getByLabel('Tìm số').fill('Z9');
    await dialog().getByText('Không có số Z9 trong nhật ký này.').waitFor();
    await dialog().getByLabel('Tìm số').fill(calledNumber.toLowerCase());
    await poll(() => rows.count()).toBe(2);
    await dialog().getByRole('button', { name: 'Đóng' }).click();
    await hall.close();
  });
  test('by a screen’s log too, and for a supervisor, who edits nothing', async () => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.reload();
    await signIn(page, 'giamsat');
    expect(await page.getByRole('button', { name: 'Sửa' }).count()).toBe(0);
    expect(await page.locator('#speech').count()).toBe(0);
    const shown = await log(page, 'Ti vi khu A');
    await poll(() => shown.locator('tr[data-call]').first().textContent()).toContain('Đã hiện trên màn hình');
    expect(await shown.textContent()).toContain(calledNumber);
  });
  test('and the start page reads what the loudspeaker has said', async () => {
    const start = await browser.open(centre.url, sizes.wide);
    const said = start.locator('[data-speaker=loa-moi] li');
    await poll(() => said.first().textContent()).toContain('Xin nhắc lại');
    expect(await said.last().textContent()).toContain('một hai ba');
    for (const path of ['/media', '/status', '/led?size=384x128'])
      expect(await start.locator(`a[href="${path}"]`).count()).toBe(1);
    await isWell('start', start);
    await start.close();
  });
});

test('a screen is removed by a second press, and may show nothing more', async () => {
  await page.goto(`${centre.url}/devices`);
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.reload();
  await signIn(page, 'quantri');
  await row('Ti vi khu A').getByRole('button', { name: 'Sửa' }).click();
  await dialog().getByRole('button', { name: 'Gỡ màn hình này' }).click();
  await dialog().getByRole('button', { name: 'Bấm lần nữa: phải ghép nối lại' }).click();
  await poll(() => row('Ti vi khu A').count()).toBe(0);
  expect(setup().devices.screens).toEqual([]);
  const own = await fetch(`${centre.url}/api/v1/devices/self`, { headers: { cookie: screenCookie } });
  expect([...(own.ok ? [((await own.json()) as { kind: string | null }).kind] : [])]).not.toContain('hall');
});
