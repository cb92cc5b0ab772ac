// Reads a ticket's paper as a phone would: the QR code on the picture.
import jsqr from 'jsqr';
import type { Bitmap } from '../../hardware/printer/bitmap.ts';

type Decode = (data: Uint8ClampedArray, width: number, height: number) => { data: string } | null;

/** The text of the QR code on a picture; throws where there is none. */
export function qrText({ widthDots, heightDots, rows }: Bitmap): string {
  const bytes = Math.ceil(widthDots / 8);
  const pixels = new Uint8ClampedArray(widthDots * heightDots * 4).fill(255);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < widthDots; x += 1) {
      const black = ((rows[y * bytes + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0;
      if (black) pixels.fill(0, (y * widthDots + x) * 4, (y * widthDots + x) * 4 + 3);
    }
  }
  const decode = (typeof jsqr === 'function' ? jsqr : (jsqr as { default: unknown }).default) as Decode;
  const found = decode(pixels, widthDots, heightDots);
  if (found === null) throw new Error('there is no QR code on the paper');
  return found.data;
}
