// What a printer says back, byte for byte after Epson's tables, and in any split of the stream.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionOf,
  type PrinterReply,
  replyReader,
  requests,
} from '../../hardware/printer/escpos-status.ts';

describe('requests', () => {
  test('are the bytes of the reference', () => {
    expect(Buffer.from(requests.offlineCause).toString('hex')).toBe('100402');
    expect(Buffer.from(requests.paper).toString('hex')).toBe('100404');
    expect(Buffer.from(requests.processId('AB12')).toString('hex')).toBe('1d284806003030' + '41423132');
  });
});

describe('replies', () => {
  const replies = fc.array(
    fc.oneof(
      fc.constantFrom(0x12, 0x16, 0x32, 0x1e, 0x7e).map((byte): PrinterReply => ({ kind: 'status', byte })),
      fc
        .string({
          unit: fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
          minLength: 4,
          maxLength: 4,
        })
        .map((id): PrinterReply => ({ kind: 'process-id', id })),
    ),
    { maxLength: 12 },
  );
  const bytesOf = (reply: PrinterReply) =>
    reply.kind === 'status' ? [reply.byte] : [0x37, 0x22, ...Buffer.from(reply.id, 'latin1'), 0];

  test('are the same however the stream is split', () => {
    fc.assert(
      fc.property(replies, fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 30 }), (sent, steps) => {
        const bytes = Uint8Array.from(sent.flatMap(bytesOf));
        const read = replyReader();
        const heard: PrinterReply[] = [];
        let from = 0;
        for (const step of steps) {
          heard.push(...read(bytes.subarray(from, from + step)));
          from += step;
        }
        heard.push(...read(bytes.subarray(from)));
        expect(heard).toEqual(sent);
      }),
    );
  });
  test('noise is passed over and what follows is understood', () => {
    const read = replyReader();
    expect(read(Uint8Array.of(0x00, 0xff, 0x37, 0x41, 0x16))).toEqual([{ kind: 'status', byte: 0x16 }]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const later = replyReader();
        later(noise);
        // A header in the noise may take up to six bytes with it; the second asking is then heard.
        later(new Uint8Array(7));
        expect(later(Uint8Array.of(0x12))).toEqual([{ kind: 'status', byte: 0x12 }]);
      }),
    );
  });
});

describe('condition', () => {
  test.each([
    ['all is well', 0x12, 0x12, 'good', 'answered'],
    ['the roll is near its end', 0x12, 0x1e, 'warning', 'paper-near-end'],
    ['printing stopped at the paper end', 0x32, 0x12, 'bad', 'paper-out'],
    ['the end sensor sees no paper', 0x12, 0x72, 'bad', 'paper-out'],
    ['the cover is open', 0x16, 0x12, 'bad', 'cover-open'],
    ['an error has occurred', 0x52, 0x12, 'bad', 'device-error'],
    ['no paper outranks a cover and a roll near its end', 0x36, 0x7e, 'bad', 'paper-out'],
  ] as const)('%s', (_what, offlineCause, paper, grade, reason) => {
    expect(conditionOf(offlineCause, paper)).toEqual({ grade, reason });
  });
});
