// Lays a ticket document out for a roll of a given width at 203 dots per inch (8 dots per mm), so that every mark of every
// language is right on any printer. Pure: the same document gives the same dots.
import { encode } from 'uqr';
import type { Language } from '../../protocol/ids.ts';
import { type Bitmap, bytesPerRow, cropped, emptyBitmap, overlaid } from './bitmap.ts';
import { qrPicture } from './qr-picture.ts';
import type { TicketDocument } from './ticket-document.ts';
import { logoFor } from './ticket-logo.ts';
import { lineStrip, pictureStrip } from './ticket-strips.ts';
import { textWidth, uncovered, type Weight } from './typeface.ts';
import { wrapped } from './typeface-lines.ts';

/** Sizes and gaps are those of an 80 mm roll. */
type Line = {
  readonly text: string | null;
  readonly size: number;
  readonly weight?: Weight;
  readonly gap?: number;
  /** What follows the letters' own height, in sizes. */
  readonly after?: number;
  readonly mark?: boolean;
  readonly language?: Language;
};
/** Where on the roll the next thing goes, and what is there already. */
type Sheet = {
  readonly width: number;
  readonly unit: number;
  readonly margin: number;
  readonly language: Language;
  readonly placed: { readonly bitmap: Bitmap; readonly top: number }[];
  y: number;
};

const logoHeight = 104;
const usualAfter = 0.28;
const afterBar = 0.68;

/** Draws at `widthDots` (576 for 80 mm, 384 for 58 mm paper); the height follows from the content. */
export function drawTicket(document: TicketDocument, widthDots: number): Bitmap {
  const unit = widthDots / 576;
  const { language } = document;
  const sheet: Sheet = { width: widthDots, unit, margin: 20 * unit, language, placed: [], y: 8 * unit };
  const { number, copyText } = document;
  const inVietnamese = 'vi';
  drawLogo(sheet, document.logo);
  write(sheet, { text: document.centreName.toLocaleUpperCase(language), size: 27, weight: 600, gap: 4 });
  rule(sheet);
  write(sheet, { text: document.heading, size: 34, weight: 600, gap: 2 });
  write(sheet, { text: document.headingAlso, size: 22, language: inVietnamese });
  const numberSize = Math.min(190, (widthDots - 2 * sheet.margin) / unit / textWidth(number, 1, 800));
  write(sheet, { text: number, size: numberSize, weight: 800, gap: -numberSize * 0.12, after: 0.16 });
  write(sheet, { text: copyText, size: 30, weight: 800, mark: true });
  write(sheet, { text: document.serviceName, size: 36, weight: 600 });
  write(sheet, { text: document.serviceNameAlso, size: 25, gap: 2, language: inVietnamese });
  sheet.y += 6 * unit;
  for (const text of document.placeLines) write(sheet, { text, size: 28, gap: 2 });
  rule(sheet);
  write(sheet, { text: document.aheadText, size: 30, weight: 600, gap: 2 });
  write(sheet, { text: document.estimateText, size: 28, gap: 2 });
  drawQr(sheet, document.qrText);
  write(sheet, { text: document.issuedText, size: 25, gap: 10 });
  write(sheet, { text: document.validityText, size: 25, weight: 600 });
  write(sheet, { text: document.thanksText, size: 25 });
  const page = emptyBitmap(widthDots, Math.ceil(sheet.y + 16 * unit));
  for (const { bitmap, top } of sheet.placed) overlaid(page, bitmap, top);
  return cropped(page);
}

/** One text in the middle, in as many lines as it needs; one that is marked stands white on black. */
function write(sheet: Sheet, line: Line): void {
  if (line.text === null) return;
  const { width, unit, margin } = sheet;
  const { weight = 400, gap = 0, after = usualAfter, mark = false, language = sheet.language } = line;
  const size = line.size * unit;
  const text = drawable(line.text);
  // Khmer letters stand higher and hang lower than Latin ones.
  const extra = /\p{Script=Khmer}/u.test(text) ? size * 0.14 : 0;
  const barMargin = mark ? margin : null;
  for (const part of wrapped(text, size, weight, width - 2 * margin, language)) {
    const { bitmap, above } = lineStrip({ text: part, size, weight, barMargin }, width);
    sheet.y += gap * unit + size + extra;
    sheet.placed.push({ bitmap, top: Math.round(sheet.y) - above });
    sheet.y += size * (mark ? afterBar : after) + extra;
  }
}

function rule(sheet: Sheet): void {
  const { width, unit, margin } = sheet;
  const thick = Math.max(2, Math.round(3 * unit));
  const bar = emptyBitmap(width, thick);
  const row = new Uint8Array(bytesPerRow(width));
  for (let x = Math.round(margin); x < Math.round(width - margin); x += 1)
    row[x >> 3] = (row[x >> 3] ?? 0) | (0x80 >> (x & 7));
  for (let y = 0; y < thick; y += 1) bar.rows.set(row, y * row.length);
  sheet.y += 12 * unit;
  sheet.placed.push({ bitmap: bar, top: Math.round(sheet.y) });
  sheet.y += 12 * unit;
}

function drawLogo(sheet: Sheet, data: string | null): void {
  const { width, unit, margin } = sheet;
  const logo = logoFor(data, Math.floor(width - 2 * margin), Math.floor(logoHeight * unit));
  if (logo === null) return;
  const top = Math.round(sheet.y);
  const { bitmap } = pictureStrip(logo.href, logo.widthDots, logo.heightDots, width);
  sheet.placed.push({ bitmap, top });
  sheet.y = top + logo.heightDots + 8 * unit;
}

/** Every module a whole number of dots, on whole dots, so that edges stay crisp. */
function drawQr(sheet: Sheet, text: string): void {
  const { width, unit } = sheet;
  const { data } = encode(text, { ecc: 'M', border: 0 });
  const picture = qrPicture(data, Math.max(3, Math.round(6 * unit)));
  const top = Math.round(sheet.y + 14 * unit);
  sheet.placed.push({ bitmap: centred(picture, width), top });
  sheet.y = top + picture.heightDots;
}

/** A picture in the middle of a roll. */
function centred(picture: Bitmap, widthDots: number): Bitmap {
  const page = emptyBitmap(widthDots, picture.heightDots);
  const left = Math.round((widthDots - picture.widthDots) / 2);
  const [from, to] = [bytesPerRow(picture.widthDots), bytesPerRow(widthDots)];
  for (let y = 0; y < picture.heightDots; y += 1)
    for (let x = 0; x < picture.widthDots; x += 1) {
      if (((picture.rows[y * from + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) === 0) continue;
      const at = y * to + ((left + x) >> 3);
      page.rows[at] = (page.rows[at] ?? 0) | (0x80 >> ((left + x) & 7));
    }
  return page;
}

/** What is meant where a typeface lacks a sign; a sign that is drawn as nothing would be worse than one that is wrong. */
const standIns: Readonly<Record<string, string>> = { '→': '-', '←': '-', '№': 'No', '•': '-', '✓': '+' };

/** In one form of Unicode, without what XML cannot hold or no typeface has. */
function drawable(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
  return uncovered(clean).reduce((done, sign) => done.replaceAll(sign, standIns[sign] ?? '?'), clean);
}
