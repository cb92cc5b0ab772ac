// Chromium for browser tests, started once a file; every page with a folder of its own and nothing from outside.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const known = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--disable-gpu',
];

export type Browser = {
  open(url: string, size: { width: number; height: number }): Promise<Page>;
  context: BrowserContext;
  close(): Promise<void>;
};

export async function startBrowser(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? known.find((path) => existsSync(path));
  if (executablePath === undefined)
    throw new Error('no Chromium: run the tests with npm test, which says what to install');
  const profile = mkdtempSync(join(tmpdir(), 'denluot-chromium-'));
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args,
    locale: 'vi-VN',
  });
  return {
    context,
    async open(url, size) {
      const page = await context.newPage();
      await page.setViewportSize(size);
      await page.goto(url);
      return page;
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
