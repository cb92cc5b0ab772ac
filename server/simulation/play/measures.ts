// What a played day was like: waits by class and service, fairness, what the counters' time went into, who was not served,
// and how good what was said of the wait was. Times are ms; shares lie between 0 and 1.
import type { PlayedDay, PlayedStage } from './played-day.ts';

/** Of those who were called. `visitors` counts all who joined, also those never called. */
export type Waits = {
  readonly visitors: number;
  readonly called: number;
  readonly meanMs: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly worstMs: number;
  /** Of all who joined and did not cancel, who waited over the target or were never called. */
  readonly overTargetShare: number;
};
export type EstimateQuality = {
  readonly said: number;
  readonly meanErrorMs: number;
  /** Share of waits within low and high. */
  readonly covered: number;
  /** Share who waited over ten minutes longer than the middle figure. */
  readonly muchLongerShare: number;
};
export type Measures = {
  readonly targetMs: number;
  readonly all: Waits;
  readonly ordinary: Waits;
  readonly priority: Waits;
  /** By priority class; those without one under `ordinary` only. */
  readonly byClass: Readonly<Record<string, Waits>>;
  readonly byService: Readonly<Record<string, Waits>>;
  readonly fairness: {
    readonly passedMost: number;
    readonly passedMean: number;
    /** Times somebody was passed by one of the same service and class. */
    readonly passedByEquals: number;
  };
  readonly counters: {
    readonly openMs: number;
    readonly busyMs: number;
    readonly pausedMs: number;
    readonly idleMs: number;
    readonly idleShare: number;
  };
  readonly served: number;
  readonly sentOn: number;
  readonly noShows: number;
  readonly unserved: number;
  readonly cancelled: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly estimates: EstimateQuality | null;
};

export function measuresOf(day: PlayedDay, targetMs: number): Measures {
  const { stages, counters, refused } = day;
  const waits = (of: readonly PlayedStage[]) => waitsOf(of, targetMs);
  const count = (outcome: PlayedStage['outcome']) => stages.filter((each) => each.outcome === outcome).length;
  const passed = stages.map((each) => each.passed);
  return {
    ...{ targetMs, all: waits(stages) },
    ordinary: waits(stages.filter(({ priorityClass }) => priorityClass === null)),
    priority: waits(stages.filter(({ priorityClass }) => priorityClass !== null)),
    byClass: grouped(stages, ({ priorityClass }) => priorityClass, waits),
    byService: grouped(stages, ({ serviceId }) => serviceId, waits),
    fairness: {
      passedMost: Math.max(0, ...passed),
      passedMean: passed.length === 0 ? 0 : sumOf(passed) / passed.length,
      passedByEquals: sumOf(stages.map(({ passedByEquals }) => passedByEquals)),
    },
    counters: spentOf(counters),
    ...{ served: count('served'), noShows: count('no-show'), unserved: count('unserved') },
    ...{ cancelled: count('cancelled'), sentOn: stages.filter(({ stage }) => stage > 0).length, refused },
    estimates: estimatesOf(stages),
  };
}

function spentOf(counters: PlayedDay['counters']): Measures['counters'] {
  const [openMs, busyMs, pausedMs] = [
    sumOf(counters.map((each) => each.openMs)),
    sumOf(counters.map((each) => each.busyMs)),
    sumOf(counters.map((each) => each.pausedMs)),
  ];
  const idleMs = openMs - busyMs - pausedMs;
  return { openMs, busyMs, pausedMs, idleMs, idleShare: openMs === 0 ? 0 : idleMs / openMs };
}

function grouped(
  stages: readonly PlayedStage[],
  keyOf: (stage: PlayedStage) => string | null,
  waits: (stages: readonly PlayedStage[]) => Waits,
): Record<string, Waits> {
  const groups = new Map<string, PlayedStage[]>();
  for (const stage of stages) {
    const key = keyOf(stage);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), stage]);
  }
  return Object.fromEntries(
    [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, of]) => [key, waits(of)]),
  );
}

function waitsOf(stages: readonly PlayedStage[], targetMs: number): Waits {
  return waitsBy(stages, {
    waitMs: ({ calledAt, joinedAt }) => (calledAt ?? joinedAt) - joinedAt,
    isLate: (_stage, waitMs) => waitMs > targetMs,
  });
}

/** How long a stage waited until it was called, and whether that was too long; whoever was never called is late anyway. */
export type WaitRule = {
  readonly waitMs: (stage: PlayedStage) => number;
  readonly isLate: (stage: PlayedStage, waitMs: number) => boolean;
};

export function waitsBy(stages: readonly PlayedStage[], { waitMs, isLate }: WaitRule): Waits {
  const stayed = stages.filter(({ outcome }) => outcome !== 'cancelled');
  const called = stayed.filter(({ calledAt }) => calledAt !== null);
  const waits = called.map(waitMs).sort((a, b) => a - b);
  const late = called.filter((each) => isLate(each, waitMs(each))).length + stayed.length - called.length;
  return {
    ...{ visitors: stages.length, called: waits.length },
    meanMs: waits.length === 0 ? 0 : sumOf(waits) / waits.length,
    ...{ medianMs: quantile(waits, 0.5), p95Ms: quantile(waits, 0.95), worstMs: waits.at(-1) ?? 0 },
    overTargetShare: stayed.length === 0 ? 0 : late / stayed.length,
  };
}

function estimatesOf(stages: readonly PlayedStage[]): EstimateQuality | null {
  const said = stages.flatMap(({ estimate, calledAt, joinedAt }) =>
    estimate === null || calledAt === null ? [] : [{ ...estimate, waitMs: calledAt - joinedAt }],
  );
  if (said.length === 0) return null;
  const shareOf = (is: (each: (typeof said)[number]) => boolean) => said.filter(is).length / said.length;
  return {
    said: said.length,
    meanErrorMs: sumOf(said.map(({ waitMs, medianMs }) => Math.abs(waitMs - medianMs))) / said.length,
    covered: shareOf(({ waitMs, lowMs, highMs }) => waitMs >= lowMs && waitMs <= highMs),
    muchLongerShare: shareOf(({ waitMs, medianMs }) => waitMs > medianMs + 600_000),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}

/** The value below which a share `q` of the sorted values lies, by the nearest rank; 0 of none. */
function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
}
