// The roll of a simulated printer: paper that is fed, with pictures pressed on it, until it is torn off.
import { type Bitmap, bytesPerRow } from '../printer/bitmap.ts';

export type Pressed = { readonly picture: Bitmap; readonly left: number; readonly top: number };
export type PaperRoll = {
  readonly widthDots: number;
  /** Feeds so many rows and presses pictures on them; what does not fit on the paper is lost. */
  feed(rows: number, pressed?: readonly Pressed[]): void;
  /** Whether anything has been fed since the last time it was torn off. */
  isBegun(): boolean;
  /** The paper since the last time it was torn off. */
  tear(): Bitmap;
};

/** Rows of one paper that are kept; a paper longer than this (1.2 m) is cut off. */
const rowsAtMost = 10_000;

export function paperRoll(widthDots: number): PaperRoll {
  const width = bytesPerRow(widthDots);
  let rows: Uint8Array[] = [];
  return {
    widthDots,
    feed(count, pressed = []) {
      const from = rows.length;
      const fed = Math.min(count, rowsAtMost - from);
      for (let row = 0; row < fed; row += 1) rows.push(new Uint8Array(width));
      for (const { picture, left, top } of pressed) press(picture, left, rows.slice(from + top));
    },
    isBegun: () => rows.length > 0,
    tear() {
      const paper = { widthDots, heightDots: rows.length, rows: new Uint8Array(Buffer.concat(rows)) };
      rows = [];
      return paper;
    },
  };
}

/** Presses a picture on rows, its left edge at a dot. */
function press(picture: Bitmap, left: number, onto: readonly Uint8Array[]): void {
  const width = bytesPerRow(picture.widthDots);
  const shift = left & 7;
  const blacken = (row: Uint8Array, at: number, dots: number) => {
    const before = row[at];
    if (before !== undefined) row[at] = before | dots;
  };
  for (const [y, row] of onto.slice(0, picture.heightDots).entries()) {
    for (let x = 0; x < width; x += 1) {
      const dots = picture.rows[y * width + x] ?? 0;
      const at = (left >> 3) + x;
      blacken(row, at, dots >> shift);
      blacken(row, at + 1, (dots << (8 - shift)) & 0xff);
    }
  }
}
