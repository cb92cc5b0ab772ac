// The wait estimate from today's pace: unknown before it is worth anything, never a band turned inside out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitEstimators } from '../../server/domain/wait-estimate/estimators.ts';
import type { EstimateInput } from '../../server/domain/wait-estimate/wait-estimator.ts';

const fiveServices = [1, 2, 3, 4, 5].map((minutes) => minutes * 60_000);
function estimate(ahead: number, openCounters: number, serviceTimesMs: readonly number[] = fiveServices) {
  return waitEstimators['todays-pace']({ ahead, openCounters, serviceTimesMs } as EstimateInput);
}

describe('todays-pace', () => {
  it('is unknown while no counter is open', () => {
    expect(estimate(3, 0)).toBeNull();
  });
  it('is unknown before five services are finished', () => {
    expect(estimate(3, 1, fiveServices.slice(1))).toBeNull();
    expect(estimate(3, 1)).not.toBeNull();
  });
  it('takes the quartiles of today, one more round at worst', () => {
    expect(estimate(4, 2)).toEqual({ lowMs: 2 * 120_000, medianMs: 2 * 180_000, highMs: 3 * 240_000 });
  });
  it('promises the first in line nothing worse than one service', () => {
    expect(estimate(0, 1)).toEqual({ lowMs: 0, medianMs: 0, highMs: 240_000 });
  });
  it('does not mind the order of the times and does not change it', () => {
    const shuffled = [...fiveServices].reverse();
    const kept = [...shuffled];
    expect(estimate(4, 2, shuffled)).toEqual(estimate(4, 2));
    expect(shuffled).toEqual(kept);
  });
  it('keeps low, middle and high in order, and grows with the people ahead', () => {
    const times = fc.array(fc.nat(3_600_000), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 30 }), times, (ahead, counters, taken) => {
        const now = estimate(ahead, counters, taken);
        const one = estimate(ahead + 1, counters, taken);
        if (now === null || one === null) throw new Error('an estimate was possible');
        expect(now.lowMs).toBeLessThanOrEqual(now.medianMs);
        expect(now.medianMs).toBeLessThanOrEqual(now.highMs);
        expect(one.medianMs).toBeGreaterThanOrEqual(now.medianMs);
        expect(one.highMs).toBeGreaterThanOrEqual(now.highMs);
      }),
    );
  });
});
