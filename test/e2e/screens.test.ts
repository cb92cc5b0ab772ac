// Every screen at its real sizes: nothing runs over the edge, no text is cut, the letters are the project's own typeface,
// nothing that axe calls serious; and a screen that loses its server says so and finds back by itself.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

// Evaluated by the debugger, because the pages' own policy rightly lets no foreign script in.
const screens: [string, string, number, number, string][] = [
  ['start', '/', 1366, 768, '.start-steps'],
  ['kiosk upright', '/kiosk', 1080, 1920, '[data-testid=departments]'],
  ['kiosk across', '/kiosk', 1280, 800, '[data-testid=departments]'],
  ['hall board', '/hall', 1920, 1080, '[data-testid=now-serving]'],
  ['hall board upright', '/hall', 1080, 1920, '[data-testid=now-serving]'],
  ['hall board of a zone', '/hall?zone=khu-b', 1920, 1080, '[data-testid=now-serving]'],
  ['counter board', '/board?counter=c01', 1280, 720, '.board'],
  ['counter board on a LED wall', '/board?counter=c01', 384, 128, '.board'],
  ['rating tablet', '/rating?counter=c01', 800, 1280, '[data-testid=idle]'],
  ['officer’s sign-in', '/counter', 1366, 768, '.sign-in form'],
];
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

describe.each(screens)('%s', (_name, path, width, height, ready) => {
  test(`fits ${width}×${height}, in its own typeface, and passes axe`, async () => {
    const page = await browser.open(`${centre.url}${path}`, { width, height });
    await page.locator(ready).waitFor();
    await page.evaluate(() => document.fonts.load('600 20px "Be Vietnam Pro"', 'Ệ'));
    const fit = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth > window.innerWidth,
      vietnamese: document.fonts.check('600 20px "Be Vietnam Pro"', 'Ệ'),
      over: [...document.querySelectorAll('button, h1, h2, p, td, strong')].filter((each) => {
        const box = each.getBoundingClientRect();
        return (
          box.width > 0 &&
          (box.right > window.innerWidth + 1 || box.left < -1) &&
          getComputedStyle(each).position !== 'absolute' &&
          each.closest('[data-testid=papers]') === null
        );
      }).length,
    }));
    expect(fit).toEqual({ wide: false, vietnamese: true, over: 0 });
    expect(await axeFindings(page, 'serious')).toEqual([]);
    await page.close();
  });
});

test('the first kiosk page asks for nothing to be scrolled', async () => {
  for (const [width, height] of [
    [1080, 1920],
    [1280, 800],
  ] as const) {
    const page = await browser.open(`${centre.url}/kiosk`, { width, height });
    await page.getByTestId('departments').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollHeight - window.innerHeight)).toBe(0);
    await page.close();
  }
});
