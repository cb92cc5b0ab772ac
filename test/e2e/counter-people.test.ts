// Two tabs, two people, a lost link, a step taken back, help that is called, and the floating card: each in real browsers, with
// what the floor and the supervisor say of it.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { axeFindings } from '../support/axe.ts';
import { type Browser, startBrowser } from '../support/browser.ts';
import {
  comes,
  counterNow,
  openDesk,
  picture,
  press,
  showsInHand,
  takeNumber,
} from '../support/counter-desk.ts';
import { layoutFaults } from '../support/layout-faults.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';

const size = { width: 1280, height: 800 };
const me = { username: 'canbo01', counterId: 'c01', ...size };
const view = () => counterNow(centre, 'c01');
let centre: RunningCentre;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  centre = await startCentre({ sample: 'commune' });
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await centre.stop();
});

/** The counter open, nobody in hand, these waiting. */
async function idleWith(people: number): Promise<void> {
  const officer = await centre.officer(view().operator?.id ?? 'canbo01');
  const act = (action: string, body: object = {}) => officer.command(`/api/v1/counters/c01/${action}`, body);
  if (view().counter.status === 'closed') await act('open');
  while (view().ticket !== null || view().waitingTotal > 0) {
    if (view().ticket === null) await act('call-next');
    await act('finish');
  }
  for (let number = 0; number < people; number += 1) await takeNumber(centre, 'chung-thuc');
}

async function deskWith(people: number): Promise<void> {
  await idleWith(people);
  page = await openDesk(centre, browser, me);
  await comes(() => page.locator('[data-testid=waiting] li').count()).toBe(people);
}

describe('a step taken back', () => {
  beforeEach(() => deskWith(2));
  it('within its seconds by Z: the one who was marked absent is called still', async () => {
    await press(page, 'Space');
    await comes(() => view().ticket?.status).toBe('called');
    const number = view().ticket?.number ?? '';
    await showsInHand(page, number);
    await press(page, 'a');
    await page.getByTestId('undo').getByText(number).waitFor();
    await press(page, 'z');
    await showsInHand(page, number, 'called');
    // By the Backspace of a keypad as well; an input method's own is followed by the letter that it makes room for.
    await press(page, 's');
    await showsInHand(page, number, 'serving');
    await page.locator('[data-action=undo]:enabled').waitFor();
    await press(page, 'Backspace');
    await showsInHand(page, number, 'called');
    await press(page, 's');
    await showsInHand(page, number, 'serving');
    await page.evaluate(() => {
      const key = (code: string, sign: string) =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key: sign, bubbles: true }));
      key('Backspace', 'Backspace');
      key('', 'ê');
    });
    await page.getByRole('dialog').waitFor();
    expect(view().ticket?.status).toBe('serving');
    await press(page, 'Escape');
    await press(page, 'Space');
    await comes(() => view().ticket?.number !== number).toBe(true);
    // Somebody has been called: that cannot be taken back.
    await page.locator('[data-action=undo]:disabled').waitFor();
    await page.close();
  });
});

describe('dialogs', () => {
  beforeEach(() => deskWith(1));
  it('keep the focus within, and give it back', async () => {
    await press(page, 'Space');
    await comes(() => view().ticket?.status).toBe('called');
    await page.locator('[data-action=transfer]').focus();
    await press(page, 'Enter');
    await page.getByRole('dialog').waitFor();
    for (let tab = 0; tab < 14; tab += 1) {
      await press(page, 'Tab');
      expect(await page.evaluate(() => document.activeElement?.closest('dialog, body')?.tagName)).not.toBe(
        'MAIN',
      );
    }
    await press(page, 'Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-action'))).toBe('transfer');
    await page.close();
  });
});

describe('help', () => {
  it('is called by a key, seen by the supervisor at once, and ended', async () => {
    await deskWith(0);
    await press(page, 'h');
    await page.getByTestId('help-called').waitFor();
    const alarms = () =>
      (centre.app.floor.view<'supervisor'>({ view: 'supervisor' })?.floorAlarms ?? []).filter(
        ({ code, counterId }) => code === 'help' && counterId === 'c01',
      ).length;
    await comes(alarms).toBe(1);
    await press(page, 'h');
    await page.getByTestId('help-called').waitFor({ state: 'detached' });
    await comes(alarms).toBe(0);
    await page.close();
  });
});

describe('an idle officer', () => {
  it('hears and is shown whoever comes first, and nobody after', async () => {
    await idleWith(0);
    await browser.context.grantPermissions(['notifications'], { origin: centre.url });
    page = await openDesk(centre, browser, me);
    await page.evaluate(() => {
      localStorage.setItem('denluot-counter-settings', JSON.stringify({ notices: true }));
    });
    await page.addInitScript(() => {
      const told: string[] = [];
      Object.assign(window, { told });
      const Real = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function (this: AudioContext) {
        told.push('note');
        return Real.call(this);
      };
      class Noted {
        static permission = 'granted';
        constructor(title: string) {
          told.push(title);
        }
      }
      Object.assign(window, { Notification: Noted });
    });
    await page.reload();
    await page.getByTestId('no-ticket').waitFor();
    const told = () => page.evaluate(() => (window as unknown as { told: string[] }).told);
    const { number } = await takeNumber(centre, 'chung-thuc');
    await comes(told).toEqual(['note', 'note', `Có số mới: ${number}`]);
    await takeNumber(centre, 'chung-thuc');
    await comes(() => page.locator('[data-testid=waiting] li').count()).toBe(2);
    expect((await told()).length).toBe(3);
    await page.evaluate('localStorage.clear()');
    await page.close();
  });
});

