// The bytes of every board protocol: golden frames with their meaning, answers in any split, and noise that is never taken
// for an answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alpha } from '../../hardware/led/alpha.ts';
import { type BoardCodec, placed } from '../../hardware/led/board-codec.ts';
import { cd5220 } from '../../hardware/led/cd5220.ts';
import { checksums } from '../../hardware/led/checksums.ts';
import { describedCodec } from '../../hardware/led/described.ts';
import { escposDisplay } from '../../hardware/led/escpos-display.ts';
import { modbusRtu, rtu } from '../../hardware/led/modbus-rtu.ts';
import { mbap, mbapFrames, modbusTcp } from '../../hardware/led/modbus-tcp.ts';
import { segmentsOf } from '../../hardware/led/segments.ts';
import { describedFrameSchema } from '../../protocol/described-frame.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const bytes = (text: string) => new Uint8Array(Buffer.from(text.replaceAll(' ', ''), 'hex'));
const unit = { address: 3, digits: 4 };

describe('a text on a board', () => {
  test.each([
    ['A001', 6, '  A001'],
    ['', 4, '    '],
    ['A10012', 4, '0012'],
    ['Đ001', 4, '-001'],
  ])('"%s" on %i digits stands as "%s"', (text, digits, shown) => {
    expect(placed(text, digits)).toBe(shown);
  });
  test('always has the board’s digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.integer({ min: 1, max: 8 }),
        (text, digits) => {
          expect(placed(text, digits)).toMatch(new RegExp(`^[ -~]{${digits}}$`));
        },
      ),
    );
  });
});

