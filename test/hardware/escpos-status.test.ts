// What a printer says back, byte for byte after Epson's tables, and in any split of the stream.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  conditionOf,
  type PrinterReply,
  replyReader,
  requests,
  toldCondition,
} from '../../hardware/printer/escpos-status.ts';

describe('requests', () => {
  test('are the bytes of the reference', () => {
    expect(Buffer.from(requests.status(2)).toString('hex')).toBe('100402');
    expect(Buffer.from(requests.status(4)).toString('hex')).toBe('100404');
    expect(Buffer.from(requests.tell).toString('hex')).toBe('1d610e');
    expect(Buffer.from(requests.fence).toString('hex')).toBe('1d7201');
    expect(Buffer.from(requests.processId('AB12')).toString('hex')).toBe('1d284806003030' + '41423132');
  });
});

describe('replies', () => {
  const replies = fc.array(
    fc.oneof(
      fc.constantFrom(0x12, 0x16, 0x32, 0x1e, 0x7e).map((byte): PrinterReply => ({ kind: 'status', byte })),
      fc
        .constantFrom([0x10, 0, 0, 0x0f], [0x18, 0, 0x0c, 0x0f], [0x38, 8, 3, 0x0f])
        .map((bytes): PrinterReply => ({ kind: 'told', bytes })),
      fc.constant<PrinterReply>({ kind: 'fence' }),
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
  const bytesOf = (reply: PrinterReply): readonly number[] => {
    if (reply.kind === 'status') return [reply.byte];
    if (reply.kind === 'told') return reply.bytes;
    if (reply.kind === 'fence') return [0x00];
    return [0x37, 0x22, ...Buffer.from(reply.id, 'latin1'), 0];
  };

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
    expect(read(Uint8Array.of(0xff, 0x37, 0xc1, 0x16))).toEqual([{ kind: 'status', byte: 0x16 }]);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        const later = replyReader();
        later(noise);
        // A header in the noise may take up to six bytes with it; a later asking is then heard.
        later(new Uint8Array(7).fill(0xff));
        expect(later(Uint8Array.of(0x12))).toEqual([{ kind: 'status', byte: 0x12 }]);
      }),
    );
  });
});

describe('condition', () => {
  test.each([
    ['all is well', {}, 'good', 'answered'],
    ['the roll is near its end', { 4: 0x1e }, 'warning', 'paper-near-end'],
    ['printing stopped at the paper end', { 2: 0x32 }, 'bad', 'paper-out'],
    ['the end sensor sees no paper', { 4: 0x72 }, 'bad', 'paper-out'],
    ['the cover is open', { 1: 0x1a, 2: 0x16 }, 'bad', 'cover-open'],
    ['the cutter is jammed', { 1: 0x1a, 2: 0x52, 3: 0x1a }, 'bad', 'cutter-error'],
    ['an error cannot be recovered from', { 3: 0x32 }, 'bad', 'device-error'],
    ['it is off-line and does not say why', { 1: 0x1a }, 'bad', 'offline'],
    ['no paper outranks a cover and a roll near its end', { 1: 0x1a, 2: 0x36, 4: 0x7e }, 'bad', 'paper-out'],
  ] as const)('%s', (_what, replies, grade, reason) => {
    expect(conditionOf({ 1: 0x12, 2: 0x12, 3: 0x12, 4: 0x12, ...replies })).toEqual({ grade, reason });
  });
  test.each([
    [[0x10, 0x00, 0x00, 0x0f], 'good', 'answered'],
    [[0x10, 0x00, 0x03, 0x0f], 'warning', 'paper-near-end'],
    [[0x18, 0x00, 0x0f, 0x0f], 'bad', 'paper-out'],
    [[0x38, 0x00, 0x00, 0x0f], 'bad', 'cover-open'],
    [[0x18, 0x08, 0x00, 0x0f], 'bad', 'cutter-error'],
    [[0x18, 0x20, 0x00, 0x0f], 'bad', 'device-error'],
    [[0x18, 0x00, 0x00, 0x0f], 'bad', 'offline'],
  ] as const)('told as %j', (bytes, grade, reason) => {
    expect(toldCondition(bytes)).toEqual({ grade, reason });
  });
});
