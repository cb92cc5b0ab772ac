// What stands where on an LED wall, for every size and every length of numbers: nothing overlaps, nothing leaves the wall,
// and numbers are as large as they must be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Measure, WallSize } from '../../display-ui/led/led-boxes.ts';
import { ledLayout, type Shown } from '../../display-ui/led/led-layout.ts';
import { ledVi } from '../../protocol/locales/vi/led.ts';

/** Letters of a face like the boards' own: capitals 0.72 of its size high, 0.62 wide, some with diacritics above and below. */
const measure: Measure = (text, { size, squeeze }) => ({
  width: Math.ceil([...text].length * 0.62 * size * squeeze),
  above: Math.ceil((/[ẦẤỆẴ]/u.test(text) ? 1 : 0.72) * size),
  below: /[gọợỆ]/u.test(text) ? Math.ceil(0.24 * size) : 0,
});
const walls: readonly WallSize[] = [
  { width: 192, height: 64 },
  { width: 384, height: 128 },
  { width: 512, height: 96 },
  { width: 128, height: 32 },
  { width: 256, height: 128 },
  { width: 320, height: 32 },
];
const idle: Shown = {
  ...{ call: null, calls: [], time: '09:30', name: 'Bộ phận Một cửa', outOfDate: false, words: ledVi },
};
const numbers = ['1', '12', 'A01', 'A012', '3024', 'AB123'];
const counters = ['5', '12', '12B'];

function faults(boxes: readonly Box[], { width, height }: WallSize): string[] {
  const outside = boxes.filter(
    (box) => box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height,
  );
  const over = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          one.x < other.x + other.width &&
          other.x < one.x + one.width &&
          one.y < other.y + other.height &&
          other.y < one.y + one.height,
      )
      .map((other) => `${one.text} over ${other.text}`),
  );
  const odd = boxes.filter((box) => ![box.x, box.y, box.width, box.height].every(Number.isInteger));
  return [
    ...outside.map(({ text }) => `${text} outside`),
    ...over,
    ...odd.map(({ text }) => `${text} between pixels`),
  ];
}

describe.each(walls)('a wall of $width × $height', (wall) => {
  it('holds every call, however it is marked and emphasised', () => {
    for (const number of numbers)
      for (const counterNumber of counters)
        for (const [recall, priority] of [
          [false, false],
          [true, false],
          [false, true],
          [true, true],
        ] as const)
          for (const emphasis of ['none', 'filled', 'frame'] as const) {
            const call = { number, counterNumber, recall, priority };
            const layout = ledLayout({ ...idle, call }, wall, measure, emphasis);
            if (layout.kind !== 'call') throw new Error('a call is shown');
            expect(faults(layout.boxes, wall), JSON.stringify([call, emphasis])).toEqual([]);
            const texts = layout.boxes.map(({ text }) => text);
            expect(texts).toContain(number);
            expect(texts).toContain(counterNumber);
            expect(texts.includes('↻')).toBe(recall);
            expect(texts.includes('★')).toBe(priority);
          }
  });
  it('says that it is out of date, and claims no call then', () => {
    const call = { number: 'A012', counterNumber: '5', recall: false, priority: false };
    const layout = ledLayout({ ...idle, call, calls: [call], outOfDate: true }, wall, measure, 'filled');
    if (layout.kind !== 'idle') throw new Error('no call is claimed');
    const shown = [...layout.status, ...layout.badge].map(({ text }) => text);
    expect(shown).toContain('⛓');
    expect(shown).toContain(ledVi.outOfDate);
    expect(shown).not.toContain('A012');
    expect(faults(layout.status, wall)).toEqual([]);
  });
  it('at rest shows the newest calls whole, newest first', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({ number: fc.constantFrom(...numbers), counterNumber: fc.constantFrom(...counters) }),
          { maxLength: 6 },
        ),
        (calls) => {
          const layout = ledLayout({ ...idle, calls }, wall, measure, 'none');
          if (layout.kind !== 'idle') throw new Error('it is at rest');
          expect(faults(layout.status, wall)).toEqual([]);
          const { running } = layout;
          expect(running.y + running.height).toBeLessThanOrEqual(wall.height);
          expect(running.width).toBeGreaterThan(0);
          const texts = layout.status.map(({ text }) => text).filter((text) => text !== '→');
          if (calls.length > 0)
            expect(texts).toEqual(
              calls.flatMap((call) => [call.number, call.counterNumber]).slice(0, texts.length),
            );
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('a number takes at least 60 % of a flat wall', () => {
  for (const wall of walls.filter(({ width, height }) => width >= height * 4)) {
    const call = { number: 'A012', counterNumber: '12', recall: false, priority: false };
    const layout = ledLayout({ ...idle, call }, wall, measure, 'none');
    if (layout.kind !== 'call') throw new Error('a call is shown');
    const number = layout.boxes.find(({ text }) => text === 'A012');
    expect((number?.height ?? 0) / wall.height).toBeGreaterThanOrEqual(0.6);
  }
});
