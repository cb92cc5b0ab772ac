// The running text as a strip of words, each with its place in whole pixels, and the same text as pages where nothing may
// move. Words are pieces of their own, so that no drawn picture grows with the text. Which texts run comes from the view.
import type { CentreText, Language } from '../../protocol/ids.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import { type Face, type Ink, isSign, largest, type Measure, type Region, signs } from './led-boxes.ts';

export type Word = Ink & { readonly text: string; readonly face: Face; readonly x: number };
export type Strip = { readonly words: readonly Word[]; readonly width: number };

/** Stacked diacritics above and below: what a line must hold uncut. */
const tallest = 'ẴỆgợ';

/** Every announcement in each of the view's languages that it is written in. */
export function announcedTexts({ announcements, languages }: HallView): readonly string[] {
  return announcements.flatMap(({ text }) => inEach(text, languages));
}

/** The text in each of the languages that it is written in; in Vietnamese where it is in none. */
export function inEach(text: CentreText, languages: readonly Language[]): readonly string[] {
  const written = languages.flatMap((language) => text[language] ?? []);
  return written.length === 0 ? [text.vi] : [...new Set(written)];
}

/** The letters in which texts run in a line of that height; text of taller letters is set smaller. */
export function runningFace(text: string, height: number, measure: Measure): Face {
  const made = largest(height * 2, (size) => {
    const face = faceOf(size);
    const fits = [tallest, text].every((each) => {
      const ink = measure(each, face);
      return ink.above + ink.below <= height;
    });
    return fits ? face : null;
  });
  return made?.made ?? faceOf(4);
}

/** One text as words side by side. */
export function stripOf(text: string, region: Region, measure: Measure): Strip {
  const face = runningFace(text, region.height, measure);
  const space = Math.max(2, Math.round(face.size * 0.27));
  const words: Word[] = [];
  let x = 0;
  for (const whole of text.split(/\s+/).filter((each) => each !== '')) {
    for (const part of partsOf(whole, region.width, face, measure)) {
      const ink = measure(part, face);
      words.push({ text: part, face, x, ...ink });
      x += ink.width;
    }
    x += space;
  }
  return { words, width: Math.max(0, x - space) };
}

/** Texts one after another with a sign between, as one strip that is repeated. */
export function joined(strips: readonly Strip[], region: Region): Strip {
  const size = Math.max(5, Math.round(region.height * 0.3));
  const gap = size * 2;
  const face: Face = { size, weight: 800, squeeze: 1 };
  const words: Word[] = [];
  let x = 0;
  for (const strip of strips) {
    words.push(...strip.words.map((word) => ({ ...word, x: word.x + x })));
    x += strip.width + gap;
    words.push({ text: signs.between, face, x, width: size, above: size, below: 0 });
    x += size + gap;
  }
  return { words, width: Math.max(x, region.width) };
}

/** One text as pages that fit the region, each beginning at its left. */
export function pagesOf({ words }: Strip, region: Region): readonly Strip[] {
  const pages: Word[][] = [];
  let from = 0;
  for (const word of words) {
    const page = pages.at(-1);
    if (page === undefined || word.x + word.width - from > region.width) {
      from = word.x;
      pages.push([{ ...word, x: 0 }]);
    } else page.push({ ...word, x: word.x - from });
  }
  return pages.map((page) => {
    const last = page.at(-1);
    return { words: page, width: last === undefined ? 0 : last.x + last.width };
  });
}

/** How far below the top of a line its baseline lies. */
export function baselineIn(height: number, face: Face, measure: Measure): number {
  const ink = measure(tallest, face);
  return Math.max(0, Math.floor((height - ink.above - ink.below) / 2)) + ink.above;
}

/** Where the word's top lies below the top of its line; never above it, never so low that it is cut. */
export function topOf(word: Word, height: number, measure: Measure): number {
  const high = word.above + word.below;
  const top = isSign(word.text)
    ? Math.floor((height - high) / 2)
    : baselineIn(height, word.face, measure) - word.above;
  return Math.max(0, Math.min(top, height - high));
}

/** A word wider than the wall (a script without spaces, an address) in parts that fit. */
function partsOf(word: string, width: number, face: Face, measure: Measure): readonly string[] {
  if (measure(word, face).width <= width) return [word];
  const parts: string[] = [];
  for (const letter of lettersOf(word)) {
    const part = parts.at(-1);
    if (part !== undefined && measure(part + letter, face).width <= width)
      parts[parts.length - 1] = part + letter;
    else parts.push(letter);
  }
  return parts;
}

function lettersOf(word: string): readonly string[] {
  // Old browsers have no segmenter.
  const { Segmenter } = Intl as { readonly Segmenter?: typeof Intl.Segmenter };
  if (Segmenter === undefined) return [...word];
  return [...new Segmenter().segment(word)].map(({ segment }) => segment);
}

function faceOf(size: number): Face {
  return { size, weight: size < 40 ? 600 : 800, squeeze: 1 };
}
