// Tells a scanner that types from a person who types, by time alone: a scanner's signs follow each other within some
// milliseconds, a person's do not. Signs are held back until it is known whose they are, so that none of a scan's ends up in
// a field. Pure: the time of each key arrives with it.

/** What becomes of a key, and of the signs that were held before it. */
export type Heard = {
  /** Held signs that were a person's: they go where they were meant to, before this key. */
  readonly release: string;
  /** Whether this key is held (true) or goes on as it came. */
  readonly isHeld: boolean;
  /** A whole code. */
  readonly scan: string | null;
};
export type WedgeReader = {
  key(key: string, at: number): Heard;
  /** Nothing has come for a while: what is held is a scan without an end, or a person's. */
  silence(at: number): Heard;
};

/** Between two signs of a scan at most; people who type very fast leave 60 ms and more. */
export const gapAtMostMs = 35;
/** A scan without Enter or Tab at its end is over after this. */
export const silentAfterMs = 60;
const signsAtLeast = 6;
const signsAtMost = 2_048;

export function wedgeReader(): WedgeReader {
  let held = '';
  let lastAt = Number.NEGATIVE_INFINITY;
  const letGo = (): string => {
    const signs = held;
    held = '';
    return signs;
  };
  return {
    key(key, at) {
      const isLate = at - lastAt > gapAtMostMs;
      lastAt = at;
      const before = isLate ? letGo() : '';
      if ((key === 'Enter' || key === 'Tab') && held.length >= signsAtLeast)
        return { release: before, isHeld: true, scan: letGo() };
      const isSign = [...key].length === 1;
      // A space alone is a key of the page (a button, a shortcut); within a scan it is a sign.
      if (!isSign || (key === ' ' && held === ''))
        return { release: before + letGo(), isHeld: false, scan: null };
      const tooLong = held.length >= signsAtMost ? letGo() : '';
      held += key;
      return { release: before + tooLong, isHeld: true, scan: null };
    },
    silence(at) {
      if (held === '' || at - lastAt < gapAtMostMs) return { release: '', isHeld: false, scan: null };
      if (held.length < signsAtLeast) return { release: letGo(), isHeld: false, scan: null };
      if (at - lastAt < silentAfterMs) return { release: '', isHeld: false, scan: null };
      return { release: '', isHeld: false, scan: letGo() };
    },
  };
}
