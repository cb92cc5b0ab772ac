// Whether the band keeps what it says: of past estimates, at which share of what was played the true wait came. Where the truth
// comes at the 90 % place in fewer than 90 % of cases, the printed band is taken further out. Hears (estimate, actual) pairs.

/** At which shares the kept spread of an estimate stands. */
export const spreadShares: readonly number[] = [
  0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85,
  0.9, 0.94, 0.97, 0.99,
];
const parts = 50;
/** As many cases a nominal band counts for. */
const trust = 300;
/** The newest so many cases count most. */
const memory = 4_000;

export type CalibrationState = { readonly counts: number[]; heard: number };
export type BandShares = { readonly low: number; readonly median: number; readonly high: number };

export function newCalibration(): CalibrationState {
  return { counts: new Array<number>(parts).fill(0), heard: 0 };
}

/** At which share of the spread a wait lies; null where the spread is a point: that says nothing of the band. */
export function shareOf(spreadMs: readonly number[], actualMs: number): number | null {
  const first = spreadMs[0] ?? 0;
  const last = spreadMs.at(-1) ?? 0;
  if (!(last - first > 1_000)) return null;
  if (actualMs <= first) return actualMs < first ? 0.004 : 0.008;
  for (let index = 1; index < spreadMs.length; index += 1) {
    const high = spreadMs[index] ?? 0;
    if (actualMs > high) continue;
    const low = spreadMs[index - 1] ?? 0;
    const from = spreadShares[index - 1] ?? 0;
    const to = spreadShares[index] ?? 1;
    if (!Number.isFinite(high)) return from;
    return high === low ? (from + to) / 2 : from + ((actualMs - low) / (high - low)) * (to - from);
  }
  return 0.996;
}

export function hearOutcome(state: CalibrationState, spreadMs: readonly number[], actualMs: number): void {
  const share = shareOf(spreadMs, actualMs);
  if (share === null) return;
  if (state.heard >= memory) {
    const fading = 1 - 1 / memory;
    for (let part = 0; part < parts; part += 1) state.counts[part] = (state.counts[part] ?? 0) * fading;
    state.heard *= fading;
  }
  const part = Math.min(parts - 1, Math.floor(share * parts));
  state.counts[part] = (state.counts[part] ?? 0) + 1;
  state.heard += 1;
}

/** Where the truth has come in a share `wanted` of the cases, drawn towards the nominal place while few are known. */
function placeOf(state: CalibrationState, wanted: number): number {
  const all = state.heard + trust;
  let sum = 0;
  for (let part = 0; part < parts; part += 1) {
    const own = ((state.counts[part] ?? 0) + trust / parts) / all;
    if (sum + own >= wanted) return (part + (wanted - sum) / own) / parts;
    sum += own;
  }
  return wanted;
}

export function bandShares(state: CalibrationState): BandShares {
  const within = (share: number, from: number, to: number) => Math.min(to, Math.max(from, share));
  return {
    low: within(placeOf(state, 0.1), 0.01, 0.25),
    median: within(placeOf(state, 0.5), 0.4, 0.6),
    high: within(placeOf(state, 0.9), 0.75, 0.99),
  };
}
