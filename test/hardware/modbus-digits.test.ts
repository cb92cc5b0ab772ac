// The bytes of a Modbus board: golden frames, and any split of the stream.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  digitRegisters,
  frameReader,
  type ModbusFrame,
  mbap,
  readFrame,
  registersText,
  writeFrame,
} from '../../hardware/led/modbus-digits.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('frames', () => {
  test('a write of A001 to a four-digit board, unit 3', () => {
    expect(hex(writeFrame(0x0102, 3, digitRegisters('A001', 4)))).toBe(
      '0102' + '0000' + '000f' + '03' + '10' + '0000' + '0004' + '08' + '0041003000300031',
    );
  });
  test('a read of six registers, unit 24', () => {
    expect(hex(readFrame(7, 24, 6))).toBe('0007' + '0000' + '0006' + '18' + '03' + '0000' + '0006');
  });
});

describe('registers', () => {
  test.each([
    ['A001', 6, '  A001'],
    ['', 4, '    '],
    ['A10012', 4, '0012'],
    ['Đ001', 4, '-001'],
    ['----', 4, '----'],
  ])('"%s" on %i digits reads "%s"', (text, digits, shown) => {
    expect(registersText(digitRegisters(text, digits))).toBe(shown);
  });
  test('always as many as the board has digits', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.integer({ min: 1, max: 8 }), (text, digits) => {
        const registers = digitRegisters(text, digits);
        expect(registers).toHaveLength(digits);
        expect(registers.every((each) => each >= 0x20 && each <= 0x7e)).toBe(true);
      }),
    );
  });
});

describe('the stream', () => {
  const frames = fc.array(
    fc.record({
      transaction: fc.nat(0xffff),
      unit: fc.nat(0xff),
      body: fc.array(fc.nat(0xff), { minLength: 1, maxLength: 30 }),
    }),
    { maxLength: 8 },
  );
  test('gives the same frames however it is split', () => {
    fc.assert(
      fc.property(frames, fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 40 }), (sent, steps) => {
        const bytes = Buffer.concat(sent.map(({ transaction, unit, body }) => mbap(transaction, unit, body)));
        const read = frameReader();
        const heard: ModbusFrame[] = [];
        let from = 0;
        for (const step of [...steps, bytes.length]) {
          heard.push(...(read(bytes.subarray(from, from + step)) ?? []));
          from += step;
        }
        expect(heard).toEqual(sent);
      }),
    );
  });
  test.each([
    ['another protocol', '0001' + '0001' + '0003' + '01' + '1000'],
    ['a length beyond any frame', '0001' + '0000' + 'ffff' + '01' + '1000'],
    ['a length of nothing', '0001' + '0000' + '0001' + '01' + '1000'],
  ])('is given up for %s', (_what, bytes) => {
    expect(frameReader()(Buffer.from(bytes, 'hex'))).toBeNull();
  });
});
