// A drawn ticket in ESC/POS: bands of raster with blank rows skipped, a feed and a partial cut. The commands are composed
// with the package `escpos`; the picture is handed to it finished.
// Source: Epson ESC/POS reference: ESC @, ESC J, GS v 0, GS V.
//
//   GS v 0   1D 76 30 m xL xH yL yH  rows…    m = 0; x: bytes a row; y: rows, at most 255 (kind to cheap firmware)
//   ESC J    1B 4A n                          feed n dots (n/203 inch), 1–255
//   GS V     1D 56 m                          cut: m = 0 through, m = 1 leaving a bridge
import escpos from 'escpos';
import { type Bitmap, bytesPerRow, isBlankRow } from './bitmap.ts';

const rowsPerBand = 255;
/** Blank rows worth skipping: fewer cost more in commands than in dots. */
const skipFrom = 8;
/** Lines fed before the cut, so that the blade meets white paper. */
const linesBeforeCut = 4;

type Cutter = 'full' | 'partial' | 'none';

/** The bytes of a drawn ticket. */
export function escposTicket(bitmap: Bitmap, cutter: Cutter = 'partial'): Uint8Array {
  const composer = new escpos.Printer({}, { encoding: 'ascii' });
  composer.hardware('INIT');
  composer.raw(rasterBytes(bitmap));
  endOfTicket(composer, cutter);
  return new Uint8Array(composer.buffer.flush());
}

/** A picture in bands, its blank rows fed. */
export function rasterBytes(bitmap: Bitmap): Buffer {
  return Buffer.concat(
    spans(bitmap).map((span) => (span.blank ? feed(span.rows) : band(bitmap, span.from, span.rows))),
  );
}

/** Feeds a ticket to the blade and cuts it; without a blade it is fed as far, to the edge at which it is torn off. */
export function endOfTicket(composer: InstanceType<typeof escpos.Printer>, cutter: Cutter): void {
  if (cutter === 'none') composer.feed(linesBeforeCut);
  else composer.cut(cutter === 'partial', linesBeforeCut);
}

type Span = { readonly blank: boolean; readonly from: number; readonly rows: number };

/** The picture from top to bottom as runs of blank rows and bands with something on them. */
function spans(bitmap: Bitmap): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (from < bitmap.heightDots) {
    const blank = blankRows(bitmap, from);
    if (blank >= skipFrom) {
      found.push({ blank: true, from, rows: Math.min(blank, 255) });
      from += Math.min(blank, 255);
      continue;
    }
    let end = from + Math.max(1, blank);
    while (end < bitmap.heightDots && end - from < rowsPerBand && blankRows(bitmap, end) < skipFrom) end += 1;
    found.push({ blank: false, from, rows: end - from });
    from = end;
  }
  return found;
}

function blankRows(bitmap: Bitmap, from: number): number {
  let rows = 0;
  while (from + rows < bitmap.heightDots && rows < 255 && isBlankRow(bitmap, from + rows)) rows += 1;
  return rows;
}

function feed(rows: number): Buffer {
  return Buffer.from([0x1b, 0x4a, rows]);
}

function band({ widthDots, rows }: Bitmap, from: number, count: number): Buffer {
  const width = bytesPerRow(widthDots);
  const head = [0x1d, 0x76, 0x30, 0, width & 0xff, width >> 8, count & 0xff, count >> 8];
  return Buffer.concat([Buffer.from(head), rows.subarray(from * width, (from + count) * width)]);
}
