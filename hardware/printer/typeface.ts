// The typeface that travels with the program, and how wide a text stands in it, so that lines break where they must.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype from 'opentype.js';

const require = createRequire(import.meta.url);
export type Weight = 400 | 600 | 800;
const names: Readonly<Record<Weight, string>> = {
  400: '400Regular/BeVietnamPro_400Regular',
  600: '600SemiBold/BeVietnamPro_600SemiBold',
  800: '800ExtraBold/BeVietnamPro_800ExtraBold',
};
const fileOf = (weight: Weight) => require.resolve(`@expo-google-fonts/be-vietnam-pro/${names[weight]}.ttf`);

export const family = 'Be Vietnam Pro';
export const fontFiles = [fileOf(400), fileOf(600), fileOf(800)];

const rulers = new Map<Weight, (sign: string) => number>();

/** The width of a line of text in the unit of `size`, without kerning. */
export function textWidth(text: string, size: number, weight: Weight): number {
  const ruler = rulers.get(weight) ?? openRuler(weight);
  rulers.set(weight, ruler);
  let width = 0;
  for (const sign of text) width += ruler(sign);
  return width * size;
}

function openRuler(weight: Weight): (sign: string) => number {
  const font = opentype.parse(new Uint8Array(readFileSync(fileOf(weight))).buffer);
  const known = new Map<string, number>();
  return (sign) => {
    const before = known.get(sign);
    if (before !== undefined) return before;
    const width = (font.charToGlyph(sign).advanceWidth ?? font.unitsPerEm) / font.unitsPerEm;
    if (known.size < 2_000) known.set(sign, width);
    return width;
  };
}

/** Breaks a text into lines no wider than `width`, between words, and within a word that is wider than a line. */
export function wrapped(text: string, size: number, weight: Weight, width: number): string[] {
  const lines: string[] = [];
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && fits(`${last} ${word}`)) lines[lines.length - 1] = `${last} ${word}`;
    else if (fits(word)) lines.push(word);
    else lines.push(...pieces(word, fits));
  }
  return lines;
}

function pieces(word: string, fits: (line: string) => boolean): string[] {
  const found: string[] = [];
  let piece = '';
  for (const sign of word) {
    if (piece !== '' && !fits(piece + sign)) {
      found.push(piece);
      piece = '';
    }
    piece += sign;
  }
  return [...found, piece];
}
