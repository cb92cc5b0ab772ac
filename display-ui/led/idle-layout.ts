// What the wall shows while no call is made: a line with the newest calls, with the centre's name and the clock, or with
// the sign that all of it may be old; and the line in which text runs. High walls show both at once, low walls in turn.
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

export type Idle = {
  /** Newest first. */
  readonly calls: readonly { readonly number: string; readonly counterNumber: string }[];
  readonly time: string;
  readonly name: string;
  readonly outOfDate: boolean;
  readonly words: LedWords;
};
export type IdleLayout = {
  readonly status: readonly Box[];
  /** Always shown, beside the running text of a low wall. */
  readonly badge: readonly Box[];
  readonly running: Region;
  /** The status and the running text have a line each; else they alternate in the whole wall. */
  readonly together: boolean;
};

/** From this height on the wall holds two lines. */
const twoLinesFrom = 64;
/** Letters smaller than this lose their diacritics on a wall. */
const smallestName = 15;

export function idleLayout(idle: Idle, wall: WallSize, measure: Measure): IdleLayout {
  const together = wall.height >= twoLinesFrom;
  const { upper, lower } = lines(wall);
  const badge = idle.outOfDate && !together ? brokenSign(lower) : [];
  const taken = badge[0] === undefined ? 0 : badge[0].width + 2;
  return {
    status: statusLine(idle, upper, measure),
    badge,
    running: { ...lower, width: lower.width - taken },
    together,
  };
}

/** Whether the centre's name has room beside the clock; where it has none, it runs with the texts. */
export function nameFits(name: string, wall: WallSize, measure: Measure): boolean {
  return nameAndClock(name, '00:00', lines(wall).upper, measure) !== null;
}

function lines({ width, height }: WallSize): { upper: Region; lower: Region } {
  if (height < twoLinesFrom) {
    const whole = { x: 0, y: 0, width, height };
    return { upper: whole, lower: whole };
  }
  const high = Math.round(height * 0.46);
  const between = Math.max(1, Math.round(height * 0.03));
  return {
    upper: { x: 0, y: 0, width, height: high },
    lower: { x: 0, y: high + between, width, height: height - high - between },
  };
}

function statusLine(idle: Idle, whole: Region, measure: Measure): readonly Box[] {
  const margin = Math.max(1, Math.round(whole.height * 0.05));
  const region = {
    x: whole.x + margin,
    y: whole.y + margin,
    width: whole.width - 2 * margin,
    height: whole.height - 2 * margin,
  };
  if (idle.outOfDate) return notice(idle.words.outOfDate, whole, measure);
  if (idle.calls.length > 0) return newestCalls(idle.calls, region, measure);
  return nameAndClock(idle.name, idle.time, region, measure) ?? clockAlone(idle.time, region, measure);
}

/** As many of the newest calls as fit, whole; two if that does not make them much smaller. */
function newestCalls(calls: Idle['calls'], region: Region, measure: Measure): readonly Box[] {
  const row = (count: number, size: number, squeeze: number) =>
    placeRow(
      calls.slice(0, count).flatMap((call, index) => entry(call, index, size, squeeze)),
      region,
      measure,
    );
  const attempt = (count: number, squeeze: number) =>
    largest(region.height * 2, (size) => row(count, size, squeeze));
  const one = attempt(1, 1);
  const two = attempt(Math.min(2, calls.length), 1);
  const chosen =
    two !== null && one !== null && two.size >= one.size * 0.6
      ? two
      : ([one, attempt(1, 0.75), attempt(1, 0.5)].find((each) => each !== null && each.size >= 12) ?? one);
  if (chosen === null || chosen === undefined) return [];
  let boxes = chosen.made;
  const squeeze = boxes[0]?.squeeze ?? 1;
  for (let count = 2; count <= calls.length; count += 1) {
    const more = row(count, chosen.size, squeeze);
    if (more === null) break;
    if (more.length > boxes.length) boxes = more;
  }
  return boxes;
}

function entry(call: Idle['calls'][number], index: number, size: number, squeeze: number): readonly Piece[] {
  const gap = Math.max(2, size * 0.16);
  return [
    piece(call.number, size, { squeeze, gap: index === 0 ? 0 : Math.max(5, size * 0.55) }),
    piece(signs.to, Math.max(5, size * 0.45), { colour: 'green', gap }),
    piece(call.counterNumber, size, { squeeze, gap }),
  ];
}

function nameAndClock(name: string, time: string, region: Region, measure: Measure): readonly Box[] | null {
  const clock = largest(region.height, (size) => {
    const ink = rowInk([piece(time, size)], measure);
    return ink.above + ink.below <= region.height && ink.width * 3 <= region.width
      ? placeRow(
          [piece(time, size)],
          { ...region, x: region.x + region.width - ink.width, width: ink.width },
          measure,
        )
      : null;
  });
  const left = clock?.made[0]?.x;
  if (clock === null || left === undefined) return null;
  const room = { ...region, width: left - region.x - Math.max(4, Math.round(region.height * 0.2)) };
  const named = largest(region.height, (size) =>
    placeRow([piece(name, size, { weight: 600, colour: 'green' })], room, measure, 'left'),
  );
  return named === null || named.size < smallestName ? null : [...named.made, ...clock.made];
}

function clockAlone(time: string, region: Region, measure: Measure): readonly Box[] {
  return largest(region.height * 2, (size) => placeRow([piece(time, size)], region, measure))?.made ?? [];
}

/** The whole line filled: the sign of the broken link, and the words. */
function notice(words: string, region: Region, measure: Measure): readonly Box[] {
  const signWidth = Math.min(region.height, Math.floor(region.width / 4));
  const rest = { ...region, x: region.x + signWidth, width: region.width - signWidth };
  const inner = { ...rest, y: rest.y + 1, height: rest.height - 2, width: rest.width - 2 };
  const text = [1, 0.85, 0.7]
    .map((squeeze) =>
      largest(inner.height, (size) =>
        placeRow([piece(words, size, { squeeze, colour: 'red' })], inner, measure),
      ),
    )
    .reduce((a, b) => ((b?.size ?? 0) > (a?.size ?? 0) * 1.2 ? b : a), null)?.made[0];
  return [
    ...brokenSign({ ...region, width: signWidth }),
    ...(text === undefined ? [] : [{ ...text, ...rest, inverted: true }]),
  ];
}

/** The sign of the broken link at the right end of the region, filled. */
function brokenSign(region: Region): readonly Box[] {
  const side = Math.min(region.height, region.width);
  const size = Math.max(5, Math.round(side * 0.75));
  const face = { size, weight: 800, squeeze: 1 } as const;
  const x = region.x + region.width - side;
  const box = { text: signs.broken, ...face, x, y: region.y, width: side, height: region.height };
  return [{ ...box, colour: 'red', inverted: true }];
}
