// The pictures a ticket is put together from: one strip of paper for each line of text, as wide as the roll. A line that
// repeats (the centre, a service, "thank you") is drawn once and kept, so that a ticket costs what is new on it.
import { Resvg } from '@resvg/resvg-js';
import { type Bitmap, fromRgba } from './bitmap.ts';
import { textOutline, textWidth, type Weight } from './typeface.ts';

/** `above`: rows above the line on which the letters stand. */
export type Strip = { readonly bitmap: Bitmap; readonly above: number };
export type StripLine = {
  readonly text: string;
  /** Of the letters, dots. */
  readonly size: number;
  readonly weight: Weight;
  /** White on a black bar that leaves so many dots at the edges; null is black on white. */
  readonly barMargin: number | null;
};

const stripsKept = 600;
const strips = new Map<string, Strip>();
/** In sizes of the letters: marks over capitals, and what hangs below, of every script. */
const above = 1.35;
const below = 0.55;

/** A line of text in the middle of a roll of this width. */
export function lineStrip(line: StripLine, widthDots: number): Strip {
  return kept(JSON.stringify([line, widthDots]), () => {
    const { text, size, weight, barMargin } = line;
    const rise = Math.ceil(size * above);
    const height = rise + Math.ceil(size * below);
    const bar =
      barMargin === null
        ? ''
        : `<rect x="${barMargin}" y="${rise - size * 1.06}" width="${widthDots - 2 * barMargin}" height="${size * 1.5}" fill="#000"/>`;
    const left = (widthDots - textWidth(text, size, weight)) / 2;
    const ink = barMargin === null ? '#000' : '#fff';
    const letters = `<g transform="translate(${left} ${rise})" fill="${ink}">${textOutline(text, size, weight)}</g>`;
    return { bitmap: drawn(bar + letters, widthDots, height), above: rise };
  });
}

/** A picture in the middle of a roll of this width. */
export function pictureStrip(href: string, width: number, height: number, widthDots: number): Strip {
  return kept(JSON.stringify([href, width, height, widthDots]), () => {
    const left = Math.round((widthDots - width) / 2);
    const image = `<image href="${href}" x="${left}" y="0" width="${width}" height="${height}"/>`;
    return { bitmap: drawn(image, widthDots, height), above: 0 };
  });
}

function kept(key: string, draw: () => Strip): Strip {
  const strip = strips.get(key) ?? draw();
  // The one used last is dropped last.
  strips.delete(key);
  strips.set(key, strip);
  if (strips.size > stripsKept) strips.delete(strips.keys().next().value ?? '');
  return strip;
}

function drawn(content: string, width: number, height: number): Bitmap {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`;
  const picture = new Resvg(svg, { font: { loadSystemFonts: false }, background: '#fff' }).render();
  return fromRgba(picture.width, picture.height, picture.pixels);
}
