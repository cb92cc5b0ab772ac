// Every board at every size it hangs in: nothing is cut off, outside the screen or over something else, letters are as tall
// as the ten-metre rule asks, and axe finds nothing. With BOARD_PICTURES=1 the pictures under docs/boards are made anew.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CentreClient } from '../../server/simulation/centre-client.ts';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { layoutFaults, letterHeight } from '../support/layout-faults.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { sampleFolder } from '../support/sample-centre.ts';

const pictures = new URL('../../docs/boards/', import.meta.url);
const makesPictures = process.env.BOARD_PICTURES === '1';
/** A 55-inch television is 685 mm high; a thing to be read from ten metres is a 400th of that tall: 25 mm. */
const screenMm = 685;
const readableMm = 25;

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
  if (makesPictures) mkdirSync(pictures, { recursive: true });
});
afterAll(() => browser.close());

async function open(centre: RunningCentre, path: string, width: number, height: number): Promise<Page> {
  const page = await browser.open(`${centre.url}${path}`, { width, height });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

function showing(page: Page): Promise<string | null> {
  return page.getByTestId('stage').getAttribute('data-showing');
}

async function picture(page: Page, name: string): Promise<void> {
  if (makesPictures) writeFileSync(new URL(`${name}.png`, pictures), await page.screenshot());
}

const longest = {
  vi: 'Để phòng chống lừa đảo, Trung tâm chỉ tiếp nhận hồ sơ tại quầy và qua Cổng dịch vụ công quốc gia; cán bộ không gọi điện yêu cầu chuyển tiền, cài ứng dụng lạ hay cung cấp mật khẩu. Khi nghi ngờ, quý khách vui lòng báo ngay bàn hướng dẫn hoặc gọi đường dây nóng của tỉnh.',
  en: 'Against fraud: dossiers are received at the counters and through the national portal only. Officers never call to ask for money, passwords or unknown applications. If in doubt tell the guide desk at once or call the hotline of the provincial people’s committee.',
};
const wordy = {
  vi: 'Từ ngày 01/12/2026 Trung tâm tiếp nhận hồ sơ đất đai tại quầy 14 và 15; quý khách vui lòng lấy số tại kiosk.',
  en: 'From 1 December 2026 land dossiers are received at counters 14 and 15.',
};

/** A morning at the provincial centre: people wait, most counters serve, one is paused, some numbers were missed. */
async function busy(centre: RunningCentre): Promise<void> {
  const act = async (officer: CentreClient, counter: string, action: string, body: object = {}) => {
    const done = await officer.command(`/api/v1/counters/c${counter}/${action}`, body);
    if (!done.ok) throw new Error(`${action} at ${counter}: ${JSON.stringify(done)}`);
  };
  const floor = await centre.hall.get<{ counters: { id: string; serviceIds: string[] }[] }>('/api/v1/floor');
  if (!floor.ok) throw new Error('no floor');
  for (const [index, { id, serviceIds }] of floor.body.counters.entries()) {
    const counter = id.slice(1);
    for (let people = 0; people < 3; people += 1) {
      const priority = people === 2 && index % 5 === 0 ? { priorityClass: 'elderly' } : {};
      await centre.hall.command('/api/v1/tickets', {
        serviceId: serviceIds[people % serviceIds.length],
        ...priority,
      });
    }
    if (index % 6 === 5) continue;
    const officer = await centre.officer(`canbo${counter}`);
    await act(officer, counter, 'open');
    if (index % 6 === 4) {
      await act(officer, counter, 'pause', { reason: 'urgent-meeting' });
      continue;
    }
    await act(officer, counter, 'call-next');
    if (index % 4 === 1) await act(officer, counter, 'start');
    if (index % 8 === 2) {
      await act(officer, counter, 'no-show');
      await act(officer, counter, 'call-next');
    }
    if (index === 0) await act(officer, counter, 'recall');
  }
}

async function notices(centre: RunningCentre): Promise<void> {
  const supervisor = await centre.officer('giamsat');
  await supervisor.post('/api/v1/announcements', { text: wordy });
  const csv = readFileSync(new URL('../fixtures/dossiers-soc-trang-2021-02.csv', import.meta.url), 'utf8');
  await supervisor.put('/api/v1/dossiers', { from: '2021-01-16', to: '2021-02-15', csv });
}

describe('the measuring itself', () => {
  it('finds what is cut off, outside the screen, and over something else', async () => {
    const page = await browser.open('about:blank', { width: 400, height: 300 });
    await page.setContent(`
      <style>body { margin: 0; font: 20px sans-serif } p { position: absolute; margin: 0; white-space: nowrap }</style>
      <p style="top: 10px; left: 10px">well</p>
      <p style="top: 50px; left: 10px; width: 60px; overflow: hidden">a long line that is cut</p>
      <p style="top: 100px; left: 380px">beyond</p>
      <p style="top: 150px; left: 10px">under this</p>
      <p style="top: 155px; left: 30px">lies that</p>`);
    expect(await layoutFaults(page)).toEqual([
      'cut off: "a long line that is cut"',
      'outside the screen: "beyond"',
      '"under this" lies over "lies that"',
    ]);
    await page.close();
  });
});

describe('a province on a busy morning', () => {
  let centre: RunningCentre;
  beforeAll(async () => {
    centre = await startCentre();
    await busy(centre);
    await notices(centre);
  });
  afterAll(() => centre.stop());

  const sizes: [string, string, number, number, string][] = [
    ['hall-1920x1080', '/hall', 1920, 1080, '[data-testid=newest-number]'],
    ['hall-1280x720', '/hall', 1280, 720, '[data-testid=newest-number]'],
    ['hall-1080x1920', '/hall', 1080, 1920, '[data-testid=newest-number]'],
    ['hall-zone-1920x1080', '/hall?zone=khu-b', 1920, 1080, '[data-testid=newest-number]'],
    ['media-1920x1080', '/media', 1920, 1080, '[data-testid=stage]'],
    ['media-1080x1920', '/media', 1080, 1920, '[data-testid=stage]'],
    ['status-1920x1080', '/status', 1920, 1080, '[data-testid=dossiers]'],
    ['status-1080x1920', '/status', 1080, 1920, '[data-testid=dossiers]'],
    ['counter-called-1280x720', '/board?counter=c01', 1280, 720, '[data-testid=board-number]'],
    ['counter-called-800x480', '/board?counter=c01', 800, 480, '[data-testid=board-number]'],
    ['counter-paused-1280x720', '/board?counter=c05', 1280, 720, '[data-testid=board-state]'],
    ['counter-closed-1920x1080', '/board?counter=c06', 1920, 1080, '[data-testid=board-state]'],
  ];
  it.each(sizes)('%s', async (name, path, width, height, shown) => {
    const page = await open(centre, path, width, height);
    await page.locator(shown).first().waitFor();
    expect(await layoutFaults(page)).toEqual([]);
    expect(await axeFindings(page, 'all')).toEqual([]);
    await picture(page, name);
    await page.close();
  });

  it.each([
    [1920, 1080],
    [1280, 720],
    [1080, 1920],
  ])('%i×%i: whatever people wait for, a few services at a time', async (width, height) => {
    const page = await browser.open('about:blank', { width, height });
    await page.clock.install();
    await page.goto(`${centre.url}/hall`);
    await page.getByTestId('waiting').waitFor();
    const named = new Set<string>();
    for (let turn = 0; turn < 24; turn += 1) {
      expect(await layoutFaults(page)).toEqual([]);
      for (const name of await page.locator('.waiting-name').allInnerTexts()) named.add(name);
      await page.clock.runFor(8_000);
    }
    expect(named.size).toBeGreaterThan(30);
    await page.close();
  });

  it('an announcement of the greatest length fits beside the calls', async () => {
    const supervisor = await centre.officer('giamsat');
    const written = await supervisor.post<{ id: string }>('/api/v1/announcements', { text: longest });
    if (!written.ok) throw new Error(written.code);
    for (const [width, height] of [
      [1920, 1080],
      [1080, 1920],
    ] as const) {
      const page = await browser.open('about:blank', { width, height });
      await page.clock.install();
      await page.goto(`${centre.url}/media`);
      await page.getByTestId('stage').waitFor();
      // Behind the announcements that stand before it, each for its time.
      for (let turn = 0; turn < 4 && (await showing(page)) !== written.body.id; turn += 1)
        await page.clock.runFor(12_000);
      expect(await showing(page)).toBe(written.body.id);
      expect(await layoutFaults(page)).toEqual([]);
      await page.close();
    }
  });

  it.each([
    ['384x128', 384, 128],
    ['192x64', 192, 64],
    ['512x96', 512, 96],
    ['128x32', 128, 32],
  ])('the LED wall of %s is drawn in pure colours on every pixel', async (size, width, height) => {
    const page = await open(centre, `/led?size=${size}`, 600, 300);
    await page.locator('canvas').waitFor();
    const colours = () =>
      page.evaluate(() => {
        const canvas = document.querySelector('canvas');
        const ink = canvas?.getContext('2d');
        if (canvas == null || ink == null) return null;
        const { data } = ink.getImageData(0, 0, canvas.width, canvas.height);
        const found = new Set<string>();
        for (let at = 0; at < data.length; at += 4) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
        const box = canvas.getBoundingClientRect();
        return {
          width: canvas.width,
          height: canvas.height,
          at: [box.left, box.top, box.width],
          colours: found.size,
        };
      });
    await expect.poll(async () => ((await colours())?.colours ?? 0) > 1).toBe(true);
    const seen = await colours();
    expect(seen).toMatchObject({ width, height, at: [0, 0, width] });
    expect(seen?.colours).toBeLessThanOrEqual(5);
    if (makesPictures)
      writeFileSync(
        new URL(`led-${size}.png`, pictures),
        await page.screenshot({ clip: { x: 0, y: 0, width, height } }),
      );
    await page.close();
  });

  it('has letters that one can read from ten metres on a 55-inch television', async () => {
    const page = await open(centre, '/hall', 1920, 1080);
    await page.getByTestId('newest-number').waitFor();
    await page.locator('[data-testid=recent-calls] li').first().waitFor({ timeout: 60_000 });
    const mm = async (selector: string) => ((await letterHeight(page, selector)) / 1080) * screenMm;
    expect(await mm('[data-testid=newest-number]')).toBeGreaterThan(6 * readableMm);
    expect(await mm('[data-testid=newest-counter]')).toBeGreaterThan(2 * readableMm);
    expect(await mm('[data-testid=recent-calls] strong')).toBeGreaterThan(readableMm);
    expect(await mm('.serving-ticket')).toBeGreaterThan(0.95 * readableMm);
    await page.close();
  });
});

describe('a commune that speaks three languages', () => {
  let centre: RunningCentre;
  let dataDir = '';
  beforeAll(async () => {
    dataDir = sampleFolder('commune', { languages: ['vi', 'en', 'km'] });
    centre = await startCentre({ sample: 'commune', dataDir });
  });
  afterAll(async () => {
    await centre.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it.each([
    ['hall-empty-1920x1080', 1920, 1080],
    ['hall-empty-1080x1920', 1080, 1920],
  ])('%s: before anybody has come', async (name, width, height) => {
    const page = await open(centre, '/hall', width, height);
    await page.getByTestId('now-serving').waitFor();
    expect(await layoutFaults(page)).toEqual([]);
    await picture(page, name);
    await page.close();
  });
  it('hall-three-languages-1920x1080: a recall of a priority number', async () => {
    await centre.hall.command('/api/v1/tickets', { serviceId: 'chung-thuc', priorityClass: 'elderly' });
    const officer = await centre.officer('canbo01');
    for (const action of ['open', 'call-next', 'recall'])
      await officer.command(`/api/v1/counters/c01/${action}`, {});
    const page = await open(centre, '/hall', 1920, 1080);
    await page.getByText('Mời lại').waitFor({ timeout: 60_000 });
    await page.getByText('Ưu tiên').waitFor();
    expect(await page.evaluate(() => document.fonts.check('400 20px "Noto Sans Khmer"', 'បញ្ជរ'))).toBe(true);
    expect(await layoutFaults(page)).toEqual([]);
    await picture(page, 'hall-three-languages-1920x1080');
    await page.close();
  });
});
