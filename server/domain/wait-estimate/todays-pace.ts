// The simplest honest estimate: those ahead, shared among the open counters, at the pace seen today. The band comes from
// the quartiles of today's service times; before five services have been finished the answer is "unknown".
import type { WaitEstimator } from './wait-estimator.ts';

const fewestServices = 5;

export const todaysPace: WaitEstimator = ({ ahead, openCounters, serviceTimesMs }) => {
  if (openCounters === 0 || serviceTimesMs.length < fewestServices) return null;
  const times = [...serviceTimesMs].sort((a, b) => a - b);
  const rounds = ahead / openCounters;
  return {
    lowMs: rounds * quantile(times, 0.25),
    medianMs: rounds * quantile(times, 0.5),
    highMs: (rounds + 1) * quantile(times, 0.75),
  };
};

/** The value below which a share `q` of the sorted values lies, by the nearest rank. */
function quantile(sorted: readonly number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))] ?? 0;
}
