// A scanner that types is told from a person by time alone: a burst is one code with exactly its text, and nothing that a
// person types is a code, or lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gapAtMostMs, silentAfterMs, wedgeReader } from '../../protocol/client/wedge-scanner.ts';

const sign = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 1 }).filter((each) => each >= ' ');
const code = fc
  .array(sign, { minLength: 6, maxLength: 60 })
  .map((signs) => signs.join(''))
  .filter((text) => text[0] !== ' ');
const burstGap = fc.integer({ min: 0, max: gapAtMostMs });
const humanGap = fc.integer({ min: gapAtMostMs + 1, max: 900 });

/** Feeds keys with their gaps and gives what reached the page, in order, and the codes. */
function typed(keys: readonly (readonly [key: string, gap: number])[]) {
  const reader = wedgeReader();
  let [at, page] = [1_000, ''];
  const codes: string[] = [];
  const take = ({ release, isHeld, scan }: ReturnType<typeof reader.key>, key = '') => {
    page += release;
    if (!isHeld && key.length === 1) page += key;
    if (scan !== null) codes.push(scan);
  };
  for (const [key, gap] of keys) {
    // The page looks after each of the two spans, as use-wedge-scanner.ts does.
    for (const wait of [gapAtMostMs + 1, silentAfterMs + 1]) if (gap > wait) take(reader.silence(at + wait));
    at += gap;
    take(reader.key(key, at), key);
  }
  take(reader.silence(at + gapAtMostMs + 1));
  take(reader.silence(at + silentAfterMs + 1));
  return { page, codes };
}

describe('a scanner that types', () => {
  it('is one code with exactly its text, and nothing of it reaches the page', () => {
    fc.assert(
      fc.property(code, burstGap, fc.constantFrom('Enter', 'Tab', null), (text, gap, end) => {
        const keys = [...text, ...(end === null ? [] : [end])].map((key) => [key, gap] as const);
        expect(
          typed([['ArrowLeft', 500], ...keys.map(([key], index) => [key, index === 0 ? 500 : gap] as const)]),
        ).toEqual({
          ...{ page: '', codes: [text] },
        });
      }),
    );
  });
  it('behind what a person typed is a code of its own', () => {
    const person = [...'Lan'].map((key) => [key, 120] as const);
    const scan = [...'A0123456', 'Enter'].map((key, index) => [key, index === 0 ? 300 : 8] as const);
    expect(typed([...person, ...scan, ['!', 400]])).toEqual({ page: 'Lan!', codes: ['A0123456'] });
  });
});

describe('a person', () => {
  it('at any speed of people loses no sign, and is never a code', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, humanGap), { maxLength: 60 }), (keys) => {
        expect(typed(keys)).toEqual({ page: keys.map(([key]) => key).join(''), codes: [] });
      }),
    );
  });
  it('who rolls over a few keys at once loses none of them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(sign, burstGap), { maxLength: 5 }), (keys) => {
        expect(typed(keys)).toEqual({ page: keys.map(([key]) => key).join(''), codes: [] });
      }),
    );
  });
  it('keeps Enter, Space and the arrows', () => {
    const reader = wedgeReader();
    for (const key of ['Enter', ' ', 'ArrowDown', 'Escape', 'Tab'])
      expect(reader.key(key, 0)).toEqual({ release: '', isHeld: false, scan: null });
    expect(reader.key('a', 10).isHeld).toBe(true);
    expect(reader.key('Enter', 20)).toEqual({ release: 'a', isHeld: false, scan: null });
  });
  it('whose keyboard never stops does not fill the memory', () => {
    const reader = wedgeReader();
    let released = 0;
    for (let index = 0; index < 100_000; index += 1) released += reader.key('x', index).release.length;
    expect(released).toBeGreaterThan(97_000);
  });
});
