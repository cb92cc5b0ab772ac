// Chance that can be repeated: the same seed gives the same invented day.
// Source: mulberry32 (public domain), seeded by FNV-1a over the words of the seed.
export type Random = {
  /** 0 ≤ n < 1. */
  next(): number;
  /** Log-normal around a median. */
  around(median: number, sigma: number): number;
  pick<T>(weighted: readonly (readonly [T, number])[]): T | undefined;
};

export function seededRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const sign of seed) state = Math.imul(state ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    next,
    around(median, sigma) {
      const normal = Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
      return median * Math.exp(sigma * normal);
    },
    pick(weighted) {
      let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [value, weight] of weighted) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return weighted.at(-1)?.[0];
    },
  };
}
