// What a simulated printer makes of bytes: words in code pages, looks, alignment, feeds, QR codes; and what it leaves alone.
import { describe, expect, test } from 'vitest';
import { type Bitmap, bytesPerRow, isBlankRow } from '../../hardware/printer/bitmap.ts';
import { escposInterpreter } from '../../hardware/simulator/escpos-interpreter.ts';
import { qrText } from '../support/paper.ts';

const esc = '\x1b';
const gs = '\x1d';
const cut = `${gs}V\x01`;
const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** The paper of these bytes up to a cut behind them. */
function printed(bytes: string | Uint8Array, widthDots = 384) {
  const printer = escposInterpreter(widthDots);
  const heard = printer.feed(
    Buffer.concat([typeof bytes === 'string' ? bytesOf(bytes) : bytes, bytesOf(cut)]),
  );
  const [paper] = heard.filter((each) => each.kind === 'cut');
  if (paper === undefined) throw new Error('nothing was cut');
  return { ...paper, stray: printer.strayBytes() };
}
/** The box around the black dots. */
function ink({ widthDots, heightDots, rows }: Bitmap) {
  const width = bytesPerRow(widthDots);
  const box = { left: widthDots, right: -1, top: heightDots, bottom: -1, black: 0 };
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      if (((rows[y * width + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
      box.black += 1;
    }
  }
  return box;
}

describe('words', () => {
  test('are those of the selected page', () => {
    const bytes = Buffer.of(
      ...[0x1b, 0x74, 31, 0x53, 0xe8], // ESC t 31: SỐ
      ...[0x1b, 0x74, 30, 0x20, 0xd6, 0x0a], // ESC t 30: ệ
      ...[0x1b, 0x74, 16, 0xea, 0x20, 0x97, 0x0a], // ESC t 16: ê —
      ...[0x1b, 0x74, 52, 0xf0, 0xf5, 0x0a], // ESC t 52: đ ơ
    );
    expect(printed(bytes)).toMatchObject({ text: 'SỐ ệ\nê —\nđơ\n', stray: 0 });
  });
  test('have a hole where a page has no sign or is not known', () => {
    expect(printed('a\x80\n').text).toBe('a\u{FFFD}\n');
    expect(printed(`${esc}t\x63a\xea\n`).text).toBe('a\u{FFFD}\n');
  });
  test('are the same whatever size they have', () => {
    expect(printed(`${gs}!\x77A012\n${gs}!\x00A012\n`).text).toBe('A012\nA012\n');
  });
  test('break where the paper ends, as on a printer', () => {
    expect(printed(`${'0123456789'.repeat(4)}\n`).text).toBe('01234567890123456789012345678901\n23456789\n');
    expect(printed(`${'x'.repeat(32)}\n`).paper.heightDots).toBe(30);
  });
  test('that no feed ended come out with the cut', () => {
    const { text, paper } = printed('A1');
    expect(text).toBe('A1\n');
    expect(ink(paper).black).toBeGreaterThan(0);
  });
  test('of a buffer are forgotten with ESC @', () => {
    expect(printed(`lost${esc}@kept\n`).text).toBe('kept\n');
  });
});

describe('looks', () => {
  const plain = ink(printed('A\n').paper);
  const height = (box: ReturnType<typeof ink>) => box.bottom - box.top + 1;
  const width = (box: ReturnType<typeof ink>) => box.right - box.left + 1;
  test('a sign stands in its cell of 12 × 24 dots', () => {
    expect(plain.right).toBeLessThan(12);
    expect(plain.bottom).toBeLessThan(24);
    expect(height(plain)).toBeGreaterThan(12);
  });
  test.each([
    ['GS !', `${gs}!\x11`],
    ['ESC !', `${esc}!\x30`],
  ])('%s: twice as wide and as high', (_name, command) => {
    const large = ink(printed(`${command}A\n`).paper);
    expect(Math.abs(height(large) - 2 * height(plain))).toBeLessThanOrEqual(2);
    expect(Math.abs(width(large) - 2 * width(plain))).toBeLessThanOrEqual(3);
  });
  test('eight times is 192 dots of paper, and the next line is below', () => {
    expect(printed(`${gs}!\x77A\n${gs}!\x00b\n`).paper.heightDots).toBe(192 + 30);
  });
  test('bold has more ink, in either way of saying it, and ends', () => {
    const bold = ink(printed(`${esc}E\x01A\n`).paper);
    expect(bold.black).toBeGreaterThan(plain.black);
    expect(ink(printed(`${esc}!\x08A\n`).paper)).toEqual(bold);
    expect(ink(printed(`${esc}E\x01${esc}E\x00A\n`).paper)).toEqual(plain);
  });
  test('inverse is a black box with the sign in it, spaces too', () => {
    expect(ink(printed(`${gs}B\x01  \n`).paper)).toMatchObject({ left: 0, right: 23, black: 24 * 24 });
    const inverse = ink(printed(`${gs}B\x01A\n`).paper).black;
    expect(Math.abs(inverse + plain.black - 12 * 24)).toBeLessThan(20);
  });
  test('font B is 9 × 17', () => {
    for (const command of [`${esc}M\x01`, `${esc}M1`, `${esc}!\x01`]) {
      const small = ink(printed(`${command}${'M'.repeat(42)}\n`).paper);
      expect(small.right).toBeLessThan(42 * 9);
      expect(small.bottom).toBeLessThan(17);
    }
    expect(printed(`${esc}M\x01${esc}M\x00A\n`).paper).toEqual(printed('A\n').paper);
  });
  test('different heights on one line stand on one line', () => {
    const { paper } = printed(`${gs}!\x11A${gs}!\x00A\n`);
    const width24 = ink({ ...paper, widthDots: paper.widthDots });
    expect(paper.heightDots).toBe(48);
    expect(width24.top).toBeGreaterThan(0);
  });
});

describe('places', () => {
  test('left, middle and right', () => {
    const at = (command: string) => ink(printed(`${command}A\n`).paper).left;
    expect(at(`${esc}a\x00`)).toBeLessThan(12);
    expect(Math.abs(at(`${esc}a\x01`) - 187)).toBeLessThan(4);
    expect(at(`${esc}a2`)).toBeGreaterThanOrEqual(372);
  });
  test('in the middle of a line it is too late to align it', () => {
    expect(ink(printed(`A${esc}a\x02\n`).paper).left).toBeLessThan(12);
  });
  test('a raster picture is aligned too', () => {
    const dot = `${gs}v0\x00\x01\x00\x01\x00\x80`;
    expect(ink(printed(dot).paper).left).toBe(0);
    expect(ink(printed(`${esc}a\x01${dot}`).paper).left).toBe(188);
  });
  test('feeds: LF, ESC d, ESC J, and the spacing of ESC 3 until ESC 2', () => {
    expect(printed('\n').paper.heightDots).toBe(30);
    expect(printed(`${esc}d\x03`).paper.heightDots).toBe(90);
    expect(printed(`${esc}J\x07`).paper.heightDots).toBe(7);
    expect(printed(`${esc}3\x40\n${esc}2\n`).paper.heightDots).toBe(64 + 30);
    expect(printed(`A${esc}J\x07`).paper.heightDots).toBe(24);
    expect(printed('\r').paper.heightDots).toBe(0);
  });
  test('a picture comes below the words before it', () => {
    const { paper } = printed(`A${gs}v0\x00\x01\x00\x01\x00\xff`);
    expect(paper.heightDots).toBe(31);
    expect(isBlankRow(paper, 30)).toBe(false);
  });
});

describe('QR codes', () => {
  const command = (body: string) => `${gs}(k${String.fromCharCode(body.length, 0)}${body}`;
  const code = (text: string, dots: number) =>
    command('1A2\0') + command(`1C${String.fromCharCode(dots)}`) + command('1E1') + command(`1P0${text}`);
  const print = command('1Q0');
  test('are stored, then printed as often as asked', () => {
    const { paper, stray } = printed(`\n${esc}a\x01${code('http://centre.test/t/1', 4)}${print}\n`);
    expect(qrText(paper)).toBe('http://centre.test/t/1');
    expect(stray).toBe(0);
    const once = printed(code('A', 4) + print).paper.heightDots;
    expect(once).toBe(21 * 4);
    expect(printed(code('A', 4) + print + print).paper.heightDots).toBe(2 * once);
    expect(printed(code('A', 6) + print).paper.heightDots).toBe(21 * 6);
  });
  test('that were not stored are not printed, and too many words neither', () => {
    expect(printed(print).paper.heightDots).toBe(0);
    const long = `1P0${'x'.repeat(4_000)}`;
    const stored = `${gs}(k${String.fromCharCode(long.length & 0xff, long.length >> 8)}${long}`;
    expect(printed(stored + print)).toMatchObject({ paper: { heightDots: 0 }, stray: 0 });
  });
});

describe('what it does not know', () => {
  test('is counted, byte for byte, and is not text', () => {
    expect(printed('\x00\x07\x7fA\n')).toMatchObject({ text: 'A\n', stray: 3 });
    expect(printed(`${esc}\x01`).stray).toBe(2);
    expect(printed(`${gs}v1`).text).toBe('v1\n');
  });
  test('what it knows is not', () => {
    const known = `${esc}@\x1c.${esc}2${esc}3\x20${esc}a1${esc}E\x01${esc}M0${esc}t\x10${esc}!\x00${gs}!\x00${gs}B\x00A\r\n`;
    expect(printed(known)).toMatchObject({ text: 'A\n', stray: 0 });
  });
});

test('questions are heard in their turn', () => {
  const kinds = escposInterpreter(384)
    .feed(bytesOf(`\x10\x04\x01A\n${cut}${gs}r\x01${gs}(H\x06\x000000A1${gs}a\x0e`))
    .map(({ kind }) => kind);
  expect(kinds).toEqual(['status-asked', 'cut', 'fence', 'process-id', 'tell-changes']);
});

test('without a cutter a ticket is torn off once it has been asked whether it is done', () => {
  const printer = escposInterpreter(384, { hasCutter: false });
  expect(printer.feed(bytesOf(`${cut}A1\n`))).toEqual([]);
  expect(printer.feed(bytesOf(`${gs}r\x01`))).toMatchObject([
    { kind: 'cut', text: 'A1\n' },
    { kind: 'fence' },
  ]);
  expect(printer.feed(bytesOf(`${gs}r\x01`))).toEqual([{ kind: 'fence' }]);
});
