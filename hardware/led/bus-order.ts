// Whose turn it is on a line with many boards: content that waits goes before a look at what stands; the newest content
// goes first, but a board that was passed over for too long goes before it. Pure.
export type Waiting = {
  /** The text the board is known to show, with its blanks; null where that is not known. */
  readonly shown: string | null;
  /** Epoch ms: when it had its last turn, since when its content waits, and until when it is left alone. */
  readonly servedAt: number;
  readonly changedAt: number;
  readonly restUntil: number;
  /** Whether its content has been on it since it is wanted; what only blinks can wait. */
  readonly isSeen: boolean;
  /** Which change of content on the line it was; a blink is none. */
  readonly changeNumber: number;
  /** So often it is looked at, or written again, ms. */
  readonly lookEveryMs: number;
  wanted(): string;
};

/** A board whose content has waited longer than this is served before newer content, ms. */
const waitsAtMostMs = 2_000;

/** The board to be served now, or null where none needs it. */
export function nextToServe<T extends Waiting>(boards: readonly T[], now: number): T | null {
  const able = boards.filter(({ restUntil }) => restUntil <= now);
  const changed = able.filter((board) => board.shown !== board.wanted());
  if (changed.length > 0) {
    const late = changed.filter(
      ({ servedAt, changedAt }) => now - Math.max(servedAt, changedAt) > waitsAtMostMs,
    );
    // A number that nobody has seen yet goes before one that only blinks.
    const unseen = changed.filter(({ isSeen }) => !isSeen);
    if (late.length > 0) return first(late, ({ servedAt }) => servedAt);
    return first(unseen.length > 0 ? unseen : changed, ({ changeNumber }) => -changeNumber);
  }
  const due = able.filter(({ servedAt, lookEveryMs }) => now - servedAt >= lookEveryMs);
  return due.length > 0 ? first(due, ({ servedAt }) => servedAt) : null;
}

function first<T>(boards: readonly T[], order: (board: T) => number): T {
  return boards.reduce((best, board) => (order(board) < order(best) ? board : best));
}
