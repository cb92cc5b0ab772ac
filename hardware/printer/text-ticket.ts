// A ticket in the printer's own letters, for slow links: some hundred bytes where its drawing takes tens of thousands. What
// the ticket says and how large is decided here; what the printer can write of it is code-page-text.ts.
// Source: Epson ESC/POS reference: ESC @, ESC a, ESC E, GS !, GS B, ESC J, GS ( k <Functions 165, 167, 169, 180, 181>, FS .
//
//   ESC a    1B 61 01                          lines are centred
//   ESC E    1B 45 n                           bold: 1 on, 0 off
//   GS !     1D 21 (width-1)<<4 | (height-1)   1–8 times as wide and as high
//   GS B     1D 42 n                           white on black: 1 on, 0 off
//   ESC J    1B 4A n                           feed n dots
//   GS ( k   1D 28 6B pL pH 31 fn …            QR code: 41 model, 43 dots of a module, 45 correction, 50 store, 51 print
//   FS .     1C 2E                             no two-byte letters
import escpos from 'escpos';
import { encode } from 'uqr';
import { codePageWriter, isWritable, writableText } from './code-page-text.ts';
import { endOfTicket, rasterBytes } from './escpos-ticket.ts';
import { charactersPerLine, type PrinterModel } from './models.ts';
import { qrPicture } from './qr-picture.ts';
import type { TicketDocument } from './ticket-document.ts';

/** How many times as wide and as high as font A. */
type Size = { readonly width: number; readonly height: number };
type Line = {
  readonly text: string;
  /** The first in which the text takes no more lines than it may is taken; in the last one it takes what it needs. */
  readonly sizes: readonly Size[];
  /** One where it is not said. */
  readonly linesAtMost?: number;
  readonly bold?: boolean;
  readonly inverse?: boolean;
};
type Block =
  | { readonly line: Line }
  | { readonly gapDots: number }
  | { readonly rule: true }
  | { readonly qr: string };

const once: Size = { width: 1, height: 1 };
const tall: Size = { width: 1, height: 2 };
const twice: Size = { width: 2, height: 2 };
/** The number as large as it fits. */
const squares: readonly Size[] = [8, 7, 6, 5, 4, 3, 2, 1].map((times) => ({ width: times, height: times }));
/** White columns that every line leaves at the edges, together. */
const marginCharacters = 2;
/** Modules of white around a QR code. */
const quietModules = 4;

/** The bytes of a ticket as text on a roll of this width. */
export function textTicket(document: TicketDocument, model: PrinterModel, widthDots: number): Uint8Array {
  const composer = new escpos.Printer({}, { encoding: 'ascii' });
  composer.hardware('INIT');
  if (model.quirks.includes('two-byte-letters')) composer.raw(Buffer.of(0x1c, 0x2e));
  composer.raw(Buffer.of(0x1b, 0x61, 0x01));
  const characters = charactersPerLine(model, widthDots);
  const writeLine = lineWriter(model, characters);
  for (const block of blocks(document)) {
    if ('line' in block) composer.raw(writeLine(block.line));
    else if ('gapDots' in block) composer.raw(feed(block.gapDots));
    else if ('qr' in block) composer.raw(qrBytes(block.qr, model, widthDots));
    else composer.raw(writeLine({ text: '-'.repeat(characters - marginCharacters), sizes: [once] }));
  }
  endOfTicket(composer, model.cutter);
  return new Uint8Array(composer.buffer.flush());
}

/** Whether a model can write every letter of a ticket, if need be with fewer marks; where not, it is to be drawn. */
export function isWritableTicket(document: TicketDocument, { codePages }: PrinterModel): boolean {
  return blocks(document).every((block) => !('line' in block) || isWritable(block.line.text, codePages));
}

