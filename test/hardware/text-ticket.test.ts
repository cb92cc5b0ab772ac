// A ticket in the printer's own letters: byte for byte for each roll and kind of model, what grows and shrinks, and what
// comes out on the simulated paper.
import { describe, expect, test } from 'vitest';
import { escposTicket } from '../../hardware/printer/escpos-ticket.ts';
import { printerModels } from '../../hardware/printer/models.ts';
import { isWritableTicket, textTicket } from '../../hardware/printer/text-ticket.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { drawTicket } from '../../hardware/printer/ticket-drawing.ts';
import { escposInterpreter } from '../../hardware/simulator/escpos-interpreter.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import type { PrinterModelId } from '../../protocol/device-setup.ts';
import { qrText } from '../support/paper.ts';

const ticket: TicketDocument = {
  ...testTicket('tcp://printer.test:9100', new Date(0)),
  ...{ language: 'vi', logo: null, headingAlso: null, serviceNameAlso: null },
  centreName: 'Trung tâm Lạng Sơn',
  heading: 'SỐ THỨ TỰ',
  number: 'A012',
  serviceName: 'Chứng thực',
  placeLines: ['Quầy 3 – 5'],
  aheadText: 'Còn 7 người',
  estimateText: 'Chờ 25 phút',
  issuedText: '08:15',
  validityText: 'Trong ngày',
  thanksText: 'Cảm ơn',
  qrText: 'http://a.vn/t/1',
  copyText: null,
};
const bytesOf = (document: TicketDocument, id: PrinterModelId, widthDots: number) =>
  textTicket(document, printerModels[id], widthDots);
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const ascii = (text: string) => Buffer.from(text, 'ascii').toString('hex');
function printed(document: TicketDocument, id: PrinterModelId, widthDots: number) {
  const printer = escposInterpreter(widthDots);
  const bytes = bytesOf(document, id, widthDots);
  const [paper, ...others] = printer.feed(bytes).filter((each) => each.kind === 'cut');
  if (paper === undefined) throw new Error('nothing was cut');
  expect(others).toEqual([]);
  expect(printer.strayBytes()).toBe(0);
  return { ...paper, bytes };
}
const ownQr = (dots: string) =>
  [
    '1d286b0400' + '31413200', // GS ( k 165: model 2
    `1d286b03003143${dots}`, // GS ( k 167: dots of a module
    '1d286b0300' + '314531', // GS ( k 169: correction M
    `1d286b1200315030${ascii('http://a.vn/t/1')}`, // GS ( k 180: store 15 letters
    '1d286b0300' + '315130', // GS ( k 181: print
  ].join('');

describe('bytes', () => {
  test('80 mm, a printer with Vietnamese pages', () => {
    expect(hex(bytesOf(ticket, 'epson-vietnam', 576))).toBe(
      [
        '1b40' + '1b6101' + '1b4a08', // ESC @, ESC a 1, ESC J 8
        '1b4501', // ESC E 1: bold
        `${ascii('TRUNG T')}1b741fa2`, // ESC t 31: Â
        `${ascii('M L')}b9${ascii('NG S')}ac${ascii('N')}0a`, // Ạ, Ơ
        `1b4500${'2d'.repeat(46)}0a1b4a08`, // not bold, a rule
        '1d2111' + '1b4501' + '53e8205448f82054f90a', // GS ! 2 × 2: SỐ THỨ TỰ
        '1d2177' + '413031320a', // GS ! 8 × 8: A012
        '1d2111' + '43681b741ef86e67207468f9630a', // 2 × 2, ESC t 30: Chứng thực
        '1b4a08',
        '1d2100' + '1b4500' + '5175c7792033201b74109620350a', // plain: Quầy 3, ESC t 16: –, 5
        `${'2d'.repeat(46)}0a1b4a08`,
        '1b4501' + '43f26e2037206e67' + '1b741eadea690a', // bold: Cò on the page of the dash, ESC t 30: ườ
        '1b4500' + '4368ea203235207068f3740a', // Chờ 25 phút
        `1b4a18${ownQr('06')}1b4a18`, // four modules of white above and below
        '30383a31350a', // 08:15
        '1b4501' + '54726f6e67206e67b5790a', // Trong ngày
        '1b4500' + '43b66d20ac6e0a', // Cảm ơn
        '0a0a0a0a' + '1d5601', // four lines, GS V 1
      ].join(''),
    );
  });
  test('58 mm: the number is smaller, the rules shorter, the QR code finer', () => {
    const bytes = hex(bytesOf(ticket, 'epson-vietnam', 384));
    expect(bytes).toContain('1d2166' + '413031320a');
    expect(bytes).toContain(`1b4500${'2d'.repeat(30)}0a`);
    expect(bytes).toContain(`1b4a10${ownQr('04')}1b4a10`);
  });
  test('a clone: ASCII alone, the QR code as a picture', () => {
    const bytes = hex(bytesOf(ticket, 'generic', 384));
    expect(bytes).not.toContain('1b74');
    expect(bytes).not.toContain('1d286b');
    expect(bytes.startsWith(`1b401b61011b4a081b4501${ascii('TRUNG TAM LANG SON')}0a`)).toBe(true);
    expect(bytes).toContain(`${ascii('Quay 3 - 5')}0a`);
    // 21 or 25 modules of four dots: GS v 0, 13 bytes a row, 100 rows.
    expect(bytes).toContain('1b4a10' + '1d763000' + '0d00' + '6400');
    expect(bytes.endsWith('0a0a0a0a1d5601')).toBe(true);
  });
  test('an Epson of any market: what WPC1252 has', () => {
    const bytes = hex(bytesOf(ticket, 'epson', 576));
    expect([...bytes.matchAll(/1b74(..)/g)].map(([, page]) => page)).toEqual(['10']);
    expect(printed(ticket, 'epson', 576).text).toContain('TRUNG TÂM LANG SON\n');
  });
  test('one that starts with two-byte letters is told not to', () => {
    expect(hex(bytesOf(ticket, 'xprinter', 576)).startsWith('1b40' + '1c2e' + '1b6101')).toBe(true);
  });
  test('one without a cutter is fed and not cut', () => {
    expect(hex(bytesOf(ticket, 'pos-58', 384)).endsWith('0a0a0a0a0a')).toBe(true);
    expect(hex(bytesOf(ticket, 'pos-58', 384))).not.toContain('1d56');
    expect(hex(escposTicket(drawTicket(ticket, 384), 'none')).endsWith('0a0a0a0a')).toBe(true);
    expect(hex(escposTicket(drawTicket(ticket, 384), 'full')).endsWith('0a0a0a0a1d5600')).toBe(true);
  });
  test('is a hundredth of its drawing where the printer draws the code', () => {
    expect(bytesOf(ticket, 'epson-vietnam', 576).length * 60).toBeLessThan(
      escposTicket(drawTicket(ticket, 576)).length,
    );
  });
});

