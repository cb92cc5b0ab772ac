// The floor's time: the clock's, but never before the newest row of the journal. A clock that is set back makes the
// floor's time stand still until it catches up, and that is said once.
import type { Clock } from './clock.ts';

const worthSayingMs = 5_000;

/** `newest`: the time of the newest row, epoch ms; `said` is told how far the clock is behind it, ms. */
export function standingClock(
  clock: Clock,
  newest: () => number,
  said: (behindMs: number) => void,
): () => number {
  let isSaid = false;
  return () => {
    const reading = clock.now();
    const behindMs = newest() - reading;
    if (behindMs > worthSayingMs && !isSaid) said(behindMs);
    isSaid = behindMs > worthSayingMs;
    return behindMs > 0 ? reading + behindMs : reading;
  };
}
