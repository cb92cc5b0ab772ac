// What is announced: counts down, stands by its word, says when the truth has worsened, never goes back and forth with noise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announceWait, usualTerms } from '../../../server/domain/wait-estimate/announced-wait.ts';

const minute = 60_000;
const around = (minutes: number, half = 4) => ({
  lowMs: Math.max(0, minutes - half) * minute,
  medianMs: minutes * minute,
  highMs: (minutes + half) * minute,
});

describe('the announced wait', () => {
  it('is the estimate at first', () => {
    expect(announceWait(null, around(12), 0)).toEqual({ ...around(12), changed: 'same' });
  });
  it('counts down with the clock while the estimate is near', () => {
    const said = announceWait(around(20), around(17), 2 * minute);
    expect(said.changed).toBe('same');
    expect(said.medianMs).toBe(18 * minute);
  });
  it('says when it has become longer by more than the stated amount', () => {
    expect(announceWait(around(10), around(12.9), 0).changed).toBe('same');
    const said = announceWait(around(10), around(13.1), 0);
    expect(said.changed).toBe('longer');
    expect(said.medianMs).toBe(13.1 * minute);
  });
  it('says so also when it should long be over', () => {
    expect(announceWait(around(5), around(4), 5 * minute)).toMatchObject({ changed: 'longer' });
  });
  it('says when the far end has moved far though the middle has not', () => {
    expect(announceWait(around(10), { ...around(10), highMs: 30 * minute }, 0).changed).toBe('longer');
  });
  it('says when it has become much shorter', () => {
    expect(announceWait(around(20), around(15), 0).changed).toBe('same');
    expect(announceWait(around(20), around(13), 0)).toMatchObject({
      changed: 'shorter',
      medianMs: 13 * minute,
    });
  });
  it('lets the band become narrower, never wider, by and by', () => {
    const said = announceWait(around(20, 8), around(18, 2), 2 * minute);
    expect(said.highMs).toBeLessThan((28 - 2) * minute);
    expect(said.highMs).toBeGreaterThan(20 * minute);
    expect(said.lowMs).toBeGreaterThan(10 * minute);
  });
});

const estimates = fc.tuple(fc.nat(200), fc.nat(60), fc.nat(90)).map(([low, more, most]) => ({
  lowMs: low * minute,
  medianMs: (low + more) * minute,
  highMs: (low + more + most) * minute,
}));

describe('always', () => {
  it('is in order, not negative, and within the stated amount of the truth', () => {
    fc.assert(
      fc.property(estimates, estimates, fc.nat(300), (before, estimate, minutes) => {
        const said = announceWait(before, estimate, minutes * minute);
        expect(said.lowMs).toBeGreaterThanOrEqual(0);
        expect(said.medianMs).toBeGreaterThanOrEqual(said.lowMs);
        expect(said.highMs).toBeGreaterThanOrEqual(said.medianMs);
        const allowed = Math.max(usualTerms.longerMs, usualTerms.longerShare * said.medianMs);
        expect(estimate.medianMs - said.medianMs).toBeLessThanOrEqual(allowed);
      }),
    );
  });
  it('a truth that only goes on like the clock changes nothing, however it is cut', () => {
    fc.assert(
      fc.property(estimates, fc.array(fc.nat(5), { maxLength: 20 }), (first, steps) => {
        let said = announceWait(null, first, 0);
        let passed = 0;
        for (const step of steps) {
          passed += step * minute;
          const left = (ms: number) => Math.max(0, ms - passed);
          const truth = {
            lowMs: left(first.lowMs),
            medianMs: left(first.medianMs),
            highMs: left(first.highMs),
          };
          said = announceWait(said, truth, step * minute);
          expect(said.changed).toBe('same');
          expect(said.medianMs).toBe(truth.medianMs);
        }
      }),
    );
  });
  it('noise smaller than the stated amounts never makes it go back and forth', () => {
    const noise = fc.array(fc.double({ min: -1.4, max: 1.4, noNaN: true }), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 90 }), fc.nat(60), noise, (truth, wrong, errors) => {
        let said = announceWait(null, around(Math.max(5, truth + wrong - 30)), 0);
        let changes = 0;
        for (const [index, error] of errors.entries()) {
          const left = Math.max(0, truth - index * 0.5);
          said = announceWait(said, around(Math.max(0, left + error)), 0.5 * minute);
          if (said.changed !== 'same') changes += 1;
        }
        expect(changes).toBeLessThanOrEqual(1);
      }),
    );
  });
});
