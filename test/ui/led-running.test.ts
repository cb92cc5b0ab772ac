// Text that runs on an LED wall: whole pixels at a steady pace, no jump where it begins again or after a stalled frame, and
// pages instead where nothing may move.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Measure, Region } from '../../display-ui/led/led-boxes.ts';
import { pageMs, programmeOf, sceneAt } from '../../display-ui/led/programme.ts';
import { pagesOf, stripOf } from '../../display-ui/led/running-text.ts';
import {
  catchUpMs,
  countOn,
  firstCopyAt,
  paceFor,
  pixelsRun,
  turnAt,
} from '../../display-ui/led/scroller.ts';

const measure: Measure = (text, { size }) => ({
  width: Math.ceil([...text].length * 0.6 * size),
  above: size,
  below: Math.ceil(size / 4),
});
const line: Region = { x: 0, y: 0, width: 192, height: 30 };
const words = fc.array(fc.string({ minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });

describe('the clock of running text', () => {
  it('goes on by what has passed, a stalled frame by a tenth of a second, and never back', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -500, max: 5_000 }), { maxLength: 40 }), (steps) => {
        let [clock, now] = [{ ranMs: 0, at: 0 }, 0];
        for (const step of steps) {
          now += step;
          const next = countOn(clock, now, true);
          expect(next.ranMs - clock.ranMs).toBeGreaterThanOrEqual(0);
          expect(next.ranMs - clock.ranMs).toBeLessThanOrEqual(catchUpMs);
          clock = next;
        }
      }),
    );
  });
  it('stands still while a call is shown, and goes on where it was', () => {
    const before = countOn({ ranMs: 500, at: 1_000 }, 1_016, true);
    const during = countOn(before, 6_000, false);
    expect(during.ranMs).toBe(516);
    expect(countOn(during, 6_016, true).ranMs).toBe(532);
  });
  it('moves a whole number of pixels in each sixtieth of a second', () => {
    for (const size of [8, 15, 30, 60, 120]) {
      const pace = paceFor(size);
      for (let frame = 0; frame < 200; frame += 1)
        expect(pixelsRun((frame * 1_000) / 60, pace)).toBe((frame * pace) / 60);
    }
  });
});

describe('copies of a text that runs without end', () => {
  it('follow each other without a jump, each pixel once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 600 }), fc.integer({ min: 1, max: 900 }), (width, more) => {
        const loop = width + more;
        for (let pixels = 0; pixels < 3 * loop; pixels += 7) {
          const [now, next] = [firstCopyAt(pixels, width, loop), firstCopyAt(pixels + 1, width, loop)];
          expect([now - 1, now - 1 + loop]).toContain(next);
          expect(now).toBeLessThanOrEqual(width);
          expect(now).toBeGreaterThan(-loop);
        }
      }),
      { numRuns: 40 },
    );
  });
  it('take their turns and begin again', () => {
    expect(turnAt([100, 50], 0)).toEqual({ turn: 0, sinceMs: 0 });
    expect(turnAt([100, 50], 149)).toEqual({ turn: 1, sinceMs: 49 });
    expect(turnAt([100, 50], 150)).toEqual({ turn: 0, sinceMs: 0 });
    expect(turnAt([], 10)).toEqual({ turn: 0, sinceMs: 10 });
  });
});

describe('a text', () => {
  it('loses no word as a strip or as pages, and no page is wider than its line', () => {
    fc.assert(
      fc.property(words, (list) => {
        const text = list.join(' ');
        const strip = stripOf(text, line, measure);
        const said = (all: typeof strip.words) => all.map((word) => word.text).join('');
        const plain = text.split(/\s+/).join('');
        expect(said(strip.words)).toBe(plain);
        const pages = pagesOf(strip, line);
        expect(pages.map((page) => said(page.words)).join('')).toBe(plain);
        for (const page of pages) expect(page.width).toBeLessThanOrEqual(line.width);
      }),
    );
  });
  it('stands long enough to be read as a page', () => {
    const [page] = pagesOf(stripOf('Mất điện từ 14 giờ', line, measure), line);
    expect(page === undefined ? 0 : pageMs(page)).toBeGreaterThanOrEqual(3_000);
  });
});

describe('the programme', () => {
  it('on a low wall shows the calls between two texts', () => {
    const programme = programmeOf(['một', 'hai'], { running: line, together: false }, measure, false);
    expect(programme.turns.map(({ kind }) => kind)).toEqual(['status', 'run', 'status', 'run']);
    expect(sceneAt(programme, 0)).toMatchObject({ status: true, strip: null });
    expect(sceneAt(programme, 6_000)).toMatchObject({ status: false, x: line.width });
  });
  it('on a high wall runs all texts under the calls without end', () => {
    const programme = programmeOf(['một', 'hai'], { running: line, together: true }, measure, false);
    expect(programme.turns).toHaveLength(1);
    expect(sceneAt(programme, 123_456_789)).toMatchObject({ status: true });
  });
  it('moves nothing where nothing may move', () => {
    const programme = programmeOf(
      ['một câu khá dài cần hơn một trang'],
      { running: line, together: true },
      measure,
      true,
    );
    expect(programme.turns.every(({ kind }) => kind === 'page')).toBe(true);
    for (let ms = 0; ms < 20_000; ms += 333) expect(sceneAt(programme, ms).x).toBe(0);
  });
});
