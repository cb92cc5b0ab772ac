// What holds of any ticket in letters: with Vietnamese pages the paper says exactly what was meant, with ASCII alone the same
// without marks; and any split of any stream gives the same paper.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printerModels } from '../../hardware/printer/models.ts';
import { textTicket } from '../../hardware/printer/text-ticket.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { escposInterpreter, type Heard } from '../../hardware/simulator/escpos-interpreter.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import type { PrinterModelId } from '../../protocol/device-setup.ts';

const words =
  'Trung tâm Phục vụ hành chính công tỉnh Lạng Sơn SỐ THỨ TỰ Cấp giấy chứng nhận quyền sử dụng đất Đăng ký hộ tịch khai sinh kết hôn ĐẤT ĐAI MÔI TRƯỜNG Ẵm Ở Ỷ Ỗ Ằng Nguyễn Thị Quỳnh quầy 3, 12 khoảng 25 phút người trước bạn; (tầng 2) 08:15/21-11 nghỉ lễ ỡm ờ Ỹ Ỵ Ữ'.split(
    ' ',
  );
const phrases = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 12 })
  .map((each) => each.join(' '));
const tickets: fc.Arbitrary<TicketDocument> = fc
  .record({
    centreName: phrases,
    heading: phrases,
    number: fc.stringMatching(/^[A-Z]{0,2}[0-9]{1,6}$/),
    serviceName: phrases,
    placeLines: fc.array(phrases, { maxLength: 3 }),
    aheadText: phrases,
    estimateText: fc.option(phrases),
    copyText: fc.option(phrases),
  })
  .map((said) => ({ ...testTicket('tcp://printer.test:9100', new Date(0)), ...said }));
const widths = fc.constantFrom(576, 384);
/** What a ticket says from top to bottom, without the white between words. */
const said = (ticket: TicketDocument) =>
  [
    ...[ticket.centreName.toLocaleUpperCase('vi'), ticket.heading, ticket.number, ticket.copyText ?? ''],
    ...[ticket.serviceName, ...ticket.placeLines, ticket.aheadText, ticket.estimateText ?? ''],
    ...[ticket.issuedText, ticket.validityText, ticket.thanksText],
  ]
    .join('')
    .normalize('NFC')
    .replace(/\s/g, '');
const unmarked = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D').replaceAll('–', '-');
const read = (text: string) => text.replace(/^-+$/gm, '').replace(/\s/g, '');

function paperOf(bytes: Uint8Array, widthDots: number) {
  const printer = escposInterpreter(widthDots);
  const papers = printer.feed(bytes).filter((each) => each.kind === 'cut');
  expect(papers).toHaveLength(1);
  expect(printer.strayBytes()).toBe(0);
  return papers[0]!;
}

describe('any ticket', () => {
  test('is on the paper of a printer with Vietnamese pages, letter for letter', () => {
    fc.assert(
      fc.property(tickets, widths, (ticket, widthDots) => {
        const { text, paper } = paperOf(
          textTicket(ticket, printerModels['epson-vietnam'], widthDots),
          widthDots,
        );
        expect(read(text)).toBe(said(ticket));
        expect(paper.rows.some((byte) => byte !== 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
  test('is on the paper of any other, the same but for its marks', () => {
    const others = fc.constantFrom<PrinterModelId>('generic', 'silent', 'epson', 'xprinter');
    fc.assert(
      fc.property(tickets, widths, others, (ticket, widthDots, id) => {
        const { text } = paperOf(textTicket(ticket, printerModels[id], widthDots), widthDots);
        const found = read(text);
        expect(unmarked(found)).toBe(unmarked(said(ticket)));
        if (printerModels[id].codePages[0]?.page === 'ascii') expect(found).toBe(unmarked(found));
      }),
      { numRuns: 60 },
    );
  });
});

describe('any stream', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 60 });
  /** What is heard of bytes that come in pieces. */
  const heardOf = (bytes: Uint8Array, pieces: readonly number[], widthDots: number) => {
    const printer = escposInterpreter(widthDots);
    const heard: Heard[] = [];
    let from = 0;
    for (const piece of pieces) {
      heard.push(...printer.feed(bytes.subarray(from, from + piece)));
      from += piece;
    }
    heard.push(...printer.feed(bytes.subarray(from)));
    return { heard, stray: printer.strayBytes() };
  };
  test('of a ticket gives the same paper however it is split', () => {
    const ids = fc.constantFrom<PrinterModelId>('epson-vietnam', 'generic', 'xprinter');
    fc.assert(
      fc.property(tickets, widths, ids, steps, (ticket, widthDots, id, pieces) => {
        const bytes = textTicket(ticket, printerModels[id], widthDots);
        expect(heardOf(bytes, pieces, widthDots)).toEqual(heardOf(bytes, [], widthDots));
      }),
      { numRuns: 40 },
    );
  });
  test('of anything at all does too, and stops nobody', () => {
    const commands = fc.constantFrom(
      ...[
        '1b40',
        '1b61',
        '1b74',
        '1b21',
        '1b4d',
        '1b45',
        '1b64',
        '1b4a',
        '1b33',
        '1b32',
        '1d21',
        '1d42',
        '1d5601',
      ],
      ...[
        '1d286b03003143',
        '1d286b0400315030',
        '1d286b0300315130',
        '1d763000010002',
        '0a',
        '0d',
        '1c2e',
        '1004',
        '1d72',
      ],
    );
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      commands.map((each) => Uint8Array.from(Buffer.from(each, 'hex'))),
      phrases.map((each) => Uint8Array.from(Buffer.from(each, 'latin1'))),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 40 }), steps, (parts, pieces) => {
        const bytes = Uint8Array.from(Buffer.concat(parts));
        expect(heardOf(bytes, pieces, 384)).toEqual(heardOf(bytes, [], 384));
      }),
      { numRuns: 200 },
    );
  });
});
