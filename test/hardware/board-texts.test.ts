// Announcements on boards: in letters that every board has, as bytes that a sign of its kind runs by itself, or shown one
// window of the text after another, each one place further than the one before; never on boards that have numbers only.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { alpha } from '../../hardware/led/alpha.ts';
import { type BoardBus, boardBus } from '../../hardware/led/board-bus.ts';
import { type BoardCodec, plainLetters } from '../../hardware/led/board-codec.ts';
import { cd5220 } from '../../hardware/led/cd5220.ts';
import { describedCodec } from '../../hardware/led/described.ts';
import { escposDisplay } from '../../hardware/led/escpos-display.ts';
import { modbusTcp } from '../../hardware/led/modbus-tcp.ts';
import { describedFrameSchema } from '../../protocol/described-frame.ts';
import { driverBench } from '../support/driver-bench.ts';
import { scriptedLine } from './scripted-line.ts';

const windowMs = 350;
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const ascii = (text: string) => Buffer.from(text, 'latin1').toString('hex');
const described = describedCodec(describedFrameSchema.parse({ write: [{ text: 'ascii' }] }));
const text = (words: string) => ({ state: 'text', text: words }) as const;
const number = (shown: string, call = 1) => ({ state: 'number', text: shown, call }) as const;

const open: BoardBus[] = [];
afterEach(async () => {
  for (const bus of open.splice(0)) await bus.close();
});
function boardOn(codec: BoardCodec, digits: number, read: (bytes: Buffer) => string) {
  const { clock, context } = driverBench();
  const line = scriptedLine(() => clock.now());
  const bus = boardBus(codec, line.transport, context);
  open.push(bus);
  const board = bus.board({ unitId: 3, digits }, () => {});
  return {
    ...{ board, line, clock },
    pass(ms: number) {
      for (let gone = 0; gone < ms; gone += 10) clock.pass(10);
    },
    /** What has stood on the board, without what was only written again. */
    shown: () =>
      line.sent.map(({ bytes }) => read(bytes)).filter((each, index, all) => each !== all[index - 1]),
  };
}
/** The upper line of twenty characters, as a person sees it. */
const onCd5220 = (bytes: Buffer) => bytes.toString('latin1', 3, 23);
const onEscpos = (bytes: Buffer) =>
  `${' '.repeat((bytes[3] ?? 1) - 1)}${bytes.toString('latin1', 5)}`.padEnd(20);
const asIs = (bytes: Buffer) => bytes.toString('latin1');
const alphaText = (bytes: Buffer) =>
  `${bytes[14] === 0x61 ? 'runs' : 'holds'} ${bytes.subarray(15, -1).toString('latin1')}`;

describe('letters that every board has', () => {
  it.each([
    ['Nghỉ trưa từ 11 giờ 30', 'NGHI TRUA TU 11 GIO 30'],
    ['Đường dây nóng: 0299.123', 'DUONG DAY NONG: 0299.123'],
    ['  Ưu\ttiên \n người  ốm ', 'UU TIEN NGUOI OM'],
    ['8h – 11h', '8H - 11H'],
    ['e\u0302\u0301', 'E'],
    ['', ''],
  ])('%j is %j', (given, plain) => {
    expect(plainLetters(given)).toBe(plain);
  });
  it('of any Vietnamese text are all in ASCII, one for each', () => {
    const letters = [
      ...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ',
    ];
    const word = fc
      .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 20 })
      .map((each) => each.join(''));
    fc.assert(
      fc.property(word, fc.boolean(), (given, capitals) => {
        const plain = plainLetters(capitals ? given.toUpperCase() : given);
        expect(plain).toMatch(/^[A-Z]+$/);
        expect(plain).toHaveLength(given.length);
      }),
    );
  });
  it('of letters are those letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(plainLetters(plainLetters(given))).toBe(plainLetters(given));
      }),
    );
  });
});

describe('a sign that runs texts by itself (Alpha)', () => {
  const head = `0000000000015a${'3033'}024141`;
  it('holds what fits, and rotates what is longer', () => {
    expect(hex(alpha.write({ address: 3, digits: 9 }, 'NGHI TRUA', 1).bytes)).toBe(
      `${head}1b2062${ascii('NGHI TRUA')}04`,
    );
    expect(hex(alpha.write({ address: 3, digits: 8 }, 'NGHI TRUA', 1).bytes)).toBe(
      `${head}1b2061${ascii('NGHI TRUA')}04`,
    );
  });
  it('is given a text whole and once, however often it is told, and another in its place', () => {
    const { board, shown, pass, line } = boardOn(alpha, 8, alphaText);
    for (let times = 0; times < 10; times += 1) {
      board.show(text('Nghỉ trưa từ 11 giờ 30'));
      pass(1_000);
    }
    expect(shown().filter((each) => each !== 'holds ')).toEqual(['runs NGHI TRUA TU 11 GIO 30']);
    expect(line.sent.length).toBeLessThanOrEqual(2);
    board.show(text('Mở cửa'));
    pass(1_000);
    expect(shown().at(-1)).toBe('holds MO CUA');
    board.show({ state: 'blank' });
    pass(1_000);
    expect(shown().at(-1)).toBe('holds ');
  });
  it('shows a number standing still in the middle of a running text, and the text again after it', () => {
    const { board, shown, pass } = boardOn(alpha, 8, alphaText);
    board.show(text('Nghỉ trưa từ 11 giờ 30'));
    pass(1_000);
    board.show(number('A012 5'));
    pass(4_000);
    board.show(text('Nghỉ trưa từ 11 giờ 30'));
    pass(1_000);
    const runs = 'runs NGHI TRUA TU 11 GIO 30';
    expect(shown().filter((each) => each !== 'holds ')).toEqual([
      ...[runs, 'holds A012 5', 'holds A012 5', 'holds A012 5', runs],
    ]);
  });
  it('is never given a byte that ends the packet, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.integer({ min: 1, max: 20 }),
        (given, digits) => {
          const plain = plainLetters(given);
          const bytes = Buffer.from(alpha.write({ address: 3, digits }, plain.padEnd(digits), 1).bytes);
          expect(bytes.at(-1)).toBe(0x04);
          expect(bytes.subarray(15, -1).toString('latin1')).toMatch(/^[ -~]*$/);
        },
      ),
    );
  });
});

