// Reads a black-and-white PNG (one bit a dot, filter 0, as the simulated paper is) back into dots.
import { inflateSync } from 'node:zlib';
import type { Bitmap } from '../../hardware/printer/bitmap.ts';

export function pngBitmap(png: Buffer): Bitmap {
  const widthDots = png.readUInt32BE(16);
  const heightDots = png.readUInt32BE(20);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  const lines = inflateSync(Buffer.concat(data));
  const width = Math.ceil(widthDots / 8);
  const rows = new Uint8Array(width * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < width; x += 1) rows[y * width + x] = ~(lines[y * (width + 1) + 1 + x] ?? 0) & 0xff;
  }
  return { widthDots, heightDots, rows };
}
