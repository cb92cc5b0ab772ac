// What a printer can write of a text with its own letters: each sign in the first code page that has it, and where none has
// it the nearest thing that one has: a letter with fewer marks, a plain dash or quotation mark, at last a question mark.
// Source: Epson ESC/POS reference: ESC t.
//
//   ESC t   1B 74 n        from here on bytes 80–FF are those of page n; also in the middle of a line
import { byteOf, type CodePageId, isAscii } from './code-pages.ts';

/** The pages of a printer, the first choice first, each with the number by which ESC t selects it. */
export type PrinterPages = readonly { readonly page: CodePageId; readonly number: number }[];

const plainSigns: Readonly<Record<string, string>> = {
  ...{ '–': '-', '—': '-', '‒': '-', '―': '-', '‐': '-', '‑': '-', '−': '-', '…': '...' },
  ...{ '“': '"', '”': '"', '„': '"', '«': '"', '»': '"', '‘': "'", '’': "'", '‚': "'", '′': "'" },
  ...{ '•': '-', '·': '.', '×': 'x', '→': '->', '№': 'No', '₫': 'đ', đ: 'd', Đ: 'D', Ð: 'D' },
};
/** Circumflex, breve and horn make another letter of a vowel; the other marks are its tone. */
const letterMarks = new Set(['\u{302}', '\u{306}', '\u{31B}']);

/** A text as the pages can write it. Signs of control are left out: to a printer they would be commands. */
export function writableText(text: string, pages: PrinterPages): string {
  const written = [...text.normalize('NFC').replace(/\s/gu, ' ')].map(
    (sign) => replacement(sign, pages) ?? '?',
  );
  return written.join('').replace(/ +/g, ' ');
}

/** Whether every letter of a text can be written, if need be with fewer marks. */
export function isWritable(text: string, pages: PrinterPages): boolean {
  return [...text.normalize('NFC')].every(
    (sign) => !/[\p{L}\p{N}]/u.test(sign) || replacement(sign, pages) !== null,
  );
}

/** A sign, or what stands for it; null where nothing can. */
function replacement(sign: string, pages: PrinterPages): string | null {
  if (isAscii(sign) || pages.some(({ page }) => byteOf(page, sign) !== null)) return sign;
  // Marks without a letter, and what has no shape.
  if (/[\p{M}\p{C}]/u.test(sign)) return '';
  const plain = plainSigns[sign];
  if (plain !== undefined) return [...plain].map((each) => replacement(each, pages) ?? '?').join('');
  const [base = '', ...marks] = sign.normalize('NFD');
  const withoutTone = [base, ...marks.filter((mark) => letterMarks.has(mark))].join('').normalize('NFC');
  if (withoutTone !== sign && withoutTone !== base) return replacement(withoutTone, pages);
  return base === sign ? null : replacement(base, pages);
}

/**
 * Turns writable texts into bytes one after another and remembers which page is selected, so that a page is changed only
 * where the next sign needs it.
 */
export function codePageWriter(pages: PrinterPages): (text: string) => number[] {
  let selected: PrinterPages[number] | undefined;
  return (text) => {
    const bytes: number[] = [];
    for (const sign of text) {
      const has = ({ page }: PrinterPages[number]) => byteOf(page, sign) !== null;
      if (!isAscii(sign) && (selected === undefined || !has(selected))) {
        selected = pages.find(has);
        if (selected === undefined) throw new RangeError(`"${sign}" is on no page of this printer`);
        bytes.push(0x1b, 0x74, selected.number);
      }
      bytes.push(byteOf(selected?.page ?? 'ascii', sign) ?? 0x3f);
    }
    return bytes;
  };
}
