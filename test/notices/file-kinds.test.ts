// What a file is by its bytes: real files are known, everything that could run or that no board shows is not, and no bytes
// whatever throw.
import { gzipSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headBytes, kindOfExtension, kindOfFile, pixelsAtMost } from '../../server/notices/file-kinds.ts';
import { gif, pngHead, realFile } from './sample-files.ts';

const latin = (text: string) => Buffer.from(text, 'latin1');
const film = (brand: string, length = 24) => {
  const bytes = Buffer.concat([Buffer.alloc(4), latin(`ftyp${brand}\0\0\x02\0isomavc1`), Buffer.alloc(40)]);
  bytes.writeUInt32BE(length);
  return bytes;
};
const ebml = (type: string) =>
  Buffer.concat([
    Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + 7 + type.length]),
    Buffer.from([0x42, 0x86, 0x81, 1, 0x42, 0x82, 0x80 + type.length]),
    latin(type),
  ]);
/** A JPEG with a segment of camera's data before its frame header. */
const jpeg = (before: number, width = 800) => {
  const segment = Buffer.alloc(before + 2);
  segment.writeUInt16BE(0xffe1);
  segment.writeUInt16BE(before, 2);
  const frame = Buffer.from([0xff, 0xc2, 0, 17, 8, 2, 88, width >> 8, width & 255, 3, 1, 34, 0, 2, 17, 1]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), segment, frame, Buffer.alloc(200)]);
};

describe('what boards show', () => {
  it.each([
    ['picture.png', 'picture', 'image/png', 'png'],
    ['picture.jpg', 'picture', 'image/jpeg', 'jpg'],
    ['picture.webp', 'picture', 'image/webp', 'webp'],
    ['picture-alpha.webp', 'picture', 'image/webp', 'webp'],
    ['video.mp4', 'video', 'video/mp4', 'mp4'],
    ['video.webm', 'video', 'video/webm', 'webm'],
  ])('%s is known', (name, kind, contentType, extension) => {
    expect(kindOfFile(realFile(name))).toEqual({ kind, contentType, extension });
    expect(kindOfExtension(extension)).toEqual({ kind, contentType, extension });
  });

  it('a GIF, a drawn PNG, both kinds of bare WebP, films by several brands', () => {
    expect(kindOfFile(gif(4, 4))?.contentType).toBe('image/gif');
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>';
    expect(kindOfFile(new Resvg(svg).render().asPng())?.extension).toBe('png');
    const lossy = latin('RIFF\x40\0\0\0WEBPVP8 \x30\0\0\0\x30\x01\0\x9d\x01\x2a\x10\0\x0c\0\0\0');
    const lossless = latin('RIFF\x40\0\0\0WEBPVP8L\x30\0\0\0\x2f\x0f\xc0\x02\0\0\0\0\0\0');
    for (const webp of [lossy, lossless]) expect(kindOfFile(webp)?.extension).toBe('webp');
    for (const brand of ['isom', 'mp42', 'avc1', 'M4V ', 'iso6'])
      expect(kindOfFile(film(brand))?.contentType).toBe('video/mp4');
    expect(kindOfFile(ebml('webm'))?.contentType).toBe('video/webm');
    expect(kindOfFile(ebml('webm\0\0'))?.contentType).toBe('video/webm');
  });

  it('a picture whose header lies behind the data of a camera', () => {
    expect(kindOfFile(jpeg(3_000))?.extension).toBe('jpg');
    expect(kindOfFile(jpeg(65_535).subarray(0, headBytes))?.extension).toBe('jpg');
    expect(kindOfFile(jpeg(3_000, 10_001))).toBeNull();
  });

  it('from a view of a larger memory', () => {
    const around = Buffer.concat([Buffer.alloc(7), realFile('picture.png'), Buffer.alloc(7)]);
    expect(kindOfFile(around.subarray(7, -7))?.extension).toBe('png');
    expect(kindOfFile(around)).toBeNull();
  });
});

describe('what is refused', () => {
  it.each<[string, Buffer]>([
    ['nothing', Buffer.alloc(0)],
    ['SVG', latin('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['SVG with a declaration', latin('<?xml version="1.0"?><svg/>')],
    ['SVG, packed', gzipSync('<svg/>')],
    ['HTML', latin('<!doctype html><script>alert(1)</script>')],
    ['PDF', latin('%PDF-1.7\n')],
    ['a program', latin('MZ\x90\0')],
    ['an archive', latin('PK\x03\x04')],
    ['text that names itself', latin('picture.png ftypisom WEBP')],
    ['HEIC', film('heic')],
    ['AVIF', film('avif')],
    ['QuickTime', film('qt  ')],
    ['sound', film('M4A ')],
    ['a film with a broken box', film('isom', 23)],
    ['a film with an endless box', film('isom', 0xffff_fff0)],
    ['Matroska', ebml('matroska')],
    ['EBML without a type', Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x84, 0x42, 0x86, 0x81, 1])],
    ['EBML of no size', Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0, 0])],
    ['WebP of another kind', latin('RIFF\x40\0\0\0WEBPJUNK\x30\0\0\0').subarray()],
    ['RIFF sound', latin('RIFF\x40\0\0\0WAVEfmt ')],
    ['a PNG cut off', realFile('picture.png').subarray(0, 20)],
    ['a JPEG cut off', realFile('picture.jpg').subarray(0, 10)],
    ['a JPEG without a frame', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0, 0, 0, 0, 0, 0, 0])],
  ])('%s', (_, bytes) => {
    expect(kindOfFile(bytes)).toBeNull();
  });

  it('a picture larger than boards can unpack, or without a side', () => {
    expect(kindOfFile(pngHead(pixelsAtMost, 1))?.extension).toBe('png');
    for (const [width, height] of [
      [pixelsAtMost + 1, 1] as const,
      [1, 4_000_000_000] as const,
      [0, 5] as const,
    ])
      expect(kindOfFile(pngHead(width, height))).toBeNull();
    expect(kindOfFile(gif(10_001, 4))).toBeNull();
    expect(kindOfFile(gif(4, 0))).toBeNull();
  });

  it('a kind that no file here has', () => {
    expect(kindOfExtension('svg')).toBeNull();
    expect(kindOfExtension('toString')).toBeNull();
  });
});

describe('any bytes', () => {
  const starts = [
    ...['picture.png', 'picture.jpg', 'picture.webp', 'picture-alpha.webp', 'video.mp4', 'video.webm'].map(
      realFile,
    ),
    gif(4, 4),
  ];
  it('give a kind or none, and never throw', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom(...starts),
        fc.nat(60),
        (rest, start, cut) => {
          const kinds = [rest, Buffer.concat([start.subarray(0, cut), rest])].map((bytes) =>
            kindOfFile(bytes),
          );
          for (const kind of kinds) if (kind !== null) expect(kindOfExtension(kind.extension)).toEqual(kind);
        },
      ),
      { numRuns: 2_000 },
    );
  });
  it('that do not begin as a known kind are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        fc.pre(![0x89, 0xff, 0x47, 0x52, 0x1a].includes(bytes[0] ?? 0));
        fc.pre(Buffer.from(bytes.subarray(4, 8)).toString('latin1') !== 'ftyp');
        expect(kindOfFile(bytes)).toBeNull();
      }),
    );
  });
});
