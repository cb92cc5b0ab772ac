// What the rules of every language are asked: how the centre wants numbers said, and what a call says. Pure.
import type { Phrase, Piece } from './utterance.ts';

/** How numbers on tickets are said: digit by digit ("không một hai") or by their value ("mười hai"). */
export type NumberStyle = 'digits' | 'value';
export type SpeechStyle = {
  readonly numbers: NumberStyle;
  /** Words that differ by region: linh and nghìn in the north, lẻ and ngàn in the south. */
  readonly region: 'north' | 'south';
};

/** What is called where. `floor` and `zone` are said where they are given. */
export type SpokenCall = {
  /** One number, or the first and the last of a range. */
  readonly number: string | { readonly from: string; readonly to: string };
  readonly counterNumber: string;
  readonly recall: boolean;
  readonly priority: boolean;
  readonly floor: string | null;
  /** `id` names the clip. */
  readonly zone: { readonly id: string; readonly name: string } | null;
};

/** The rules of one language. */
export type LanguageRules = {
  call(call: SpokenCall, style: SpeechStyle): readonly Phrase[];
  /** A ticket number such as "A012" or "3024", as pieces. */
  ticketNumber(number: string, style: SpeechStyle): readonly Piece[];
  /** A counter's number such as "5", "05" or "12B": by value, whatever the style. */
  counterNumber(number: string, style: SpeechStyle): readonly Piece[];
};

/** A text as runs of digits and of single other signs: "A012" gives "A", "012". */
export function runsOf(text: string): string[] {
  return text.match(/\d+|[^\d]/gu) ?? [];
}

/** A text that somebody wrote, as one piece of its own; digits in it are read by `value`. */
export function writtenPiece(clip: string, text: string, value: (digits: string) => readonly Piece[]): Piece {
  const parts = runsOf(text).map((run) =>
    /^\d+$/.test(run)
      ? ` ${value(run)
          .map((piece) => piece.text)
          .join(' ')} `
      : /^[–—]$/.test(run)
        ? ', '
        : /^[\p{Cc}\-()/:;,.]$/u.test(run)
          ? ' '
          : run,
  );
  return {
    clip: distinctClip(clip),
    text: parts
      .join('')
      .replace(/\s+/g, ' ')
      .replace(/ ,/g, ',')
      .replace(/^[ ,]+|[ ,]+$/g, ''),
  };
}

/** A name as a clip may have it. */
export function clipName(words: string): string {
  const plain = words.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}

/** A clip name of its own for every text: what plain letters cannot tell apart is told by its code. */
function distinctClip(words: string): string {
  const plain = clipName(words);
  if (plain === words) return plain;
  const code = [...words].reduce((sum, sign) => (Math.imul(sum, 31) + (sign.codePointAt(0) ?? 0)) >>> 0, 7);
  return `${plain}-${code.toString(36)}`;
}

/** Whether anything is left of a written text to be said. */
export function hasWords(text: string): boolean {
  return writtenPiece('x', text, () => [{ clip: 'x', text: 'x' }]).text !== '';
}
