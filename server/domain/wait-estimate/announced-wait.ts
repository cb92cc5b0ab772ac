// What a screen or a telephone says of a wait that was announced before. It counts down with the clock and stays by its word
// while the new estimate is near it; it says so when the truth has become longer or shorter by more than a stated amount.
// A change leaves the word in the middle of the new truth, so that noise around it changes nothing back.
import type { WaitEstimate } from './wait-estimator.ts';

export type AnnouncedWait = WaitEstimate & {
  /** Against what was announced before, counted down. */
  readonly changed: 'same' | 'shorter' | 'longer';
};
export type AnnouncingTerms = {
  /** Longer by more than this, or by more than this share of what is left, is said. */
  readonly longerMs: number;
  readonly longerShare: number;
  /** The same for shorter: more, because good news may wait and must not be taken back. */
  readonly shorterMs: number;
  readonly shorterShare: number;
  /** In so much time the ends of the band follow a band that has become narrower. */
  readonly settleMs: number;
};

const minute = 60_000;
export const usualTerms: AnnouncingTerms = {
  ...{ longerMs: 3 * minute, longerShare: 0.2 },
  ...{ shorterMs: 4 * minute, shorterShare: 0.3 },
  settleMs: 10 * minute,
};

/** An estimate in order and not below nothing, whatever it is made of. */
function inOrder({ lowMs, medianMs, highMs }: WaitEstimate): WaitEstimate {
  const low = Math.max(0, lowMs);
  const median = Math.max(low, medianMs);
  return { lowMs: low, medianMs: median, highMs: Math.max(median, highMs) };
}

export function announceWait(
  before: WaitEstimate | null,
  estimate: WaitEstimate,
  elapsedMs: number,
  terms: AnnouncingTerms = usualTerms,
): AnnouncedWait {
  const now = inOrder(estimate);
  if (before === null) return { ...now, changed: 'same' };
  const elapsed = Math.max(0, elapsedMs);
  const counted = inOrder({
    lowMs: before.lowMs - elapsed,
    medianMs: before.medianMs - elapsed,
    highMs: before.highMs - elapsed,
  });
  const longerBy = Math.max(terms.longerMs, terms.longerShare * counted.medianMs);
  const isLonger =
    now.medianMs - counted.medianMs > longerBy ||
    // The middle may stand while the risk has grown: twice as much is allowed for the far end.
    now.highMs - counted.highMs > 2 * Math.max(longerBy, terms.longerShare * counted.highMs);
  if (isLonger) return { ...now, changed: 'longer' };
  const shorterBy = Math.max(terms.shorterMs, terms.shorterShare * counted.medianMs);
  if (counted.medianMs - now.medianMs > shorterBy) return { ...now, changed: 'shorter' };
  return { ...narrowed(counted, now, Math.min(1, elapsed / terms.settleMs)), changed: 'same' };
}

/** The ends of the band draw nearer, never apart: the word itself stands. */
function narrowed(counted: WaitEstimate, now: WaitEstimate, share: number): WaitEstimate {
  const { medianMs } = counted;
  const low = Math.min(medianMs, now.lowMs);
  const high = Math.max(medianMs, now.highMs);
  return {
    lowMs: low > counted.lowMs ? counted.lowMs + share * (low - counted.lowMs) : counted.lowMs,
    medianMs,
    highMs: high < counted.highMs ? counted.highMs - share * (counted.highMs - high) : counted.highMs,
  };
}
