// Lines of text as a printer sets them: signs gather in a buffer, and a feed, or a sign that has no room any more, puts the
// line on the roll, aligned, its signs standing on one line. What was printed is kept as words too.
// Source: Epson ESC/POS reference: LF, ESC d, ESC J, ESC a, ESC 3, GS !.
import type { Bitmap } from '../printer/bitmap.ts';
import { cellOf, glyph, type Look } from './paper-glyphs.ts';
import type { PaperRoll, Pressed } from './paper-roll.ts';

export type Alignment = 'left' | 'middle' | 'right';
export type PaperText = {
  put(sign: string, look: Look): void;
  /** Puts the buffer on the roll and feeds at least so far; a line is never fed less than it is high. */
  end(feedDots: number): void;
  /** Puts a picture on the roll, below the buffer. */
  picture(picture: Bitmap): void;
  /** Takes effect with the next line, for in the middle of one it is too late; null changes nothing. */
  align(alignment: Alignment | null): void;
  /** From line to line; null is as usual. */
  space(lineDots: number | null): void;
  /** Feeds so many lines. */
  endLines(count: number): void;
  /** The words since the last time, a line of them for each line on the paper that has some. */
  takeText(): string;
  /** Forgets the buffer and how lines are set. */
  reset(): void;
};

/** 1/6 inch on a printer of 180 dots per inch, 3.75 mm on one of 203. */
const usualLineDots = 30;
/** Words of one paper that are kept. */
const textAtMost = 20_000;

export function paperText(roll: PaperRoll): PaperText {
  let line: { sign: string; look: Look }[] = [];
  let lineWidth = 0;
  let alignment: Alignment = 'left';
  let lineDots = usualLineDots;
  let text = '';
  const leftOf = (width: number): number => {
    const free = Math.max(0, roll.widthDots - width);
    return { left: 0, middle: free >> 1, right: free }[alignment];
  };
  const end = (feedDots: number) => {
    const lineHeight = Math.max(0, ...line.map(({ look }) => cellOf(look).height));
    const pressed: Pressed[] = [];
    let left = leftOf(lineWidth);
    for (const { sign, look } of line) {
      const { width, height } = cellOf(look);
      pressed.push({ picture: glyph(sign, look), left, top: lineHeight - height });
      left += width;
    }
    roll.feed(Math.max(feedDots, lineHeight), pressed);
    const words = line
      .map(({ sign }) => sign)
      .join('')
      .trim();
    if (words !== '' && text.length < textAtMost) text += `${words}\n`;
    line = [];
    lineWidth = 0;
  };
  const endIfBegun = () => {
    if (line.length > 0) end(lineDots);
  };
  return {
    put(sign, look) {
      const { width } = cellOf(look);
      if (lineWidth + width > roll.widthDots) endIfBegun();
      line.push({ sign, look });
      lineWidth += width;
    },
    end,
    endLines: (count) => end(count * lineDots),
    picture(picture) {
      endIfBegun();
      roll.feed(picture.heightDots, [{ picture, left: leftOf(picture.widthDots), top: 0 }]);
    },
    align(wanted) {
      if (line.length === 0) alignment = wanted ?? alignment;
    },
    space(dots) {
      lineDots = dots ?? usualLineDots;
    },
    takeText() {
      endIfBegun();
      const taken = text;
      text = '';
      return taken;
    },
    reset() {
      line = [];
      lineWidth = 0;
      alignment = 'left';
      lineDots = usualLineDots;
    },
  };
}
