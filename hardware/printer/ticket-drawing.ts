// Draws a ticket document for a roll of a given width at 203 dots per inch (8 dots per mm), so that every mark of every
// language is right on any printer. Pure: the same document gives the same dots. The typeface travels with the program.
import { Resvg } from '@resvg/resvg-js';
import { encode } from 'uqr';
import { type Bitmap, cropped, fromRgba } from './bitmap.ts';
import type { TicketDocument } from './ticket-document.ts';
import { family, fontFiles, textWidth, type Weight, wrapped } from './typeface.ts';

type Line = {
  readonly text: string;
  readonly size: number;
  readonly weight: Weight;
  readonly gap: number;
  readonly mark?: boolean;
};

/** Draws at `widthDots` (576 for 80 mm, 384 for 58 mm paper); the height follows from the content. */
export function drawTicket(document: TicketDocument, widthDots: number): Bitmap {
  const { svg, height } = ticketSvg(document, widthDots);
  const rendered = new Resvg(svg, {
    fitTo: { mode: 'width', value: widthDots },
    font: { fontFiles, loadSystemFonts: false, defaultFontFamily: family },
    background: '#fff',
  }).render();
  return cropped(fromRgba(rendered.width, Math.min(rendered.height, height), rendered.pixels));
}

function ticketSvg(document: TicketDocument, width: number): { svg: string; height: number } {
  const unit = width / 576;
  const margin = 20 * unit;
  const parts: string[] = [];
  let y = 8 * unit;
  const write = ({ text, size, weight, gap, mark = false }: Line) => {
    for (const line of wrapped(drawable(text), size, weight, width - 2 * margin)) {
      if (mark)
        parts.push(
          `<rect x="${margin}" y="${y + gap}" width="${width - 2 * margin}" height="${size * 1.5}" fill="#000"/>`,
        );
      y += gap + size * (mark ? 1.1 : 1);
      parts.push(
        `<text x="${width / 2}" y="${y}" text-anchor="middle" font-size="${size}" font-weight="${weight}" fill="${mark ? '#fff' : '#000'}">${escaped(line)}</text>`,
      );
      y += size * (mark ? 0.66 : 0.28);
    }
  };
  const rule = (gap: number) => {
    y += gap;
    parts.push(
      `<rect x="${margin}" y="${Math.round(y)}" width="${width - 2 * margin}" height="${Math.max(2, Math.round(3 * unit))}"/>`,
    );
    y += gap;
  };
  write({ text: document.centreName.toLocaleUpperCase('vi'), size: 27 * unit, weight: 600, gap: 4 * unit });
  rule(12 * unit);
  write({ text: document.heading, size: 34 * unit, weight: 600, gap: 2 * unit });
  const numberSize = Math.min(190 * unit, (width - 2 * margin) / textWidth(document.number, 1, 800));
  write({ text: document.number, size: numberSize, weight: 800, gap: -numberSize * 0.12 });
  if (document.copyText !== null)
    write({ text: document.copyText, size: 30 * unit, weight: 800, gap: 0, mark: true });
  write({ text: document.serviceName, size: 36 * unit, weight: 600, gap: 0 });
  for (const line of document.placeLines) write({ text: line, size: 28 * unit, weight: 400, gap: 2 * unit });
  rule(12 * unit);
  write({ text: document.aheadText, size: 30 * unit, weight: 600, gap: 2 * unit });
  if (document.estimateText !== null)
    write({ text: document.estimateText, size: 28 * unit, weight: 400, gap: 2 * unit });
  y += 14 * unit;
  y = drawQr(parts, document.qrText, width, Math.round(y), Math.max(3, Math.round(6 * unit)));
  write({ text: document.issuedText, size: 25 * unit, weight: 400, gap: 10 * unit });
  write({ text: document.validityText, size: 25 * unit, weight: 600, gap: 0 });
  write({ text: document.thanksText, size: 25 * unit, weight: 400, gap: 0 });
  const height = Math.ceil(y + 8 * unit);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${family}" fill="#000">${parts.join('')}</svg>`;
  return { svg, height };
}

/** Every module a whole number of dots, on whole dots, so that edges stay crisp. */
function drawQr(parts: string[], text: string, width: number, top: number, dots: number): number {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  const left = Math.round((width - size * dots) / 2);
  let path = '';
  data.forEach((row, y) => {
    row.forEach((black, x) => {
      if (black) path += `M${left + x * dots} ${top + y * dots}h${dots}v${dots}h${-dots}z`;
    });
  });
  parts.push(`<path d="${path}" shape-rendering="crispEdges"/>`);
  return top + size * dots;
}

/** In one form of Unicode, without what XML cannot hold. */
function drawable(text: string): string {
  return text.normalize('NFC').replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
