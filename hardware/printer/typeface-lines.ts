// Texts broken into lines no wider than a roll: between words where there are spaces, between words that a dictionary knows
// where a language writes none (Khmer, Chinese), and within a word that is wider than a line. A closing sign stays with the
// word before it.
import type { Language } from '../../protocol/ids.ts';
import { isUnspaced, textWidth, type Weight } from './typeface.ts';

type Piece = { readonly text: string; readonly glue: '' | ' ' };
const segmenters = new Map<Language, Intl.Segmenter>();
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });
const closing = /^[\p{Pe}\p{Pf}\p{Po}។៕៖]+$/u;

/** Lines no wider than `width`, in the unit of `size`. */
export function wrapped(
  text: string,
  size: number,
  weight: Weight,
  width: number,
  language: Language = 'vi',
): string[] {
  const lines: string[] = [];
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  for (const { text: piece, glue } of piecesOf(text, language)) {
    const last = lines.at(-1);
    if (last !== undefined && fits(last + glue + piece)) lines[lines.length - 1] = last + glue + piece;
    else if (fits(piece)) lines.push(piece);
    else lines.push(...broken(piece, fits));
  }
  return lines;
}

function piecesOf(text: string, language: Language): Piece[] {
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word): Piece[] =>
      isUnspaced(word)
        ? wordsIn(word, language).map((text, index) => ({ text, glue: index === 0 ? ' ' : '' }))
        : [{ text: word, glue: ' ' }],
    );
}

function wordsIn(text: string, language: Language): string[] {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, segmenter);
  const words: string[] = [];
  for (const { segment } of segmenter.segment(text)) {
    if (words.length > 0 && closing.test(segment)) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

/** Between letters as people see them: a letter keeps its marks. */
function broken(word: string, fits: (line: string) => boolean): string[] {
  const found: string[] = [];
  let piece = '';
  for (const { segment } of graphemes.segment(word)) {
    if (piece !== '' && !fits(piece + segment)) {
      found.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...found, piece];
}