describe('Modbus TCP', () => {
  test('a write of A001 to unit 3, and its answer', () => {
    const { bytes: sent, answer } = modbusTcp.write(unit, 'A001', 0x0102);
    expect(hex(sent)).toBe(
      '0102' + '0000' + '000f' + '03' + '10' + '0000' + '0004' + '08' + '0041003000300031',
    );
    expect(answer?.(bytes('0102 0000 0006 03 10 0000 0004'))).toEqual({ ok: true, shown: null });
    expect(answer?.(bytes('0102 0000 0003 03 90 02'))).toEqual({ ok: false });
    expect(answer?.(bytes('0101 0000 0006 03 10 0000 0004'))).toBeUndefined();
    expect(answer?.(bytes('485454502f312e31'))).toEqual({ ok: false });
  });
  test('a read of four registers, and its answer', () => {
    const { bytes: sent, answer } = modbusTcp.read?.(unit, 7) ?? modbusTcp.write(unit, '', 0);
    expect(hex(sent)).toBe('0007' + '0000' + '0006' + '03' + '03' + '0000' + '0004');
    expect(answer?.(bytes('0007 0000 000b 03 03 08 0041 0030 0030 0031'))).toEqual({
      ok: true,
      shown: 'A001',
    });
  });
  test('the frames of a stream are the same however much of it has come', () => {
    const frames = fc.array(
      fc.record({
        ...{ transaction: fc.nat(0xffff), unit: fc.nat(0xff) },
        body: fc.array(fc.nat(0xff), { minLength: 1, maxLength: 30 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(frames, fc.nat(400), (sent, cut) => {
        const stream = Buffer.concat(
          sent.map(({ transaction, unit: to, body }) => mbap(transaction, to, body)),
        );
        const heard = mbapFrames(stream.subarray(0, cut)) ?? [];
        expect(heard.map(({ end: _end, ...frame }) => frame)).toEqual(sent.slice(0, heard.length));
        expect(mbapFrames(stream)).toHaveLength(sent.length);
      }),
    );
  });
});

describe('Modbus RTU', () => {
  test('the published vector', () => {
    expect(hex(rtu(1, [0x06, 0x00, 0x00, 0x00, 0x32]))).toBe('010600000032081f');
  });
  test('a write of A001 to unit 3 ends with its check, and is answered', () => {
    const { bytes: sent, answer } = modbusRtu.write(unit, 'A001', 1);
    expect(hex(sent).slice(0, 30)).toBe('03' + '10' + '0000' + '0004' + '08' + '0041003000300031');
    const well = rtu(3, [0x10, 0, 0, 0, 4]);
    expect(answer?.(well)).toEqual({ ok: true, shown: null });
    expect(answer?.(rtu(3, [0x90, 2]))).toEqual({ ok: false });
    expect(answer?.(rtu(4, [0x10, 0, 0, 0, 4]))).toBeUndefined();
    expect(answer?.(well.subarray(0, 7))).toBeUndefined();
  });
  test('is understood behind its own echo and behind noise', () => {
    const { bytes: sent, answer } = modbusRtu.write(unit, 'A001', 1);
    const well = rtu(3, [0x10, 0, 0, 0, 4]);
    expect(answer?.(Buffer.concat([sent, well]))).toEqual({ ok: true, shown: null });
    expect(answer?.(Buffer.concat([bytes('00ff0303'), well]))).toEqual({ ok: true, shown: null });
    expect(answer?.(sent)).toBeUndefined();
  });
  test('a bit that has turned is never taken for what a board shows', () => {
    const { answer } = modbusRtu.read?.(unit, 1) ?? modbusRtu.write(unit, '', 1);
    const well = rtu(3, [0x03, 8, 0, 0x41, 0, 0x30, 0, 0x30, 0, 0x31]);
    expect(answer?.(well)).toEqual({ ok: true, shown: 'A001' });
    fc.assert(
      fc.property(fc.nat(well.length - 1), fc.nat(7), fc.nat(7), (place, bit, other) => {
        const noisy = Uint8Array.from(well);
        noisy[place] = (noisy[place] ?? 0) ^ (1 << bit);
        noisy[(place + 1) % well.length] =
          (noisy[(place + 1) % well.length] ?? 0) ^ (other < 4 ? 0 : 1 << other);
        expect(answer?.(noisy)).not.toEqual({ ok: true, shown: expect.any(String) });
      }),
    );
  });
  test('keeps three and a half characters of silence', () => {
    expect(modbusRtu.timing.gapMs(10_000 / 9_600)).toBeCloseTo(3.65, 2);
    expect(modbusRtu.timing.gapMs(10_000 / 115_200)).toBe(1.75);
  });
});

describe('CD5220', () => {
  test('the number stands in the middle of the upper line', () => {
    expect(hex(cd5220.write(unit, 'A001', 1).bytes)).toBe(
      `1b5141${'20'.repeat(8)}41303031${'20'.repeat(8)}0d`,
    );
    expect(cd5220.write(unit, '', 1).bytes).toHaveLength(24);
    expect(cd5220.write(unit, 'A001', 1).answer).toBeNull();
  });
});

describe('signs and displays that answer nothing', () => {
  test('Alpha: text file A of sign 03 holds A001', () => {
    const { bytes: sent, answer } = alpha.write(unit, 'A001', 1);
    expect(hex(sent)).toBe(`0000000000015a${'3033'}024141${'1b2062'}4130303104`);
    expect(answer).toBeNull();
    expect(alpha.timing.gapMs(1)).toBeGreaterThanOrEqual(100);
  });
  test('ESC/POS display: dark, then in the middle of the upper line', () => {
    expect(hex(escposDisplay.write(unit, 'A001', 1).bytes)).toBe('0c' + '1f240901' + '41303031');
    expect(hex(escposDisplay.write(unit, '', 1).bytes)).toBe('0c' + '1f240b01');
  });
});

describe('a described frame', () => {
  const codec = (frame: object): BoardCodec => describedCodec(describedFrameSchema.parse(frame));
  test.each([
    [
      'STX, two digits of address, text, sum in hexadecimal, ETX',
      {
        write: [
          { bytes: '02' },
          { address: 'ascii' },
          { text: 'ascii' },
          { check: 'sum8', from: 1, as: 'hex' },
          { bytes: '03' },
        ],
      },
      '02' + '3033' + '41303031' + '3335' + '03',
    ],
    [
      'a binary address, BCD from the right, xor',
      {
        write: [
          { bytes: 'aa55' },
          { address: 'byte' },
          { text: 'bcd', reversed: true },
          { check: 'xor8', from: 1 },
        ],
      },
      'aa55' + '03' + '0100000f' + '0d',
    ],
    [
      'packed BCD and a Modbus check, low byte first',
      {
        write: [
          { address: 'byte' },
          { text: 'packed-bcd', blank: 10 },
          { check: 'crc16-modbus', as: 'bytes-low-first' },
        ],
      },
      '03a001' + '3800',
    ],
    ['segments', { write: [{ bytes: 'f0' }, { text: 'segments' }] }, 'f0' + '773f3f06'],
  ])('%s', (_what, frame, wanted) => {
    expect(hex(codec(frame).write(unit, 'A001', 1).bytes)).toBe(wanted);
  });
  test('is answered only by the whole answer, for this board', () => {
    const frame = { write: [{ text: 'ascii' }], answer: [{ bytes: '06' }, { address: 'byte' }] };
    const { answer } = codec(frame).write(unit, 'A001', 1);
    expect(answer?.(bytes('06'))).toBeUndefined();
    expect(answer?.(bytes('0604'))).toBeUndefined();
    expect(answer?.(bytes('ff0603'))).toEqual({ ok: true, shown: null });
  });
  test.each([
    ['has no part for the text', { write: [{ bytes: '02' }] }],
    ['has a check over nothing', { write: [{ text: 'ascii' }, { check: 'xor8', from: 1 }] }],
    ['has bytes that are none', { write: [{ text: 'ascii' }, { bytes: '0g' }] }],
    ['has a part of no kind', { write: [{ text: 'ascii' }, { colour: 'red' }] }],
  ])('that %s is refused', (_what, frame) => {
    expect(describedFrameSchema.safeParse(frame).success).toBe(false);
  });
});

describe('checks', () => {
  const digits = Buffer.from('123456789', 'latin1');
  test.each([
    ['crc16-modbus', 0x4b37],
    ['crc16-ccitt', 0x29b1],
    ['crc16-xmodem', 0x31c3],
    ['sum8', 0xdd],
    ['xor8', 0x31],
    ['lrc8', 0x23],
  ] as const)('%s of "123456789"', (name, value) => {
    expect(checksums[name].of(digits)).toBe(value);
  });
});

test('seven segments tell every digit and letter of a number apart', () => {
  const digits = [...'0123456789'].map(segmentsOf);
  expect(new Set(digits).size).toBe(10);
  expect(segmentsOf(' ')).toBe(0);
  expect(segmentsOf('8')).toBe(0x7f);
  expect(segmentsOf('W')).toBe(segmentsOf('-'));
});
