// The newest values of something that is learned, so many at most, and the quantile tables that plays draw from. Plain data:
// laws are kept and posted as they are.

export type KeptValues = { readonly values: number[]; next: number };

export function noValues(): KeptValues {
  return { values: [], next: 0 };
}

/** Keeps a value in place of the oldest. */
export function keepValue(kept: KeptValues, value: number, atMost = 400): void {
  if (kept.values.length < atMost) kept.values.push(value);
  else kept.values[kept.next % atMost] = value;
  kept.next = (kept.next + 1) % atMost;
}

/** Between the sorted values at a share of them, each standing in the middle of its part. */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const { length } = sorted;
  if (length === 0) return Number.NaN;
  const place = Math.min(length - 1, Math.max(0, share * length - 0.5));
  const below = Math.floor(place);
  const low = sorted[below] as number;
  const high = sorted[Math.min(length - 1, below + 1)] as number;
  if (low === high || below === place) return low;
  // Between a time and "never" there is no middle.
  if (high === Number.POSITIVE_INFINITY) return place - below < 0.5 ? low : high;
  return low + (high - low) * (place - below);
}

/** So many evenly placed quantiles; the usual values count as so many kept ones until there are more of these. */
export function quantileTable(kept: readonly number[], usual: readonly number[], size: number): Float64Array {
  const own = Float64Array.from(kept).sort();
  const weight = own.length / (own.length + usual.length);
  const table = new Float64Array(size);
  for (let index = 0; index < size; index += 1) {
    const share = (index + 0.5) / size;
    const ownPart = own.length === 0 ? 0 : weight * quantileOf(own, share);
    table[index] = ownPart + (weight === 1 ? 0 : (1 - weight) * quantileOf(usual, share));
  }
  return table;
}
