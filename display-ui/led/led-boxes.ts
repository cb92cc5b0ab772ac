// What a layout of the wall consists of - boxes of text or of one sign, in whole pixels - and how pieces are set side by
// side in a row. How wide a text is comes in from outside; which texts there are is decided by the layouts.
export type LedColour = 'amber' | 'green' | 'red';
export type WallSize = { readonly width: number; readonly height: number };
/** `squeeze`: how far the letters are narrowed, 1 is not at all. */
export type Face = { readonly size: number; readonly weight: 600 | 800; readonly squeeze: number };
/** What a text covers: its width, and how far it reaches above and below its baseline, whole pixels. */
export type Ink = { readonly width: number; readonly above: number; readonly below: number };
export type Measure = (text: string, face: Face) => Ink;
export type Region = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};
/** `text` is a text or one of the signs; an inverted box is filled with its colour and its text left dark. */
export type Box = Region &
  Face & { readonly text: string; readonly colour: LedColour; readonly inverted: boolean };
/** A text before it has a place; `gap` is the free room before it. */
export type Piece = {
  readonly text: string;
  readonly face: Face;
  readonly colour: LedColour;
  readonly gap: number;
};

export const signs = { call: '▶', to: '→', recall: '↻', priority: '★', broken: '⛓', between: '◆' } as const;
const allSigns: readonly string[] = Object.values(signs);

/** Whether it is drawn as a sign, a square of its size, and not as text. */
export function isSign(text: string): boolean {
  return allSigns.includes(text);
}

/** A piece of text in a face; a weight of 800 unless told. */
export function piece(
  text: string,
  size: number,
  {
    squeeze = 1,
    weight = 800,
    colour = 'amber',
    gap = 0,
  }: Partial<Omit<Face, 'size'> & Omit<Piece, 'text' | 'face'>> = {},
): Piece {
  return {
    text,
    face: { size: Math.max(1, Math.round(size)), weight, squeeze },
    colour,
    gap: Math.round(gap),
  };
}

/** What a row of pieces covers. */
export function rowInk(pieces: readonly Piece[], measure: Measure): Ink {
  let ink = { width: 0, above: 0, below: 0 };
  pieces.forEach(({ text, face, gap }, index) => {
    const one = isSign(text) ? { width: face.size, above: 0, below: 0 } : measure(text, face);
    ink = {
      width: ink.width + (index === 0 ? 0 : gap) + one.width,
      above: Math.max(ink.above, one.above),
      below: Math.max(ink.below, one.below),
    };
  });
  const tallest = Math.max(0, ...pieces.filter(({ text }) => isSign(text)).map(({ face }) => face.size));
  const missing = Math.max(0, tallest - ink.above - ink.below);
  return { ...ink, above: ink.above + Math.ceil(missing / 2), below: ink.below + Math.floor(missing / 2) };
}

/** Sets the pieces side by side on one baseline, in the middle of the region or at its left; null where they do not fit. */
export function placeRow(
  pieces: readonly Piece[],
  region: Region,
  measure: Measure,
  align: 'middle' | 'left' = 'middle',
): Box[] | null {
  const row = rowInk(pieces, measure);
  const height = row.above + row.below;
  if (row.width > region.width || height > region.height) return null;
  const top = region.y + Math.floor((region.height - height) / 2);
  const leader = pieces.find(({ text }) => !isSign(text));
  const leaderAbove = leader === undefined ? height : measure(leader.text, leader.face).above;
  let x = region.x + (align === 'left' ? 0 : Math.floor((region.width - row.width) / 2));
  return pieces.map(({ text, face, colour, gap }, index) => {
    if (index > 0) x += gap;
    const ink = isSign(text) ? { width: face.size, above: face.size, below: 0 } : measure(text, face);
    const middle = top + row.above - Math.ceil(leaderAbove / 2);
    const y = isSign(text)
      ? Math.min(Math.max(middle - Math.floor(face.size / 2), top), top + height - face.size)
      : top + row.above - ink.above;
    const box = {
      text,
      x,
      y,
      width: ink.width,
      height: ink.above + ink.below,
      ...face,
      colour,
      inverted: false,
    };
    x += ink.width;
    return box;
  });
}

/** The largest whole size up to `most` for which something comes out, with what comes out; null where none does. */
export function largest<Made>(
  most: number,
  make: (size: number) => Made | null,
): { readonly size: number; readonly made: Made } | null {
  let best: { size: number; made: Made } | null = null;
  for (let low = 4, high = Math.max(4, Math.floor(most)); low <= high; ) {
    const size = (low + high) >> 1;
    const made = make(size);
    if (made === null) high = size - 1;
    else {
      best = { size, made };
      low = size + 1;
    }
  }
  return best;
}
