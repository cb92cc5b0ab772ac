// How a new call stands on the wall: number and counter as large as the wall allows. What does not fit is given up in this
// order: the word for the counter, the room beside the arrow, a little of the letters' width, the single line, the words
// of the marks (their signs stay), more of the letters' width. The number and the counter's number are never given up.
import type { CallView } from '../../protocol/views/view-parts.ts';
import {
  type Box,
  largest,
  type Measure,
  type Piece,
  piece,
  placeRow,
  type Region,
  rowInk,
  signs,
  type WallSize,
} from './led-boxes.ts';
import type { LedWords } from './led-text.ts';

export type LedCall = Pick<CallView, 'number' | 'counterNumber' | 'recall' | 'priority'>;
type Shape = {
  readonly lines: 1 | 2;
  readonly word: boolean;
  readonly wide: boolean;
  readonly squeeze: number;
};
type Asked = { readonly call: LedCall; readonly words: LedWords; readonly measure: Measure };
type Tried = { readonly boxes: Box[]; readonly share: number; readonly squeeze: number };

const gentle: readonly Shape[] = [
  { lines: 1, word: true, wide: true, squeeze: 1 },
  { lines: 1, word: false, wide: true, squeeze: 1 },
  { lines: 1, word: false, wide: false, squeeze: 1 },
  { lines: 1, word: false, wide: false, squeeze: 0.85 },
  { lines: 2, word: true, wide: true, squeeze: 1 },
  { lines: 2, word: true, wide: true, squeeze: 0.85 },
  { lines: 2, word: false, wide: true, squeeze: 0.85 },
];
const hard: readonly Shape[] = [0.72, 0.6, 0.5].flatMap((squeeze) => [
  { lines: 1, word: false, wide: false, squeeze },
  { lines: 2, word: false, wide: false, squeeze },
]);
/** From this height on there is room for the marks' words above the number. */
const wordsFrom = 64;

/** On a wall at least four times as wide as high the number takes 60 % of the height, on others a good two fifths. */
export function wantedShare({ width, height }: WallSize): number {
  return width >= height * 4 ? 0.6 : 0.44;
}

/** The boxes of a call within `inset` pixels of the wall's edge. */
export function callLayout(
  call: LedCall,
  words: LedWords,
  wall: WallSize,
  measure: Measure,
  inset: number,
): Box[] {
  const region = { x: inset, y: inset, width: wall.width - 2 * inset, height: wall.height - 2 * inset };
  const asked = { call, words, measure };
  const marked = call.recall || call.priority;
  const tried: Tried[] = [];
  for (const { shape, inWords } of [
    ...(marked && wall.height >= wordsFrom ? gentle.map((shape) => ({ shape, inWords: true })) : []),
    ...[...gentle, ...hard].map((shape) => ({ shape, inWords: false })),
  ]) {
    const boxes = inWords ? withMarks(asked, shape, region) : numbers(asked, shape, region, marked);
    if (boxes === null) continue;
    const share = heightOf(boxes, call.number) / wall.height;
    if (share >= wantedShare(wall)) return boxes;
    tried.push({ boxes, share, squeeze: shape.squeeze });
  }
  const worth = ({ share, squeeze }: Tried) => share * Math.sqrt(squeeze);
  return tried.reduce<Tried | null>((a, b) => (a === null || worth(b) > worth(a) ? b : a), null)?.boxes ?? [];
}

function heightOf(boxes: readonly Box[], number: string): number {
  return boxes.find(({ text }) => text === number)?.height ?? 0;
}