describe('a board that is shown one window after another', () => {
  const words = 'Xin mời các ông bà chú ý';
  const band = `XIN MOI CAC ONG BA CHU Y${' '.repeat(6)}`;
  const windows = (digits: number, count: number) =>
    Array.from({ length: count }, (_, from) => `${band}${band}`.slice(from % band.length).slice(0, digits));
  it.each<[string, BoardCodec, number, (bytes: Buffer) => string]>([
    ['a board with a described frame', described, 8, asIs],
    ['a CD5220 display', cd5220, 20, onCd5220],
    ['an ESC/POS display', escposDisplay, 20, onEscpos],
  ])('%s: each is one place further, and at the end it begins again', (_what, codec, digits, read) => {
    const { board, shown, pass } = boardOn(codec, digits, read);
    board.show(text(words));
    pass((band.length + 3) * windowMs);
    const found = shown().filter((each) => each.trim() !== '');
    expect(found.slice(0, band.length + 2)).toEqual(windows(digits, band.length + 2));
  });
  it('moves on at the same pace, and goes on where it was when it is told the same again', () => {
    const { board, pass, line } = boardOn(described, 8, asIs);
    for (let second = 0; second < 10; second += 1) {
      board.show(text(words));
      pass(1_000);
    }
    const windowsSent = line.sent.filter(({ bytes }) => asIs(bytes).trim() !== '');
    expect(windowsSent.map(({ bytes }) => asIs(bytes))).toEqual(windows(8, windowsSent.length));
    expect(windowsSent.length).toBeGreaterThanOrEqual(27);
    expect(windowsSent.length).toBeLessThanOrEqual(30);
  });
  it('stands still where it fits, to its last place', () => {
    const { board, shown, pass } = boardOn(described, 8, asIs);
    board.show(text('Mở cửa'));
    pass(10_000);
    expect(shown().filter((each) => each.trim() !== '')).toEqual(['MO CUA  ']);
    board.show(text('Nghỉ 15p'));
    pass(10_000);
    expect(shown().at(-1)).toBe('NGHI 15P');
  });
  it('stops for a number, and begins from its first letter afterwards', () => {
    const { board, shown, pass } = boardOn(described, 8, asIs);
    board.show(text(words));
    pass(5 * windowMs);
    board.show(number('A012'));
    pass(3_000);
    expect(shown().at(-1)).toBe('    A012');
    board.show(text(words));
    pass(windowMs - 50);
    expect(shown().at(-1)).toBe('XIN MOI ');
  });
  it('another text begins from its first letter, and what was shown before it does not run on', () => {
    const { board, shown, pass } = boardOn(described, 8, asIs);
    board.show(text(words));
    pass(5 * windowMs);
    const before = shown().length;
    board.show(text('Nghỉ trưa từ 11 giờ'));
    pass(4 * windowMs);
    const after = shown().slice(before);
    const steps = ['NGHI TRU', 'GHI TRUA', 'HI TRUA ', 'I TRUA T', ' TRUA TU'];
    expect(after).toEqual(steps.slice(0, after.length));
    expect(after.length).toBeGreaterThanOrEqual(3);
  });
  it('is written anew where the link was broken, and goes on', () => {
    const { board, shown, pass, line } = boardOn(described, 8, asIs);
    board.show(text(words));
    pass(3 * windowMs);
    const before = line.sent.length;
    line.breakOff();
    pass(20);
    expect(line.sent.length).toBeGreaterThan(before);
    pass(2 * windowMs);
    expect(shown().slice(-2)).toEqual(windows(8, 10).slice(4, 6));
  });
  it('fills every place exactly, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (given) => {
        const { board, pass, line } = boardOn(described, 8, asIs);
        board.show(text(given));
        pass(4 * windowMs);
        for (const { bytes } of line.sent) expect(asIs(bytes)).toMatch(/^[ -~]{8}$/);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a board that has numbers only', () => {
  it('stays blank for an announcement', () => {
    const { board, line, pass } = boardOn(modbusTcp, 4, hex);
    board.show(text('Nghỉ trưa'));
    pass(1_000);
    expect(line.sent.length).toBeGreaterThan(0);
    for (const { bytes } of line.sent) expect(hex(bytes).slice(26)).toBe('0020'.repeat(4));
  });
  it.each([
    ['bcd', describedCodec(describedFrameSchema.parse({ write: [{ text: 'bcd' }] })), '0f0f0f0f'],
    ['segments', describedCodec(describedFrameSchema.parse({ write: [{ text: 'segments' }] })), '00000000'],
  ])('also one with a described frame of %s', (_what, codec, blank) => {
    const { board, shown, pass } = boardOn(codec, 4, hex);
    board.show(text('Nghỉ trưa'));
    pass(1_000);
    expect(shown()).toEqual([blank]);
  });
});
