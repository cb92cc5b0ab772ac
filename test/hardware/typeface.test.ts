// The typefaces: what they cover, how wide a text is and where it may be broken, in every language of the paper.
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOutline, textWidth, uncovered } from '../../hardware/printer/typeface.ts';
import { wrapped } from '../../hardware/printer/typeface-lines.ts';
import type { Language } from '../../protocol/ids.ts';
import { printEn } from '../../protocol/locales/en/print.ts';
import { printKm } from '../../protocol/locales/km/print.ts';
import { printVi } from '../../protocol/locales/vi/print.ts';
import { printZh } from '../../protocol/locales/zh/print.ts';

const pages: readonly [Language, Readonly<Record<string, string>>][] = [
  ['vi', printVi],
  ['en', printEn],
  ['km', printKm],
  ['zh', printZh],
];
const longKhmer = 'ការប្តូរប័ណ្ណបើកបរយានយន្តដែលចេញដោយវិស័យដឹកជញ្ជូន';
const longChinese = '换发机动车驾驶证（交通运输部门签发），包括国际驾驶证。';

describe('the words of the paper', () => {
  it.each(pages)('in %s have a glyph for every sign', (_language, page) => {
    expect(uncovered(Object.values(page).join(' '))).toEqual([]);
  });
  it('a sign that no typeface has is named', () => {
    expect(uncovered('Số → 🙂 A → สวัสดี')).toEqual(expect.arrayContaining(['→', '🙂', 'ส']));
    expect(uncovered('Số A012, ẶỆỠỮ đ 1–2')).toEqual([]);
  });
});

describe('the width of a text', () => {
  /** How wide its ink is: a little less than what it takes. */
  const inkWidth = (text: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">${textOutline(text, 100, 400)}</svg>`;
    return new Resvg(svg).getBBox()?.width ?? 0;
  };
  it.each([printVi.thanks, printEn.thanks, printKm.thanks, printZh.thanks, `A012 ${longKhmer} 7`])(
    '%s',
    (text) => {
      const width = textWidth(text, 100, 400);
      expect(inkWidth(text)).toBeGreaterThan(width * 0.96);
      expect(inkWidth(text)).toBeLessThan(width * 1.02);
    },
  );
  it('Khmer letters are shaped, not put in a row', () => {
    const cluster = 'ស្ត្រី';
    const apart = [...cluster].reduce((width, sign) => width + textWidth(sign, 100, 400), 0);
    expect(textWidth(cluster, 100, 400)).toBeLessThan(apart * 0.8);
    // A vowel that stands before its consonant, though it is written after it, takes its own place.
    expect(textWidth('កេ', 100, 400)).toBeGreaterThan(textWidth('ក', 100, 400) * 1.3);
  });
  it('Chinese letters and their signs are all as wide as they are high', () => {
    expect(textWidth('号码，。（', 10, 600)).toBe(50);
  });
});

describe('lines', () => {
  it.each<[Language, string]>([
    ['km', longKhmer],
    ['zh', longChinese],
  ])('of %s break between words, and lose nothing', (language, text) => {
    const lines = wrapped(text, 30, 400, 400, language);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('')).toBe(text);
    for (const line of lines) expect(textWidth(line, 30, 400)).toBeLessThanOrEqual(400);
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)];
    const ends = new Set(words.map(({ index, segment }) => index + segment.length));
    let at = 0;
    for (const line of lines) {
      at += line.length;
      expect(ends.has(at)).toBe(true);
    }
  });
  it('never begin with a closing sign', () => {
    // Wide enough for the longest word and what closes it.
    for (let width = 160; width < 500; width += 7)
      for (const line of wrapped(longChinese, 30, 400, width, 'zh')) expect(line).not.toMatch(/^[），。]/);
  });
  it('are never wider than the roll, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        for (const line of wrapped(text, 30, 400, 300, 'zh')) {
          const isOneLetter = [...new Intl.Segmenter('zh').segment(line)].length === 1;
          if (!isOneLetter) expect(textWidth(line, 30, 400)).toBeLessThanOrEqual(300);
        }
      }),
    );
  });
});