/** The marks as signs with their words on a strip of their own above the numbers. */
function withMarks(asked: Asked, shape: Shape, region: Region): Box[] | null {
  const { call, words, measure } = asked;
  const high = Math.max(13, Math.round(region.height * 0.2));
  const strip = { ...region, height: high };
  const below = { ...region, y: region.y + high + 1, height: region.height - high - 1 };
  const marks = largest(high * 1.4, (size) => {
    const weight = size < 18 ? 600 : 800;
    const sign = Math.min(high, Math.round(size * 0.9));
    const mark = (sign_: string, word: string): Piece[] => [
      piece(sign_, sign, { colour: 'green', gap: size }),
      piece(word, size, { weight, colour: 'green', gap: size * 0.3 }),
    ];
    return placeRow(
      [
        ...(call.recall ? mark(signs.recall, words.recall) : []),
        ...(call.priority ? mark(signs.priority, words.priority) : []),
      ],
      strip,
      measure,
    );
  });
  const boxes = numbers(asked, shape, below, false);
  return boxes === null || marks === null ? null : [...boxes, ...marks.made];
}

function numbers(asked: Asked, shape: Shape, region: Region, marked: boolean): Box[] | null {
  const make = shape.lines === 1 ? oneLine : twoLines;
  return largest(region.height * 2, (size) => make(asked, shape, region, marked, size))?.made ?? null;
}

function oneLine(
  { call, words, measure }: Asked,
  shape: Shape,
  region: Region,
  marked: boolean,
  size: number,
) {
  const { squeeze, wide, word } = shape;
  const most = marked ? Math.floor((region.height - 2) / 3) : region.height;
  const arrow = Math.min(most, Math.max(5, Math.round(size * (wide ? 0.4 : 0.28))));
  const gap = Math.max(2, size * (wide ? 0.18 : 0.06));
  const boxes = placeRow(
    [
      piece(call.number, size, { squeeze }),
      piece(signs.call, arrow, { colour: 'green', gap }),
      ...(word ? [piece(words.counter, size * 0.48, { colour: 'green', gap, squeeze })] : []),
      piece(call.counterNumber, size, { squeeze, gap: word ? gap * 0.7 : gap }),
    ],
    region,
    measure,
  );
  return boxes === null || !marked ? boxes : withSigns(boxes, call, region);
}

/** The marks' signs above and below the arrow, which moves to the middle. */
function withSigns(boxes: readonly Box[], call: LedCall, region: Region): Box[] {
  return boxes.flatMap((box) => {
    if (box.text !== signs.call) return [box];
    const arrow = { ...box, y: region.y + Math.floor((region.height - box.height) / 2) };
    const away = box.height + Math.max(1, Math.floor((region.height - 3 * box.height) / 4));
    return [
      ...(call.recall ? [{ ...arrow, text: signs.recall, y: arrow.y - away }] : []),
      arrow,
      ...(call.priority ? [{ ...arrow, text: signs.priority, y: arrow.y + away }] : []),
    ];
  });
}

function twoLines(
  { call, words, measure }: Asked,
  { squeeze, word }: Shape,
  region: Region,
  marked: boolean,
  size: number,
) {
  const lower = size * 0.85;
  const sign = Math.max(5, Math.round(lower * 0.4));
  const gap = lower * 0.18;
  const first = [piece(call.number, size, { squeeze })];
  const second = [
    ...(marked && call.recall ? [piece(signs.recall, sign, { colour: 'green', gap })] : []),
    ...(marked && call.priority ? [piece(signs.priority, sign, { colour: 'green', gap })] : []),
    piece(signs.call, sign, { colour: 'green', gap }),
    ...(word ? [piece(words.counter, lower * 0.6, { colour: 'green', gap, squeeze })] : []),
    piece(call.counterNumber, lower, { squeeze, gap }),
  ];
  const [upperInk, lowerInk] = [rowInk(first, measure), rowInk(second, measure)];
  const highs = [upperInk.above + upperInk.below, lowerInk.above + lowerInk.below] as const;
  const free = region.height - highs[0] - highs[1];
  if (free < Math.max(1, Math.round(region.height * 0.04))) return null;
  const upper = { ...region, y: region.y + Math.floor(free / 3), height: highs[0] };
  const under = { ...region, y: upper.y + highs[0] + Math.ceil(free / 3), height: highs[1] };
  const [above, below] = [placeRow(first, upper, measure), placeRow(second, under, measure)];
  return above === null || below === null ? null : [...above, ...below];
}
