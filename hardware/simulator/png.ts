// A picture of black and white dots as a PNG file (one bit a dot, greyscale), to look at simulated paper.
// Source: PNG specification, third edition: IHDR, IDAT, IEND; filter 0.
import { crc32, deflateSync } from 'node:zlib';
import { type Bitmap, bytesPerRow } from '../printer/bitmap.ts';

export function png({ widthDots, heightDots, rows }: Bitmap): Uint8Array {
  const width = bytesPerRow(widthDots);
  const lines = Buffer.alloc((width + 1) * heightDots);
  for (let y = 0; y < heightDots; y += 1) {
    for (let x = 0; x < width; x += 1) lines[y * (width + 1) + 1 + x] = ~(rows[y * width + x] ?? 0) & 0xff;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthDots, 0);
  header.writeUInt32BE(heightDots, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(lines)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