describe('on the paper', () => {
  test('every word, in order', () => {
    expect(printed({ ...ticket, copyText: 'In lần 2' }, 'epson-vietnam', 576).text.split('\n')).toEqual([
      ...['TRUNG TÂM LẠNG SƠN', '-'.repeat(46), 'SỐ THỨ TỰ', 'A012', 'In lần 2', 'Chứng thực', 'Quầy 3 – 5'],
      ...['-'.repeat(46), 'Còn 7 người', 'Chờ 25 phút', '08:15', 'Trong ngày', 'Cảm ơn', ''],
    ]);
  });
  test('long texts are broken between words, evenly, and nothing is lost', () => {
    const centreName = 'Trung tâm Phục vụ hành chính công tỉnh Lạng Sơn';
    const { text } = printed({ ...ticket, centreName }, 'epson-vietnam', 384);
    expect(text.startsWith('TRUNG TÂM PHỤC VỤ HÀNH\nCHÍNH CÔNG TỈNH LẠNG SƠN\n')).toBe(true);
  });
  test('a word longer than a line is broken', () => {
    const { text } = printed({ ...ticket, thanksText: 'x'.repeat(70) }, 'generic', 384);
    expect(text.replaceAll('\n', '')).toContain('x'.repeat(70));
  });
  test.each([
    ['A', 0x77],
    ['A012', 0x66],
    ['AB0123', 0x44],
    ['A-000123', 0x22],
    ['1234567890ABCDEF', 0x00],
    ['1234567890ABCDEF1234567890ABCDEF1234', 0x00],
  ])('the number %s is as large as it fits on 58 mm', (number, size) => {
    const document = { ...ticket, number };
    const bytes = Buffer.from(bytesOf(document, 'generic', 384));
    const at = bytes.indexOf(Buffer.from(number.slice(0, 16), 'ascii'));
    expect(bytes.subarray(0, at).lastIndexOf(Buffer.of(0x1d, 0x21, size))).toBe(
      bytes.subarray(0, at).lastIndexOf(Buffer.of(0x1d, 0x21)),
    );
    expect(printed(document, 'generic', 384).text.replaceAll('\n', '')).toContain(number);
  });
  test('the mark of a copy is white on black, and nothing after it is', () => {
    const marked = printed({ ...ticket, copyText: 'In lần 2' }, 'epson-vietnam', 384);
    expect(hex(marked.bytes)).toMatch(/1d4201(1b74..)?20496e206c.*?2032200a1b4a0c1d4200/);
    const blackOf = (rows: Uint8Array) => rows.reduce((sum, byte) => sum + Number(byte === 0xff), 0);
    expect(blackOf(marked.paper.rows)).toBeGreaterThan(
      blackOf(printed(ticket, 'epson-vietnam', 384).paper.rows) + 200,
    );
  });
  test.each([
    ['epson-vietnam', 576],
    ['epson-vietnam', 384],
    ['generic', 576],
    ['generic', 384],
    ['pos-58', 384],
  ] as const)('%s, %i dots: the QR code can be read', (id, widthDots) => {
    const printer = escposInterpreter(widthDots, { hasCutter: id !== 'pos-58' });
    const job = Buffer.concat([bytesOf(ticket, id, widthDots), Buffer.of(0x1d, 0x72, 1)]);
    const [paper] = printer.feed(job).filter((each) => each.kind === 'cut');
    expect(qrText(paper!.paper)).toBe(ticket.qrText);
  });
  test('a long link keeps modules of three dots on the narrow roll', () => {
    const link = `http://centre.test/ticket/${'0123456789'.repeat(30)}`;
    expect(qrText(printed({ ...ticket, qrText: link }, 'epson', 384).paper)).toBe(link);
  });
});

describe('a ticket in other letters', () => {
  test('is known not to be writable', () => {
    for (const id of ['generic', 'epson', 'epson-vietnam'] as const)
      expect(isWritableTicket(ticket, printerModels[id])).toBe(true);
    expect(isWritableTicket({ ...ticket, heading: '排队号码' }, printerModels['epson-vietnam'])).toBe(false);
    expect(isWritableTicket({ ...ticket, serviceName: 'សេវា' }, printerModels['epson-vietnam'])).toBe(false);
  });
  test('has question marks for what nothing stands for', () => {
    expect(printed({ ...ticket, thanksText: '谢谢 ok' }, 'generic', 384).text).toContain('?? ok\n');
  });
});
