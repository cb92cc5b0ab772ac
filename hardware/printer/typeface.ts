// The typefaces that travel with the program, and texts set in them: as outlines, and how wide they stand, so that lines
// break where they must. HarfBuzz shapes (marks stand where they belong, Khmer vowels go around their consonants); nobody
// else needs the fonts. Be Vietnam Pro writes Vietnamese and English, Noto Sans Khmer and Noto Sans SC what is theirs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as harfbuzz from 'harfbuzzjs';

const require = createRequire(import.meta.url);
export type Weight = 400 | 600 | 800;
type Faces = Readonly<Record<Weight, string>>;
const fileOf = (name: string) => require.resolve(`@expo-google-fonts/${name}.ttf`);

const latin: Faces = {
  400: fileOf('be-vietnam-pro/400Regular/BeVietnamPro_400Regular'),
  600: fileOf('be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold'),
  800: fileOf('be-vietnam-pro/800ExtraBold/BeVietnamPro_800ExtraBold'),
};
const khmerBold = fileOf('noto-sans-khmer/700Bold/NotoSansKhmer_700Bold');
const hanBold = fileOf('noto-sans-sc/700Bold/NotoSansSC_700Bold');
/** Scripts written without spaces between words; Chinese letters with the signs that go with them. */
const others: readonly { readonly is: RegExp; readonly faces: Faces }[] = [
  {
    is: /[\p{Script=Khmer}\u200b-\u200d]/u,
    faces: {
      400: fileOf('noto-sans-khmer/400Regular/NotoSansKhmer_400Regular'),
      600: khmerBold,
      800: khmerBold,
    },
  },
  {
    is: /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u,
    faces: { 400: fileOf('noto-sans-sc/400Regular/NotoSansSC_400Regular'), 600: hanBold, 800: hanBold },
  },
];

export const family = 'Be Vietnam Pro';
export const fontFiles = Object.values(latin);

/** Whether a text has letters of a script that writes no spaces between words. */
export function isUnspaced(text: string): boolean {
  return others.some(({ is }) => is.test(text));
}

/** The width of a line of text in the unit of `size`. */
export function textWidth(text: string, size: number, weight: Weight): number {
  return runsOf(text).reduce((width, run) => width + shaped(run, weight).advance, 0) * size;
}

/** A line of text as an SVG group that begins at the origin, its letters standing on y = 0. */
export function textOutline(text: string, size: number, weight: Weight): string {
  let x = 0;
  const parts = runsOf(text).map((run) => {
    const { advance, outline } = shaped(run, weight);
    const at = x;
    x += advance;
    return `<g transform="translate(${at} 0)">${outline}</g>`;
  });
  return `<g transform="scale(${size} ${-size})">${parts.join('')}</g>`;
}

/** Signs that none of the typefaces has: they would be drawn as nothing. */
export function uncovered(text: string): string[] {
  const missing = [...text].filter((sign) => {
    const font = fontOf(facesOf(sign)[400]);
    return !/[\s\u200b-\u200d]/.test(sign) && font.font.nominalGlyph(sign.codePointAt(0) ?? 0) === undefined;
  });
  return [...new Set(missing)];
}

function facesOf(sign: string): Faces {
  return others.find(({ is }) => is.test(sign))?.faces ?? latin;
}

/** Pieces of a text that are set in one typeface; spaces go with the piece before them. */
function runsOf(text: string): string[] {
  const runs: string[] = [];
  let before: Faces | null = null;
  for (const sign of text) {
    const faces: Faces = before !== null && sign === ' ' ? before : facesOf(sign);
    if (faces === before) runs[runs.length - 1] += sign;
    else runs.push(sign);
    before = faces;
  }
  return runs;
}

type OpenFont = { readonly font: harfbuzz.Font; readonly unitsPerEm: number };
const fonts = new Map<string, OpenFont>();

/** Opened with the first text that needs it: the Chinese ones have ten megabytes. */
function fontOf(file: string): OpenFont {
  const before = fonts.get(file);
  if (before !== undefined) return before;
  const face = new harfbuzz.Face(new harfbuzz.Blob(readFileSync(file)));
  const opened = { font: new harfbuzz.Font(face), unitsPerEm: face.upem };
  fonts.set(file, opened);
  return opened;
}

/** `advance` and `outline` in ems, y upward. */
type Shaped = { readonly advance: number; readonly outline: string };
const known = new Map<string, Shaped>();
const runsKept = 1_500;
const buffer = new harfbuzz.Buffer();

function shaped(run: string, weight: Weight): Shaped {
  const key = `${weight} ${run}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const { font, unitsPerEm } = fontOf(facesOf(run)[weight]);
  buffer.reset();
  buffer.addText(run);
  buffer.guessSegmentProperties();
  harfbuzz.shape(font, buffer);
  let x = 0;
  const glyphs = buffer
    .getGlyphInfosAndPositions()
    .map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
      const at = x + xOffset;
      x += xAdvance;
      const path = font.glyphToPath(codepoint);
      return path === '' ? '' : `<path transform="translate(${at} ${yOffset})" d="${path}"/>`;
    });
  const made = {
    advance: x / unitsPerEm,
    outline: `<g transform="scale(${1 / unitsPerEm})">${glyphs.join('')}</g>`,
  };
  if (known.size >= runsKept) known.delete(known.keys().next().value ?? '');
  known.set(key, made);
  return made;
}
