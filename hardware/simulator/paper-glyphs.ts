// The letters of a simulated printer: one sign drawn into the cell that a font and its size give it. As in a printer's own
// font every cell has the same width: wide signs are drawn narrower, and marks above a capital press it down.
// Source of the cells: Epson ESC/POS reference, ESC M: font A 12 × 24 dots, font B 9 × 17.
import { Resvg } from '@resvg/resvg-js';
import { type Bitmap, fromRgba } from '../printer/bitmap.ts';
import { family, fontFiles } from '../printer/typeface.ts';

export type Look = {
  readonly font: 'a' | 'b';
  /** How many times as wide and as high. */
  readonly width: number;
  readonly height: number;
  readonly bold: boolean;
  readonly inverse: boolean;
};

const cells = { a: { width: 12, height: 24 }, b: { width: 9, height: 17 } } as const;
/** Signs are designed in a cell of 12 × 24 that is then made larger or smaller. */
const design = { width: 12, height: 24, baseline: 19.2, size: 20, inkWidth: 10.8, room: 19 } as const;
const glyphsKept = 2_000;
/** Code pages have no letters but these; a face for other scripts is slow to open. */
const files = fontFiles.filter((file) => file.includes('be-vietnam-pro'));
const drawn = new Map<string, Bitmap>();

/** The dots of a cell. */
export function cellOf({ font, width, height }: Look): { width: number; height: number } {
  return { width: cells[font].width * width, height: cells[font].height * height };
}

/** A sign in its cell; the same bitmap every time, not to be changed. */
export function glyph(sign: string, look: Look): Bitmap {
  const key = `${sign} ${look.font} ${look.width} ${look.height} ${look.bold} ${look.inverse}`;
  const before = drawn.get(key);
  if (before !== undefined) return before;
  const [oldest] = drawn.keys();
  if (drawn.size >= glyphsKept && oldest !== undefined) drawn.delete(oldest);
  const bitmap = drawGlyph(sign, look);
  drawn.set(key, bitmap);
  return bitmap;
}

function drawGlyph(sign: string, look: Look): Bitmap {
  const { width, height } = cellOf(look);
  const [paper, ink] = look.inverse ? ['#000', '#fff'] : ['#fff', '#000'];
  const scale = `scale(${width / design.width} ${height / design.height})`;
  const text = textOf(sign, weightOf(look), ink);
  const body = `<g transform="${scale} ${placed(text)}">${text}</g>`;
  const { pixels } = opened(svgOf(width, height, body), paper).render();
  return fromRgba(width, height, pixels);
}

/** Small cells have no room for heavy strokes side by side. */
function weightOf({ bold, width }: Look): number {
  if (width === 1) return bold ? 600 : 400;
  return bold ? 800 : 600;
}

/** Where a sign drawn at the origin goes so that its ink stands in the middle of the cell and fits into it. */
function placed(text: string): string {
  const ink = opened(svgOf(design.width, design.height, text), '#fff').getBBox();
  if (ink === undefined || !(ink.width > 0)) return '';
  const across = Math.min(1, design.inkWidth / ink.width);
  const upwards = Math.min(1, design.room / Math.max(1, -ink.y));
  const left = design.width / 2 - (ink.x + ink.width / 2) * across;
  return `translate(${left} ${design.baseline}) scale(${across} ${upwards})`;
}

function textOf(sign: string, weight: number, ink: string): string {
  const safe = sign.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);
  return `<text font-family="${family}" font-size="${design.size}" font-weight="${weight}" fill="${ink}">${safe}</text>`;
}

function svgOf(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`;
}

function opened(svg: string, background: string): Resvg {
  return new Resvg(svg, {
    font: { fontFiles: files, loadSystemFonts: false, defaultFontFamily: family },
    background,
  });
}
