// The bytes of a ticket: a small picture byte for byte, and any picture back again through a printer that only reads.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Bitmap, bytesPerRow, cropped } from '../../hardware/printer/bitmap.ts';
import { escposTicket } from '../../hardware/printer/escpos-ticket.ts';
import { escposInterpreter, type Heard } from '../../hardware/simulator/escpos-interpreter.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const pictures = fc
  .tuple(
    fc.constantFrom(384, 576),
    fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 300 })), { maxLength: 6 }),
  )
  .chain(([widthDots, runs]) => {
    const width = bytesPerRow(widthDots);
    const heightDots = runs.reduce((sum, [, rows]) => sum + rows, 0);
    return fc.uint8Array({ minLength: width, maxLength: width }).map((row): Bitmap => {
      const rows = new Uint8Array(width * heightDots);
      let y = 0;
      for (const [black, count] of runs) {
        for (let each = 0; each < count; each += 1, y += 1) if (black) rows.set(row, y * width);
      }
      return { widthDots, heightDots, rows };
    });
  });
const cutsOf = (heard: readonly Heard[]) => heard.filter((each) => each.kind === 'cut');

describe('bytes', () => {
  test('initialise, skip white, raster, feed, one partial cut', () => {
    const rows = new Uint8Array(20 * 2);
    rows.set([0b1000_0001, 0xff], 10 * 2);
    expect(hex(escposTicket({ widthDots: 16, heightDots: 20, rows }))).toBe(
      [
        '1b40', // ESC @
        '1b4a0a', // ESC J 10: ten white rows
        '1d763000' + '0200' + '0100' + '81ff', // GS v 0: two bytes wide, one row
        '1b4a09', // ESC J 9
        '0a0a0a0a', // four lines to the blade
        '1d5601', // GS V 1: partial cut
      ].join(''),
    );
  });
  test('a tall picture goes in bands of at most 255 rows', () => {
    const rows = new Uint8Array(600).fill(0x80);
    const bytes = hex(escposTicket({ widthDots: 8, heightDots: 600, rows }));
    expect([...bytes.matchAll(/1d763000/g)]).toHaveLength(3);
    expect(bytes).toContain('1d7630000100ff00');
    expect(bytes).toContain('1d76300001005a00');
  });
  test('an empty picture is a cut and nothing else', () => {
    expect(hex(escposTicket({ widthDots: 8, heightDots: 0, rows: new Uint8Array() }))).toBe(
      '1b400a0a0a0a1d5601',
    );
  });
});

describe('on the paper', () => {
  test('any picture comes out as it was drawn, with exactly one cut, however the stream is split', () => {
    fc.assert(
      fc.property(
        pictures,
        fc.array(fc.integer({ min: 1, max: 4_000 }), { maxLength: 20 }),
        (picture, steps) => {
          const bytes = escposTicket(picture);
          const printer = escposInterpreter(picture.widthDots);
          const heard: Heard[] = [];
          let from = 0;
          for (const step of steps) {
            heard.push(...printer.feed(bytes.subarray(from, from + step)));
            from += step;
          }
          heard.push(...printer.feed(bytes.subarray(from)));
          const [cut, ...others] = cutsOf(heard);
          expect(others).toEqual([]);
          expect(printer.strayBytes()).toBe(0);
          const paper = cut?.paper ?? { widthDots: 0, heightDots: 0, rows: new Uint8Array() };
          const [came, drawn] = [cropped(paper), cropped(picture)];
          expect(came.heightDots).toBe(drawn.heightDots);
          expect(Buffer.from(came.rows).equals(Buffer.from(drawn.rows))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });
});
