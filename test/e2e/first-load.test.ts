// What a kiosk or tablet takes over the network to show its first page: small enough for an old tablet on a weak link.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const codeBytesAtMost = 150 * 1024;
let centre: RunningCentre;
let browser: Browser;
beforeAll(async () => {
  centre = await startCentre();
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

test.each([
  ['/kiosk', '[data-testid=departments]'],
  ['/rating?counter=c01', '[data-testid=idle]'],
])(
  '%s takes at most 150 KB of compressed code and styles, and nothing from elsewhere',
  async (path, ready) => {
    const page = await browser.context.newPage();
    const network = await browser.context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.clearBrowserCache');
    const urls = new Map<string, string>();
    let bytes = 0;
    network.on(
      'Network.responseReceived',
      ({ requestId, response }) => void urls.set(requestId, response.url),
    );
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (/\.(js|css)$/.test(urls.get(requestId) ?? '')) bytes += encodedDataLength;
    });
    await page.goto(`${centre.url}${path}`);
    await page.locator(ready).waitFor();
    expect(
      [...urls.values()].filter((url) => !url.startsWith(centre.url) && !url.startsWith('data:')),
    ).toEqual([]);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThanOrEqual(codeBytesAtMost);
  },
);
