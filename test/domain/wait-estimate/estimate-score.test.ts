// Scores of kept estimates: worked out by hand on a few, and what must hold for any.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeptEstimate, scoreEstimates } from '../../../server/domain/wait-estimate/estimate-score.ts';
import { serviceOf } from './small-floor.ts';

const minute = 60_000;
const kept = (
  low: number,
  median: number,
  high: number,
  actual: number,
  service = 'a',
  hour = 8,
): KeptEstimate => ({
  ...{ lowMs: low * minute, medianMs: median * minute, highMs: high * minute, actualMs: actual * minute },
  ...{ serviceId: serviceOf(service), hour },
});

describe('the score of kept estimates', () => {
  it('is null where nothing was kept', () => {
    expect(scoreEstimates([]).all).toBeNull();
  });
  it('counts band, error, side and who waited much longer', () => {
    const { all, byService, byHour } = scoreEstimates([
      kept(5, 10, 20, 12),
      kept(5, 10, 20, 4),
      kept(5, 10, 20, 21, 'b', 9),
      kept(5, 10, 20, 31, 'b', 9),
    ]);
    expect(all?.coverage).toBe(0.25);
    expect(all?.medianAbsoluteErrorMs).toBe(8.5 * minute);
    expect(all?.meanAbsoluteErrorMs).toBe(10 * minute);
    expect(all?.biasMs).toBe(-7 * minute);
    expect(all?.longerThanHighShare).toBe(0.25);
    expect(all?.longerThanMedianShare).toBe(0.5);
    expect(byService.get(serviceOf('a'))?.coverage).toBe(0.5);
    expect(byHour.get(9)?.count).toBe(2);
  });
  it('keeps shares between 0 and 1 and loses nobody', () => {
    const any = fc.tuple(
      fc.nat(60),
      fc.nat(60),
      fc.nat(60),
      fc.nat(200),
      fc.constantFrom('a', 'b'),
      fc.nat(23),
    );
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 40 }), (rows) => {
        const all = rows.map(([low, a, b, actual, service, hour]) =>
          kept(low, low + a, low + a + b, actual, service, hour),
        );
        const scores = scoreEstimates(all);
        const count = (map: ReadonlyMap<unknown, { count: number }>) =>
          [...map.values()].reduce((sum, each) => sum + each.count, 0);
        expect(count(scores.byService)).toBe(all.length);
        expect(count(scores.byHour)).toBe(all.length);
        for (const share of [scores.all?.coverage, scores.all?.longerThanHighShare])
          expect(share).toSatisfy((value: number) => value >= 0 && value <= 1);
      }),
    );
  });
});
