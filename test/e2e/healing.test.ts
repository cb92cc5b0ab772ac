// Screens heal by themselves: the server is killed and comes back, the hall board says that it is out of date, catches up
// and announces what was called meanwhile exactly once. A printer that is gone costs nobody a number.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { type Boards, inZoneA, inZoneB, look, startBoards, startHall } from '../support/announcing.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { sampleFolder } from '../support/sample-centre.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

/** A port that is free now and stays the same over a restart. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

test('a hall board survives a kill of the server and announces each call once', async () => {
  const dataDir = sampleFolder('commune');
  const port = await freePort();
  const again = () => startServer(dataDir, ['--port', String(port)]);
  let server: ServerProcess = await again();
  try {
    const hall = await browser.open(`${server.url}/hall`, { width: 1920, height: 1080 });
    await hall.getByTestId('now-serving').waitFor();
    await hall.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      const board = document.querySelector('[data-testid=newest-call]');
      const look = () => {
        const number = board?.querySelector('.call-new [data-testid=newest-number]')?.textContent;
        if (number && seen.at(-1) !== number) seen.push(number);
      };
      if (board) new MutationObserver(look).observe(board, { childList: true, subtree: true });
    });
    const call = async (username: string, counterId: string) => {
      const officer = await centreClient(server.url).signedIn(username, 'denluot');
      await officer?.command(`/api/v1/counters/${counterId}/open`, {});
      expect((await officer?.command(`/api/v1/counters/${counterId}/call-next`, {}))?.ok).toBe(true);
    };
    const kiosk = centreClient(server.url);
    for (const serviceId of ['chung-thuc', 'dat-dai', 'chinh-sach'])
      await kiosk.command('/api/v1/tickets', { serviceId });
    await call('canbo01', 'c01');
    await expect.poll(() => hall.getByTestId('newest-number').innerText()).toBe('A001');
    await server.kill();
    await hall.getByTestId('out-of-date').waitFor({ timeout: 6_000 });
    server = await again();
    await call('canbo03', 'c03');
    await call('canbo04', 'c04');
    await hall.getByTestId('out-of-date').waitFor({ state: 'detached', timeout: 8_000 });
    await expect
      .poll(() => hall.evaluate(() => (window as unknown as { seen: string[] }).seen), { timeout: 30_000 })
      .toEqual(['A001', 'C001', 'D001']);
    await hall.close();
  } finally {
    await server.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('boards say within three seconds that they are out of date, and are right two seconds after the server is back', async () => {
  const hall = await startHall();
  const boards: Boards = await startBoards();
  try {
    const [first, second] = await hall.open([inZoneA[0], inZoneB[0]]);
    const screens: Page[] = [];
    // One after another: each looks at its clock at a moment of its own.
    for (const zone of ['', '', '?zone=khu-a', '?zone=khu-a']) {
      const board = await boards.open(`${hall.url}/hall${zone}`);
      await board.getByTestId('now-serving').waitFor();
      await look(board, 'window.opened = "before"');
      screens.push(board);
    }
    const called = await first?.callNext();
    const shows = (board: Page, number: string | undefined) =>
      board
        .getByTestId('now-serving')
        .getByText(number ?? '', { exact: true })
        .waitFor({ timeout: 2_000 });
    for (const board of screens) await shows(board, called?.number);
    await hall.kill();
    await Promise.all(screens.map((board) => board.getByTestId('out-of-date').waitFor({ timeout: 3_000 })));
    for (const board of screens)
      expect(await board.getByTestId('newest-number').innerText()).toBe(called?.number);
    await hall.comeBack();
    const next = await second?.callNext();
    await Promise.all(
      screens.flatMap((board, place) => [
        ...(place < 2 ? [shows(board, next?.number)] : []),
        board.getByTestId('out-of-date').waitFor({ state: 'detached', timeout: 2_000 }),
      ]),
    );
    for (const board of screens) expect(await look(board, 'window.opened')).toBe('before');
  } finally {
    await boards.close();
    await hall.close();
  }
});

test('a number is given and stands though no printer can be reached', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-noprinter-'));
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  sample.devices.printers[0].address = `tcp://127.0.0.1:${await freePort()}`;
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
  const centre: RunningCentre = await startCentre({ sample: 'commune', dataDir });
  try {
    const kiosk = await browser.open(`${centre.url}/kiosk`, { width: 1080, height: 1920 });
    await kiosk.getByRole('button', { name: 'Tư pháp - Hộ tịch' }).click();
    await kiosk.getByRole('button', { name: /^Chứng thực/ }).click();
    expect(await kiosk.getByTestId('number').innerText()).toBe('A001');
    await kiosk.locator('[data-testid=print-state][data-state=failed]').waitFor();
    expect(await kiosk.getByTestId('print-state').innerText()).toContain('Số vẫn có giá trị');
    await kiosk.getByRole('button', { name: 'In lại phiếu' }).waitFor();
    const floor = await centre.hall.get<{ queues: { serviceId: string; waiting: number }[] }>(
      '/api/v1/floor',
    );
    expect(floor.ok && floor.body.queues.find((queue) => queue.serviceId === 'chung-thuc')?.waiting).toBe(1);
    await kiosk.close();
  } finally {
    await centre.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});

test('an unpaired screen shows a code, a technician approves it, and it opens by itself', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-pair-'));
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  const { hashPassword } = await import('../../server/setup/passwords.ts');
  const words = await hashPassword('mat-khau-rieng');
  for (const account of sample.staff) account.password = account.username === 'quantri' ? words : null;
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
  const centre = await startCentre({ sample: 'commune', dataDir, demo: false });
  try {
    const hall = await browser.open(`${centre.url}/hall`, { width: 1920, height: 1080 });
    const code = hall.getByTestId('pairing-code');
    await expect.poll(async () => (await code.innerText()).replace(/\s/g, '')).toMatch(/^\d{6}$/);
    const technician = await centre.hall.signedIn('quantri', 'mat-khau-rieng');
    const shown = (await code.innerText()).replace(/\s/g, '');
    expect(
      (await technician?.post('/api/v1/devices/pair/approve', { code: shown, name: 'Ti vi sảnh' }))?.ok,
    ).toBe(true);
    await hall.getByTestId('now-serving').waitFor({ timeout: 15_000 });
    await hall.close();
  } finally {
    await centre.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
