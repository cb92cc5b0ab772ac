// The centre's logo, made ready for the paper: scaled into its place, and never a reason for a ticket not to come out. An
// SVG that names anything outside itself is not drawn: a set-up must not make the server read files.
import { Resvg } from '@resvg/resvg-js';

export type Logo = { readonly href: string; readonly widthDots: number; readonly heightDots: number };

const known = new Map<string, Logo | null>();
const logosKept = 8;
const outside = /href\s*=\s*["']?(?!["']?(#|data:))|url\(\s*["']?(?!["']?(#|data:))|<!ENTITY|@import/i;

/** Null where there is none, or it cannot be drawn. */
export function logoFor(data: string | null, widthDots: number, heightDots: number): Logo | null {
  if (data === null) return null;
  const key = `${widthDots}x${heightDots} ${data}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const logo = drawn(data, widthDots, heightDots);
  if (known.size >= logosKept) known.delete(known.keys().next().value ?? '');
  known.set(key, logo);
  return logo;
}

function drawn(data: string, widthAtMost: number, heightAtMost: number): Logo | null {
  try {
    const svg = svgOf(data);
    if (svg === null || outside.test(svg)) return null;
    const size = new Resvg(svg, { font: { loadSystemFonts: false } });
    const scale = Math.min(widthAtMost / size.width, heightAtMost / size.height);
    const width = Math.max(1, Math.round(size.width * scale));
    const picture = new Resvg(svg, {
      fitTo: { mode: 'width', value: width },
      font: { loadSystemFonts: false },
      background: '#fff',
    }).render();
    const isBlank = picture.pixels.every((value) => value === 255);
    if (isBlank) return null;
    const href = `data:image/png;base64,${picture.asPng().toString('base64')}`;
    return { href, widthDots: picture.width, heightDots: picture.height };
  } catch {
    return null;
  }
}

/** A PNG is put into an SVG of its own size; its size stands in its header (PNG, section 11.2.2 IHDR). */
function svgOf(data: string): string | null {
  const [kind = '', base64 = ''] = data.split(';base64,');
  const bytes = Buffer.from(base64, 'base64');
  if (kind === 'data:image/svg+xml') return bytes.toString('utf8');
  if (kind !== 'data:image/png' || bytes.length < 24) return null;
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (width < 1 || height < 1 || width > 4_000 || height > 4_000) return null;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image href="${data}" width="${width}" height="${height}"/></svg>`;
}
