// Text and signs in whole pixels: each is drawn once beside the page and every pixel then made full or empty, because half
// a colour on an LED is a smear. Pictures are kept up to a bound. Where they stand is decided by the layouts.

import { type Box, type Face, type Ink, isSign, type LedColour, type Measure } from './led-boxes.ts';
import { drawSign } from './led-signs.ts';

/** Each has some red, so that a wall with one colour of LED shows everything. */
export const ledColours: Readonly<Record<LedColour | 'dark', readonly [number, number, number]>> = {
  amber: [255, 176, 0],
  green: [96, 255, 0],
  red: [255, 32, 16],
  dark: [0, 0, 0],
};
const face = '"Be Vietnam Pro", "Noto Sans Khmer", "Noto Sans SC", system-ui, sans-serif';
/** From this much cover on a pixel is lit. */
const litFrom = 112;
/** About 24 MB of pictures. */
const mostPixels = 6_000_000;

/** Makes every pixel of the drawing fully the colour or fully empty. */
export function threshold(
  pixels: Uint8ClampedArray,
  [red, green, blue]: readonly [number, number, number],
): void {
  for (let at = 0; at + 3 < pixels.length; at += 4) {
    const lit = (pixels[at + 3] ?? 0) >= litFrom;
    pixels[at] = lit ? red : 0;
    pixels[at + 1] = lit ? green : 0;
    pixels[at + 2] = lit ? blue : 0;
    pixels[at + 3] = lit ? 255 : 0;
  }
}

/** Keeps what was made up to a total size; what was longest unused goes first. */
export class BoundedStore<Kept> {
  readonly #kept = new Map<string, { readonly value: Kept; readonly size: number }>();
  readonly #most: number;
  #total = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get total(): number {
    return this.#total;
  }

  get(key: string, make: () => { readonly value: Kept; readonly size: number }): Kept {
    const found = this.#kept.get(key) ?? make();
    if (this.#kept.delete(key)) this.#total -= found.size;
    this.#kept.set(key, found);
    this.#total += found.size;
    for (const [oldest, { size }] of this.#kept) {
      if (this.#total <= this.#most || oldest === key) break;
      this.#kept.delete(oldest);
      this.#total -= size;
    }
    return found.value;
  }
}

export type PixelText = {
  readonly measure: Measure;
  /** The box's text in its colour, dark where the box is inverted. */
  readonly picture: (box: Pick<Box, 'text' | 'colour' | 'inverted'> & Face) => HTMLCanvasElement;
};

/** A drawing table with what it has drawn; made anew once the face has come. */
export function pixelText(): PixelText {
  const table = contextOf(1, 1);
  const inks = new BoundedStore<Ink & { readonly origin: number }>(4_000);
  const pictures = new BoundedStore<HTMLCanvasElement>(mostPixels);
  const inkOf = (text: string, { size, weight, squeeze }: Face) =>
    inks.get(`${size} ${weight} ${squeeze} ${text}`, () => {
      table.font = `${weight} ${size}px ${face}`;
      const drawn = table.measureText(text);
      const origin = Math.ceil(Math.max(0, drawn.actualBoundingBoxLeft) * squeeze);
      const right = Math.ceil(Math.max(drawn.width, drawn.actualBoundingBoxRight) * squeeze);
      const above = Math.max(0, Math.ceil(drawn.actualBoundingBoxAscent));
      const below = Math.max(0, Math.ceil(drawn.actualBoundingBoxDescent));
      return { value: { origin, width: origin + right, above, below }, size: 1 };
    });
  return {
    measure: inkOf,
    picture: ({ text, colour, inverted, ...style }) => {
      const tint = inverted ? 'dark' : colour;
      return pictures.get(`${tint} ${style.size} ${style.weight} ${style.squeeze} ${text}`, () => {
        const value = isSign(text)
          ? signPicture(text, style.size)
          : textPicture(text, style, inkOf(text, style));
        const context = value.getContext('2d');
        const drawn = context?.getImageData(0, 0, value.width, value.height);
        if (drawn !== undefined) {
          threshold(drawn.data, ledColours[tint]);
          context?.putImageData(drawn, 0, 0);
        }
        return { value, size: value.width * value.height };
      });
    },
  };
}

/** Waits until the face is there in every weight and part that the wall uses, a few seconds at the most. */
export async function faceLoaded(): Promise<void> {
  const parts = [600, 800].map((weight) => document.fonts.load(`${weight} 20px "Be Vietnam Pro"`, 'AaẴợđ→'));
  await Promise.race([Promise.allSettled(parts), new Promise((resolve) => setTimeout(resolve, 4_000))]);
}

function signPicture(sign: string, size: number): HTMLCanvasElement {
  const context = contextOf(size, size);
  context.scale(size, size);
  drawSign(sign, context);
  return context.canvas;
}

function textPicture(text: string, style: Face, ink: Ink & { readonly origin: number }): HTMLCanvasElement {
  const context = contextOf(ink.width, ink.above + ink.below);
  context.setTransform(style.squeeze, 0, 0, 1, ink.origin, ink.above);
  context.font = `${style.weight} ${style.size}px ${face}`;
  context.textBaseline = 'alphabetic';
  context.fillText(text, 0, 0);
  return context.canvas;
}

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, width);
  canvas.height = Math.max(1, height);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('this browser draws no canvas');
  return context;
}
