// Where the running text stands at a time, and which turn of a programme it is: whole pixels at a steady pace, by a clock
// that stands still while something else is shown. After a stalled frame it catches up a little and no more, so that no
// text is jumped over.

/** How long text has run, ms, and when that was last counted, by a clock that only goes forward. */
export type RunningClock = { readonly ranMs: number; readonly at: number };

/** The most that one frame adds, ms. */
export const catchUpMs = 100;

/** Counts on to `now`; nothing is added while it does not run. */
export function countOn(clock: RunningClock, now: number, runs: boolean): RunningClock {
  const passed = Math.min(catchUpMs, Math.max(0, now - clock.at));
  return { ranMs: clock.ranMs + (runs ? passed : 0), at: Math.max(now, clock.at) };
}

/** Pixels a second for a letter size: a whole number of pixels in each of 60 frames, about eight letters a second. */
export function paceFor(size: number): number {
  return 60 * Math.max(1, Math.round((size * 4) / 60));
}

/** How many whole pixels text has moved in that time. */
export function pixelsRun(ranMs: number, pace: number): number {
  return Math.round((ranMs * pace) / 1_000);
}

/**
 * The left edge of the text's first copy that may be seen: it enters at the right edge of `width`, and every `loop` pixels
 * the next copy follows, without a jump.
 */
export function firstCopyAt(pixels: number, width: number, loop: number): number {
  return pixels <= width ? width - pixels : -((pixels - width) % loop);
}

/** Which of the turns, each lasting so many ms and repeated from the first, it is, and for how long it has been. */
export function turnAt(
  turnsMs: readonly number[],
  ranMs: number,
): { readonly turn: number; readonly sinceMs: number } {
  const round = turnsMs.reduce((sum, ms) => sum + ms, 0);
  if (round <= 0) return { turn: 0, sinceMs: ranMs };
  let left = ranMs % round;
  for (const [turn, ms] of turnsMs.entries()) {
    if (left < ms) return { turn, sinceMs: left };
    left -= ms;
  }
  return { turn: 0, sinceMs: 0 };
}
