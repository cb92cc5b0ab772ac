// A day in pieces: which piece a moment needs at a speed, and which view is shown at that moment. Pure.
import { type ReplayFrames, type ReplaySpan, viewAfter } from '../../protocol/views/replay-view.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';

export const replaySpeeds = [1, 10, 60, 300, 600] as const;
export type ReplaySpeed = (typeof replaySpeeds)[number];
export type ReplayEnds = { readonly firstAt: number; readonly lastAt: number };
/** Known by its step and its place; whole views, oldest first. */
export type ReplayChunk = { readonly key: string; readonly views: readonly SupervisorView[] };

const framesAChunk = 120;
const framesASecond = 4;

/** How far apart frames are at a speed: about four pictures a second, seconds. */
export function stepSecondsAt(speed: ReplaySpeed): number {
  return Math.max(1, Math.round(speed / framesASecond));
}

/** The piece in which a moment lies, or so many pieces after that; null past the day's end. */
export function chunkAt(
  { firstAt, lastAt }: ReplayEnds,
  at: number,
  speed: ReplaySpeed,
  later = 0,
): (ReplaySpan & { readonly key: string }) | null {
  const stepSeconds = stepSecondsAt(speed);
  const lengthMs = stepSeconds * 1_000 * framesAChunk;
  const isEnd = at >= lastAt && lastAt > firstAt;
  const place = Math.floor(((isEnd ? lastAt - 1 : at) - firstAt) / lengthMs) + later;
  const from = firstAt + place * lengthMs;
  if (from > lastAt) return null;
  return { key: `${stepSeconds}:${place}`, from, to: Math.min(from + lengthMs, lastAt), stepSeconds };
}

/** Every view of an answer, each made of the one before it. */
export function viewsOf({ first, frames }: ReplayFrames): SupervisorView[] {
  let view = first;
  return frames.map((frame) => {
    view = viewAfter(view, frame);
    return view;
  });
}

/** What was so at a moment: the newest view that is not after it. */
export function shownAt({ views }: ReplayChunk, at: number): SupervisorView | null {
  return views.findLast(({ floor }) => floor.at <= at) ?? views[0] ?? null;
}

/** The first moment of the day's seconds at which what happened then is to be seen. */
export function secondAfter({ firstAt }: ReplayEnds, at: number): number {
  return firstAt + Math.ceil((at - firstAt) / 1_000) * 1_000;
}

/** The nearest mark before or after a moment; null where there is none. */
export function markBeside(
  marks: readonly { readonly at: number }[],
  at: number,
  forward: boolean,
): number | null {
  const beside = marks
    .filter((mark) => (forward ? mark.at > at : mark.at < at - 1_000))
    .map((mark) => mark.at);
  if (beside.length === 0) return null;
  return forward ? Math.min(...beside) : Math.max(...beside);
}