describe('the floating card', () => {
  it('is the same counter in a small window: its keys and buttons work', async () => {
    await deskWith(2);
    // A browser without picture-in-picture for documents has a window of its own.
    await page.evaluate(() => {
      Object.defineProperty(window, 'documentPictureInPicture', { value: undefined, configurable: true });
    });
    const [card] = await Promise.all([page.waitForEvent('popup'), press(page, 'v')]);
    await card.setViewportSize({ width: 340, height: 250 });
    await card.getByTestId('compact').waitFor();
    await card.locator('[data-action=next]:enabled').click();
    await comes(() => view().ticket?.status).toBe('called');
    const number = view().ticket?.number ?? '';
    await card.locator('.compact-number').getByText(number).waitFor();
    await card.evaluate(() => document.fonts.ready);
    await picture(card, 'floating-340', true);
    expect(await layoutFaults(card)).toEqual([]);
    expect(await axeFindings(card)).toEqual([]);
    await card.keyboard.press('r');
    await comes(() => view().ticket?.recalls).toBe(1);
    await card.locator('[data-action=start]:enabled').waitFor();
    await card.keyboard.press('s');
    await comes(() => view().ticket?.status).toBe('serving');
    await card.locator('[data-action=next]:enabled').waitFor();
    await card.keyboard.press('Space');
    await comes(() => view().ticket?.number !== number).toBe(true);
    await Promise.all([card.waitForEvent('close'), press(page, 'v')]);
    await page.close();
  });
});

describe('picture-in-picture', () => {
  it('has the card above all windows, with its look and its keys', async () => {
    await deskWith(1);
    await press(page, 'v');
    type Floating = { documentPictureInPicture: { window: Window | null } };
    const words = () =>
      page.evaluate(() => {
        const { documentPictureInPicture } = window as unknown as Floating;
        return documentPictureInPicture.window?.document.body.innerText ?? '';
      });
    await comes(words).toContain('Gọi tiếp theo');
    const colour = () =>
      page.evaluate(() => {
        const shown = (window as unknown as Floating).documentPictureInPicture.window;
        const button = shown?.document.querySelector('.button-primary');
        return button == null ? null : getComputedStyle(button).backgroundColor;
      });
    await comes(colour).toBe('rgb(11, 79, 138)');
    await page.evaluate(() => {
      const shown = (window as unknown as Floating).documentPictureInPicture.window;
      shown?.dispatchEvent(new KeyboardEvent('keydown', { code: 'Space', key: ' ', bubbles: true }));
    });
    await comes(() => view().ticket?.status).toBe('called');
    await comes(words).toContain(view().ticket?.number ?? '-');
    await page.close();
  });
});

describe('a lost link', () => {
  it('keeps the press, says that it waits, and does it once', async () => {
    await idleWith(2);
    page = await browser.context.newPage();
    let cut = false;
    await page.routeWebSocket(/live/, (socket) => {
      const server = socket.connectToServer();
      socket.onMessage((message) => (cut ? undefined : server.send(message)));
      server.onMessage((message) => (cut ? undefined : socket.send(message)));
    });
    await page.setViewportSize(size);
    await page.goto(`${centre.url}/counter?counter=c01`);
    await page.locator('[data-action=next]:enabled').waitFor();
    cut = true;
    await press(page, 'Space');
    await page.locator('[data-action=next]').getByText('Chờ máy chủ').waitFor();
    await page.getByTestId('message').getByText('chỉ thực hiện một lần').waitFor();
    await picture(page, 'link-lost-1280');
    expect(await axeFindings(page)).toEqual([]);
    cut = false;
    await comes(() => view().ticket?.status).toBe('called');
    await showsInHand(page, view().ticket?.number ?? '', 'called');
    expect(view().waitingTotal).toBe(1);
    await page.close();
  });
});

describe('two tabs of one browser', () => {
  it('the older steps back and says so; one key takes the counter back', async () => {
    await deskWith(1);
    const newer = await openDesk(centre, browser, me);
    await page.getByTestId('other-tab').waitFor();
    await page.bringToFront();
    await picture(page, 'other-tab-1280');
    expect(await axeFindings(page)).toEqual([]);
    await press(page, 'Space');
    expect(view().ticket).toBeNull();
    await press(page, 'Enter');
    await page.locator('[data-action=next]:enabled').waitFor();
    await newer.getByTestId('other-tab').waitFor();
    await newer.close();
    await page.close();
  });
});

describe('two people', () => {
  it('a second one sees who holds the counter, and takes it over after a question; the first sees it at once', async () => {
    const other = await startBrowser();
    try {
      await deskWith(1);
      const second = await openDesk(centre, other, { ...me, username: 'canbo02' });
      await second.getByTestId('held-by-other').getByText('Trần Mỹ Bình').waitFor();
      await picture(second, 'held-by-other-1280', true);
      expect(await axeFindings(second)).toEqual([]);
      await press(second, 'Enter');
      await second.getByText('sẽ thấy ngay').waitFor();
      expect(view().operator?.id).toBe('canbo01');
      await second.setViewportSize({ width: 360, height: 800 });
      expect(await layoutFaults(second)).toEqual([]);
      await picture(second, 'take-over-360');
      await press(second, 'Enter');
      await comes(() => view().operator?.id).toBe('canbo02');
      await second.locator('[data-action=next]:enabled').waitFor();
      await page.getByTestId('held-by-other').getByText('đã tiếp quản').waitFor();
      await picture(page, 'taken-over-1280');
      await page.close();
      await second.close();
    } finally {
      await other.close();
    }
  });
});
