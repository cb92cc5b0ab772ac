// Reads ESC/POS as a printer would and keeps what would be on the paper: feeds, raster, cuts, and the questions to be
// answered. Streaming: any split of the bytes gives the same paper. What it does not know is counted, not guessed.
// Source: Epson ESC/POS reference: ESC @, ESC J, ESC d, LF, GS v 0, GS V, DLE EOT, GS r, GS ( H, GS a.
import { type Bitmap, bytesPerRow } from '../printer/bitmap.ts';

export type Heard =
  | { readonly kind: 'cut'; readonly paper: Bitmap }
  | { readonly kind: 'status-asked'; readonly about: number }
  | { readonly kind: 'fence' }
  | { readonly kind: 'tell-changes' }
  | { readonly kind: 'process-id'; readonly id: string };

export type Interpreter = { feed(bytes: Uint8Array): Heard[]; strayBytes(): number };

/** Rows of one paper that are kept; a paper longer than this (1.2 m) is cut off. */
const rowsAtMost = 10_000;
const lineDots = 30;

export function escposInterpreter(widthDots: number): Interpreter {
  const width = bytesPerRow(widthDots);
  let rows: Uint8Array[] = [];
  let pending = Buffer.alloc(0);
  let stray = 0;
  const feedRows = (count: number) => {
    for (let row = 0; row < count && rows.length < rowsAtMost; row += 1) rows.push(new Uint8Array(width));
  };
  const raster = (bytesWide: number, count: number, data: Buffer) => {
    for (let y = 0; y < count && rows.length < rowsAtMost; y += 1) {
      const row = new Uint8Array(width);
      row.set(data.subarray(y * bytesWide, y * bytesWide + Math.min(bytesWide, width)));
      rows.push(row);
    }
  };
  const cut = (): Heard => {
    const paper = { widthDots, heightDots: rows.length, rows: new Uint8Array(Buffer.concat(rows)) };
    rows = [];
    return { kind: 'cut', paper };
  };
  /** Takes one command off the front: how many bytes it was, 0 where more must come first. */
  const take = (heard: Heard[]): number => {
    const [a = 0, b, c, d] = pending;
    if (a === 0x0a) return fed(1, lineDots);
    if (a !== 0x10 && a !== 0x1b && a !== 0x1d) return unknown();
    if (b === undefined) return 0;
    if (a === 0x1b && b === 0x40) return 2;
    if (c === undefined) return 0;
    if (a === 0x10 && b === 0x04) return told(heard, { kind: 'status-asked', about: c }, 3);
    if (a === 0x1b && b === 0x4a) return fed(3, c);
    if (a === 0x1b && b === 0x64) return fed(3, c * lineDots);
    if (a === 0x1d && b === 0x72) return told(heard, { kind: 'fence' }, 3);
    if (a === 0x1d && b === 0x61) return told(heard, { kind: 'tell-changes' }, 3);
    if (a === 0x1d && b === 0x56) return takeCut(c, d, heard);
    if (a === 0x1d && b === 0x76 && c === 0x30) return takeRaster();
    if (a === 0x1d && b === 0x28 && c === 0x48) return takeProcessId(heard);
    return unknown();
  };
  const fed = (length: number, dots: number): number => {
    feedRows(dots);
    return length;
  };
  const told = (heard: Heard[], what: Heard, length: number): number => {
    heard.push(what);
    return length;
  };
  const unknown = (): number => {
    stray += 1;
    return 1;
  };
  const takeCut = (mode: number, feed: number | undefined, heard: Heard[]): number => {
    const withFeed = mode === 65 || mode === 66;
    if (withFeed && feed === undefined) return 0;
    if (withFeed) feedRows(feed ?? 0);
    return told(heard, cut(), withFeed ? 4 : 3);
  };
  const takeRaster = (): number => {
    if (pending.length < 8) return 0;
    const [bytesWide, count] = [pending.readUInt16LE(4), pending.readUInt16LE(6)];
    const length = 8 + bytesWide * count;
    if (pending.length < length) return 0;
    raster(bytesWide, count, pending.subarray(8, length));
    return length;
  };
  const takeProcessId = (heard: Heard[]): number => {
    if (pending.length < 5) return 0;
    const length = 5 + pending.readUInt16LE(3);
    if (pending.length < length) return 0;
    return told(heard, { kind: 'process-id', id: pending.subarray(7, length).toString('latin1') }, length);
  };
  return {
    strayBytes: () => stray,
    feed(bytes) {
      const heard: Heard[] = [];
      pending = Buffer.concat([pending, bytes]);
      while (pending.length > 0) {
        const taken = take(heard);
        if (taken === 0) break;
        pending = pending.subarray(taken);
      }
      return heard;
    },
  };
}
