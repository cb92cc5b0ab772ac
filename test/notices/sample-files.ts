// Files for the tests of notices: real ones, made by Chromium's canvas and recorder, and heads put together by hand.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { FileId } from '../../protocol/ids.ts';
import { type KeptFile, showingSchema } from '../../protocol/notices.ts';
import type { Taken, TakenFile } from '../../server/notices/kept-files.ts';

export function realFile(name: string): Buffer {
  return readFileSync(new URL(`./files/${name}`, import.meta.url));
}

/** A PNG of these sides, as far as its header; filled up to a length. */
export function pngHead(width: number, height: number, length = 100): Buffer {
  const bytes = Buffer.alloc(length);
  realFile('picture.png').copy(bytes, 0, 0, 33);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

export function gif(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(20);
  bytes.write('GIF89a', 'latin1');
  bytes.writeUInt16LE(width, 6);
  bytes.writeUInt16LE(height, 8);
  return bytes;
}

/** The bytes as a stream that comes in pieces. */
export function streamed(bytes: Buffer, piece = 16_384): Readable {
  const pieces = Array.from({ length: Math.ceil(bytes.length / piece) }, (_, index) =>
    bytes.subarray(index * piece, (index + 1) * piece),
  );
  return Readable.from(pieces, { objectMode: false });
}

export function takenFile(taken: Taken): TakenFile {
  if (!taken.ok) throw new Error(taken.code);
  return taken.file;
}

export function entry(id: string, name = `${id}.png`): KeptFile {
  return {
    ...{ id: id as FileId, kind: 'picture', contentType: 'image/png', name, bytes: 100, keptAt: 1 },
    showing: showingSchema.parse({}),
  };
}
