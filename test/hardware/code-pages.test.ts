// The tables of code pages against other tables: Microsoft's as the browser's standard has them, TCVN-3 against the letters
// of the language; and what becomes of letters that a printer does not have.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codePageWriter,
  isWritable,
  type PrinterPages,
  writableText,
} from '../../hardware/printer/code-page-text.ts';
import { byteOf, codePageIds, hole, signOf } from '../../hardware/printer/code-pages.ts';
import { printerModelSchema, printerModels } from '../../hardware/printer/models.ts';

const small = 'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ';
const capitals = small.toLocaleUpperCase('vi');
const high = Array.from({ length: 128 }, (_, index) => 0x80 + index);
const hex = (bytes: readonly number[]) => Buffer.from(bytes).toString('hex');
const pagesOf = (id: keyof typeof printerModels): PrinterPages => printerModels[id].codePages;
const ascii = pagesOf('generic');
const wpc1252 = pagesOf('epson');
const vietnam = pagesOf('epson-vietnam');
const wpc1258: PrinterPages = [{ page: 'wpc1258', number: 52 }];

describe('tables', () => {
  // Node 20 takes "windows-1252" for Latin-1; 1254 is the same page but for eight letters of Turkish.
  test.each([
    ['wpc1252', 'windows-1254', [0x8e, 0x9e, 0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe]],
    ['wpc1258', 'windows-1258', []],
  ] as const)(
    '%s is the page of the standard, without controls and combining marks',
    (page, label, others) => {
      const standard = new TextDecoder(label);
      for (const byte of high.filter((each) => !others.some((other) => other === each))) {
        const sign = standard.decode(Uint8Array.of(byte));
        expect(signOf(page, byte)).toBe(/[\p{M}\p{C}]/u.test(sign) ? hole : sign);
      }
    },
  );
  test('the other eight of WPC1252', () => {
    expect(
      [0x8e, 0x9e, 0xd0, 0xdd, 0xde, 0xf0, 0xfd, 0xfe].map((byte) => signOf('wpc1252', byte)).join(''),
    ).toBe('ŽžÐÝÞðýþ');
  });
  test.each([
    ['tcvn3', small],
    ['tcvn3-capitals', capitals],
  ] as const)('%s has each letter once, and no other', (page, letters) => {
    const found = high.map((byte) => signOf(page, byte)).filter((sign) => sign !== hole);
    expect([...found].sort()).toEqual([...letters].sort());
  });
  test('capitals stand where their small letters stand; only Ă, Â and Đ do not', () => {
    const elsewhere = [...small].filter(
      (letter) => byteOf('tcvn3', letter) !== byteOf('tcvn3-capitals', letter.toLocaleUpperCase('vi')),
    );
    expect(elsewhere).toEqual(['ă', 'â', 'đ']);
    expect([...'ĂÂĐ'].map((letter) => byteOf('tcvn3-capitals', letter))).toEqual([0xa1, 0xa2, 0xa7]);
  });
  test('TCVN-3 as documents of its time have it: "Việt Nam" is 56 69 D6 74', () => {
    expect([...'Việt'].map((sign) => byteOf('tcvn3', sign))).toEqual([0x56, 0x69, 0xd6, 0x74]);
    expect([...'đất nước'].map((sign) => byteOf('tcvn3', sign))).toEqual([
      ...[0xae, 0xca, 0x74, 0x20],
      ...[0x6e, 0xad, 0xed, 0x63],
    ]);
  });
  test('every page is 128 bytes long and gives back what it takes', () => {
    for (const page of codePageIds) {
      for (const byte of high) {
        const sign = signOf(page, byte);
        expect(sign).toHaveLength(1);
        expect(byteOf(page, sign)).toBe(sign === hole ? null : byte);
      }
    }
  });
  test('no page uses a byte of control for a letter', () => {
    for (const page of codePageIds)
      for (const letter of small + capitals) expect(byteOf(page, letter) ?? 0xff).toBeGreaterThan(0x7f);
  });
});