/** The ticket from top to bottom. */
function blocks(document: TicketDocument): Block[] {
  const found: Block[] = [];
  const write = (text: string | null, ...looks: Partial<Omit<Line, 'text'>>[]) => {
    if (text !== null) found.push({ line: Object.assign({ text, sizes: [once] }, ...looks) });
  };
  const gap = (gapDots: number) => found.push({ gapDots });
  const bold = { bold: true };
  gap(8);
  write(document.centreName.toLocaleUpperCase('vi'), bold);
  found.push({ rule: true });
  gap(8);
  write(document.heading, bold, { sizes: [twice, tall] });
  write(document.headingAlso);
  write(document.number, bold, { sizes: squares });
  if (document.copyText !== null) {
    write(` ${document.copyText} `, bold, { sizes: [twice, tall], inverse: true });
    gap(12);
  }
  write(document.serviceName, bold, { sizes: [twice, tall], linesAtMost: 3 });
  write(document.serviceNameAlso);
  if (document.placeLines.length > 0) gap(8);
  for (const place of document.placeLines) write(place);
  found.push({ rule: true });
  gap(8);
  write(document.aheadText, bold);
  write(document.estimateText);
  found.push({ qr: document.qrText });
  write(document.issuedText);
  write(document.validityText, bold);
  write(document.thanksText);
  return found;
}

/** Writes lines one after another; a look is changed only where the next line has another. */
function lineWriter({ codePages }: PrinterModel, characters: number): (line: Line) => Buffer {
  const encoded = codePageWriter(codePages);
  let now = { size: 0x00, bold: 0, inverse: 0 };
  const look = (next: typeof now): number[] => {
    const bytes: number[] = [];
    if (next.size !== now.size) bytes.push(0x1d, 0x21, next.size);
    if (next.bold !== now.bold) bytes.push(0x1b, 0x45, next.bold);
    if (next.inverse !== now.inverse) bytes.push(0x1d, 0x42, next.inverse);
    now = next;
    return bytes;
  };
  return ({ text, sizes, linesAtMost = 1, bold = false, inverse = false }) => {
    const written = writableText(text, codePages);
    const linesIn = ({ width }: Size) =>
      wrappedAt(written, Math.max(1, Math.floor((characters - marginCharacters) / width)));
    const size = sizes.find((each) => linesIn(each).length <= linesAtMost) ?? sizes.at(-1) ?? once;
    const bytes = look({
      size: ((size.width - 1) << 4) | (size.height - 1),
      bold: Number(bold),
      inverse: Number(inverse),
    });
    return Buffer.from([...bytes, ...linesIn(size).flatMap((line) => [...encoded(line), 0x0a])]);
  };
}

/** Lines of at most so many characters, as few as can be and then as even as can be, for they stand in the middle. */
function wrappedAt(text: string, characters: number): string[] {
  const lines = filled(text, characters);
  for (let narrower = Math.ceil(text.length / lines.length); narrower < characters; narrower += 1) {
    const even = filled(text, narrower);
    if (even.length === lines.length) return even;
  }
  return lines;
}

/** Breaks a text between words, and within a word that is longer than a line. */
function filled(text: string, characters: number): string[] {
  if (text.length <= characters) return [text];
  const lines: string[] = [];
  const pieces = new RegExp(`.{1,${characters}}`, 'gu');
  for (const word of text.split(' ').flatMap((each) => each.match(pieces) ?? [])) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function feed(dots: number): Buffer {
  return Buffer.of(0x1b, 0x4a, dots);
}

/** A QR code with white above and below it: the printer's own, or a picture where it has none. */
function qrBytes(text: string, { drawsQr }: PrinterModel, widthDots: number): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  // As large as in a drawing; a picture no larger than phones need, because its bytes grow with the square.
  const wanted = drawsQr ? Math.round(widthDots / 96) : 4;
  const dots = Math.max(1, Math.min(wanted, Math.floor(widthDots / (size + 2 * quietModules))));
  const quiet = feed(quietModules * dots);
  return Buffer.concat([quiet, drawsQr ? ownQr(text, dots) : rasterBytes(qrPicture(data, dots)), quiet]);
}

function ownQr(text: string, dots: number): Buffer {
  const command = (...parameters: number[]) => [
    ...[0x1d, 0x28, 0x6b, parameters.length & 0xff, parameters.length >> 8],
    ...parameters,
  ];
  return Buffer.from([
    ...command(0x31, 0x41, 0x32, 0x00), // model 2
    ...command(0x31, 0x43, dots),
    ...command(0x31, 0x45, 0x31), // correction M
    ...command(0x31, 0x50, 0x30, ...Buffer.from(text, 'utf8')),
    ...command(0x31, 0x51, 0x30),
  ]);
}
