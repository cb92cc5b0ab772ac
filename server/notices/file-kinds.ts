// What a file is, by its first bytes and never by its name or by what its sender says. Whatever is not known here (SVG,
// HTML, PDF, QuickTime, HEIC) is refused, and so is a picture that says it is larger than a board could unpack. Pure.
// Sources: WHATWG MIME Sniffing Standard, sections 6.1 and 6.2 (signatures); PNG 3rd ed. 11.2.1 (IHDR); GIF89a
// section 18; ITU-T T.81 B.1 and B.2 (JPEG markers, frame header); RFC 9649 (WebP container) and RFC 6386 9.1 (VP8);
// ISO/IEC 14496-12 4.3 with the brands registered at mp4ra.org; RFC 8794 (EBML), RFC 9559 and the WebM guidelines.
import type { KeptFile } from '../../protocol/notices.ts';

const kinds = {
  png: { kind: 'picture', contentType: 'image/png', extension: 'png' },
  jpg: { kind: 'picture', contentType: 'image/jpeg', extension: 'jpg' },
  webp: { kind: 'picture', contentType: 'image/webp', extension: 'webp' },
  gif: { kind: 'picture', contentType: 'image/gif', extension: 'gif' },
  mp4: { kind: 'video', contentType: 'video/mp4', extension: 'mp4' },
  webm: { kind: 'video', contentType: 'video/webm', extension: 'webm' },
} as const satisfies Record<string, FileKind>;
export type FileKind = {
  readonly kind: KeptFile['kind'];
  readonly contentType: string;
  readonly extension: string;
};

/** How many first bytes are looked at; a file that has fewer is given whole. */
export const headBytes = 65_536;
/** Pixels a side of a picture at most. */
export const pixelsAtMost = 10_000;
/** Major brands of films; those of stills (heic, avif), sound (M4A) and QuickTime (qt) are left out. */
const filmBrands = new Set([
  ...['isom', 'iso2', 'iso3', 'iso4', 'iso5', 'iso6', 'iso7', 'iso8', 'iso9'],
  ...['mp41', 'mp42', 'mp71', 'avc1', 'dash', 'M4V ', 'MSNV'],
]);
const ftypAtMost = 4_096;
const docTypeElement = 0x4282;

type Size = { readonly width: number; readonly height: number };

/** The kind of a file from its first `headBytes` bytes; null where it is none that boards show. */
export function kindOfFile(head: Uint8Array): FileKind | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (hasBytes(head, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    return isSane(pngSize(view)) ? kinds.png : null;
  if (hasBytes(head, 0, [0xff, 0xd8, 0xff])) return isSaneJpeg(view) ? kinds.jpg : null;
  if (word(view, 0, 6) === 'GIF87a' || word(view, 0, 6) === 'GIF89a')
    return isSane(gifSize(view)) ? kinds.gif : null;
  if (word(view, 0, 4) === 'RIFF' && word(view, 8, 4) === 'WEBP')
    return isSane(webpSize(view)) ? kinds.webp : null;
  if (word(view, 4, 4) === 'ftyp') return isFilm(view) ? kinds.mp4 : null;
  if (hasBytes(head, 0, [0x1a, 0x45, 0xdf, 0xa3])) return docType(view) === 'webm' ? kinds.webm : null;
  return null;
}

/** The kind that a kept file's extension stands for. */
export function kindOfExtension(extension: string): FileKind | null {
  return Object.values(kinds).find((each) => each.extension === extension) ?? null;
}

function isSane(size: Size | null): boolean {
  return size !== null && [size.width, size.height].every((side) => side >= 1 && side <= pixelsAtMost);
}

function pngSize(view: DataView): Size | null {
  if (view.byteLength < 33 || view.getUint32(8) !== 13 || word(view, 12, 4) !== 'IHDR') return null;
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function gifSize(view: DataView): Size | null {
  if (view.byteLength < 13) return null;
  return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webpSize(view: DataView): Size | null {
  if (view.byteLength < 30) return null;
  switch (word(view, 12, 4)) {
    case 'VP8 ': {
      if (view.getUint8(23) !== 0x9d || view.getUint16(24) !== 0x012a) return null;
      return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
    }
    case 'VP8L': {
      if (view.getUint8(20) !== 0x2f) return null;
      const sides = view.getUint32(21, true);
      return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return {
        width: (view.getUint32(24, true) & 0xff_ffff) + 1,
        height: (view.getUint32(26, true) >>> 8) + 1,
      };
    default:
      return null;
  }
}

/** Walks the segments to the frame header; one that lies beyond the head, after large pictures of cameras, is let pass. */
function isSaneJpeg(view: DataView): boolean {
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return false;
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return isSane({ height: view.getUint16(at + 5), width: view.getUint16(at + 7) });
    if (marker === 0xd9 || marker === 0xda) return false;
    const isAlone = marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);
    const length = view.getUint16(at + 2);
    if (!isAlone && length < 2) return false;
    at += marker === 0xff ? 1 : isAlone ? 2 : 2 + length;
  }
  return view.byteLength >= headBytes;
}

function isFilm(view: DataView): boolean {
  if (view.byteLength < 16) return false;
  const length = view.getUint32(0);
  if (length < 16 || length % 4 !== 0 || length > Math.min(ftypAtMost, view.byteLength)) return false;
  return filmBrands.has(word(view, 8, 4));
}

/** The document type that an EBML header names. */
function docType(view: DataView): string | null {
  const header = ebmlNumber(view, 4, true);
  if (header === null) return null;
  const end = Math.min(header.next + header.value, view.byteLength);
  let at = header.next;
  while (at < end) {
    const id = ebmlNumber(view, at, false);
    const length = id === null ? null : ebmlNumber(view, id.next, true);
    if (id === null || length === null) return null;
    if (id.value === docTypeElement && length.next + length.value <= end)
      return word(view, length.next, length.value).replace(/\0+$/, '');
    at = length.next + length.value;
  }
  return null;
}

/** A number of variable length; a size loses the bit that marks its length, an element's id keeps it. */
function ebmlNumber(view: DataView, at: number, isSize: boolean): { value: number; next: number } | null {
  if (at >= view.byteLength) return null;
  const first = view.getUint8(at);
  const bytes = Math.clz32(first) - 23;
  if (bytes > 8 || at + bytes > view.byteLength) return null;
  let value = isSize ? first & (0xff >> bytes) : first;
  for (let index = 1; index < bytes; index += 1) value = value * 256 + view.getUint8(at + index);
  return Number.isSafeInteger(value) ? { value, next: at + bytes } : null;
}

function hasBytes(head: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[at + index] === byte);
}

/** These bytes as Latin letters; fewer where the head ends. */
function word(view: DataView, at: number, length: number): string {
  let letters = '';
  for (let index = at; index < Math.min(at + length, view.byteLength); index += 1)
    letters += String.fromCharCode(view.getUint8(index));
  return letters;
}
