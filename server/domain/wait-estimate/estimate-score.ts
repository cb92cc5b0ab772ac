// How good the estimates were: of those that were kept with what came of them, how often the truth lay in the band, how far off
// the middle was, to which side, and how many waited much longer than they had been told. In all, by service and by hour.
import type { ServiceId } from '../../../protocol/ids.ts';
import type { WaitEstimate } from './wait-estimator.ts';

export type KeptEstimate = WaitEstimate & {
  readonly serviceId: ServiceId;
  /** The hour of the centre's day in which it was given. */
  readonly hour: number;
  /** After how long the ticket was called. */
  readonly actualMs: number;
};
export type EstimateScore = {
  readonly count: number;
  /** The share whose wait lay between low and high. */
  readonly coverage: number;
  readonly medianAbsoluteErrorMs: number;
  readonly meanAbsoluteErrorMs: number;
  /** The mean of estimate less truth: above nothing, people were told too much. */
  readonly biasMs: number;
  /** The shares who waited more than ten minutes longer than the high figure, and than the middle one, that they were told. */
  readonly longerThanHighShare: number;
  readonly longerThanMedianShare: number;
};
export type EstimateScores = {
  /** Null where nothing was kept. */
  readonly all: EstimateScore | null;
  readonly byService: ReadonlyMap<ServiceId, EstimateScore>;
  readonly byHour: ReadonlyMap<number, EstimateScore>;
};

const muchMs = 10 * 60_000;
/** A wait is told in whole seconds: within one it is in the band. */
const roundingMs = 1_000;

export function scoreEstimates(kept: readonly KeptEstimate[]): EstimateScores {
  return {
    all: kept.length === 0 ? null : scoreOf(kept),
    byService: scoresBy(kept, ({ serviceId }) => serviceId),
    byHour: scoresBy(kept, ({ hour }) => hour),
  };
}

function scoresBy<Key>(
  kept: readonly KeptEstimate[],
  keyOf: (each: KeptEstimate) => Key,
): Map<Key, EstimateScore> {
  const groups = new Map<Key, KeptEstimate[]>();
  for (const each of kept) {
    const own = groups.get(keyOf(each)) ?? [];
    if (own.length === 0) groups.set(keyOf(each), own);
    own.push(each);
  }
  return new Map([...groups].map(([key, own]) => [key, scoreOf(own)]));
}

function scoreOf(kept: readonly KeptEstimate[]): EstimateScore {
  const share = (isSo: (each: KeptEstimate) => boolean) => kept.filter(isSo).length / kept.length;
  const errors = kept.map(({ medianMs, actualMs }) => medianMs - actualMs);
  const absolute = errors.map(Math.abs).sort((a, b) => a - b);
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / values.length;
  const middle = (absolute.length - 1) / 2;
  return {
    count: kept.length,
    coverage: share(
      ({ lowMs, highMs, actualMs }) => actualMs >= lowMs - roundingMs && actualMs <= highMs + roundingMs,
    ),
    medianAbsoluteErrorMs: ((absolute[Math.floor(middle)] ?? 0) + (absolute[Math.ceil(middle)] ?? 0)) / 2,
    meanAbsoluteErrorMs: mean(absolute),
    biasMs: mean(errors),
    longerThanHighShare: share(({ highMs, actualMs }) => actualMs > highMs + muchMs),
    longerThanMedianShare: share(({ medianMs, actualMs }) => actualMs > medianMs + muchMs),
  };
}
