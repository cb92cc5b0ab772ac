// A bound on failed attempts: after so many within a span a name is refused until the span is over. The oldest names are
// forgotten where there are too many to keep.
export type Attempts = {
  /** Seconds until the name may try again; 0 where it may now. */
  waitSeconds(name: string): number;
  failed(name: string): void;
  forget(name: string): void;
};

export function createAttempts({
  atMost,
  spanMs,
  now,
}: {
  atMost: number;
  spanMs: number;
  now: () => number;
}): Attempts {
  const kept = new Map<string, { count: number; until: number }>();
  const namesKept = 10_000;
  return {
    waitSeconds(name) {
      const entry = kept.get(name);
      if (entry === undefined || entry.until <= now() || entry.count < atMost) return 0;
      return Math.ceil((entry.until - now()) / 1_000);
    },
    failed(name) {
      const entry = kept.get(name);
      const count = entry === undefined || entry.until <= now() ? 1 : entry.count + 1;
      kept.delete(name);
      kept.set(name, { count, until: now() + spanMs });
      if (kept.size > namesKept) kept.delete(kept.keys().next().value ?? '');
    },
    forget: (name) => void kept.delete(name),
  };
}