describe('a letter that is on no page', () => {
  test.each([
    ['without tone, where the letter itself is there', wpc1252, 'Ệ ấ ỗ', 'Ê â ô'],
    ['without any mark, where it is not', wpc1252, 'Ư ắ ờ đ Đ', 'U a o d D'],
    ['as it is, where it is there', wpc1252, 'à É ô', 'à É ô'],
    ['CP1258 keeps the letter and loses the tone', wpc1258, 'Nguyễn Đức Thắng', 'Nguyên Đưc Thăng'],
    ['ASCII', ascii, 'Trung tâm Phục vụ hành chính công', 'Trung tam Phuc vu hanh chinh cong'],
    ['decomposed text is the same text', ascii, 'Việt'.normalize('NFD'), 'Viet'],
    ['dashes, dots, quotation marks', ascii, '– — … “a” ‘b’ «c»', '- - ... "a" \'b\' "c"'],
    ['signs in pages that have them stay', wpc1252, '– … “a”', '– … “a”'],
    ['currency goes two steps', ascii, '5.000 ₫', '5.000 d'],
    ['what nothing stands for', wpc1252, '部门 ខ', '?? ?'],
    ['controls and marks without a letter vanish', ascii, 'a\u0007\u001b@\u0301b\u200d', 'a@b'],
    ['any white is a space', ascii, 'a\t b\u00a0\nc', 'a b c'],
    ['nothing is lost with Vietnamese pages', vietnam, 'Đặng Thị Ỷ, ỡm ờ', 'Đặng Thị Ỷ, ỡm ờ'],
  ] as const)('%s', (_why, pages, text, written) => expect(writableText(text, pages)).toBe(written));
  test('is known beforehand where nothing can stand for it', () => {
    expect(isWritable('Nguyễn Văn A – quầy 3 ★', ascii)).toBe(true);
    expect(isWritable('部门', vietnam)).toBe(false);
    expect(isWritable('ខ្មែរ', vietnam)).toBe(false);
  });
});

describe('pages are changed', () => {
  test('only where the next sign needs another, and not back for ASCII', () => {
    const write = codePageWriter(vietnam);
    // ESC t 31, S Ố T H Ứ; then ESC t 30 for the small ố; the rest of the line stays on it.
    expect(hex(write('SỐ THỨ số 1'))).toBe('531b741fe8205448f82073' + '1b741ee82031');
    // The page is still selected in the next line.
    expect(hex(write('tự'))).toBe('74f9');
  });
  test('never for ASCII alone', () => {
    expect(hex(codePageWriter(vietnam)('A001'))).toBe('41303031');
  });
  test('a text that was not made writable is an error, not a wrong letter', () => {
    expect(() => codePageWriter(ascii)('ệ')).toThrow(RangeError);
  });
  test('whatever the text, what is written is printable, and writing it again changes nothing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(ascii, wpc1252, wpc1258, vietnam),
        (text, pages) => {
          const written = writableText(text, pages);
          expect(writableText(written, pages)).toBe(written);
          const bytes = codePageWriter(pages)(written);
          const changes = bytes.filter((byte) => byte === 0x1b).length;
          const controls = bytes.filter(
            (byte, at) => (byte < 0x20 || byte === 0x7f) && bytes[at - 2] !== 0x1b,
          );
          expect(controls).toHaveLength(changes);
          expect(bytes).toHaveLength([...written].length + 3 * changes);
        },
      ),
    );
  });
});

test('every model is as the schema says, and has at least one width', () => {
  expect(Object.keys(printerModels)).toEqual(
    expect.arrayContaining(['epson', 'epson-vietnam', 'generic', 'xprinter', 'pos-58', 'silent']),
  );
  for (const model of Object.values(printerModels)) {
    expect(printerModelSchema.parse(model)).toEqual(model);
    for (const { dots, characters } of model.widths) expect(characters).toBe(dots / 12);
  }
});
