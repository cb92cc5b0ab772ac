// The invented day: the same centre and seed give the same day, and every day keeps to what the centre offers.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Centre, inventedDay } from '../../server/simulation/invented-day.ts';
import { seededRandom } from '../../server/simulation/seeded-random.ts';
import { commune } from '../support/memory-floor.ts';

const servicesOf = (profileId: string) =>
  commune.profiles.find((profile) => profile.id === profileId)?.serviceIds ?? [];
const centre = {
  departments: commune.departments,
  services: commune.services,
  counters: commune.counters.map((counter) => ({ ...counter, serviceIds: servicesOf(counter.profileId) })),
} as unknown as Centre;
const offered = new Set(commune.services.filter((each) => each.offeredAtKiosk).map(({ id }) => id as string));

describe('chance', () => {
  it('is the same for the same seed, and lies between 0 and 1', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const [one, two] = [seededRandom(seed), seededRandom(seed)];
        for (let each = 0; each < 50; each += 1) {
          const drawn = one.next();
          expect(drawn).toBe(two.next());
          expect(drawn).toBeGreaterThanOrEqual(0);
          expect(drawn).toBeLessThan(1);
        }
      }),
    );
    expect(seededRandom('a').next()).not.toBe(seededRandom('b').next());
  });
});

describe('a day', () => {
  it('is the same for the same seed and another for another', () => {
    expect(inventedDay(centre, 'one')).toEqual(inventedDay(centre, 'one'));
    expect(inventedDay(centre, 'one')).not.toEqual(inventedDay(centre, 'two'));
  });
  it('keeps to the hours and to what the kiosk offers, in the order of arrival', () => {
    fc.assert(
      fc.property(fc.string(), fc.double({ min: 0.1, max: 1.5, noNaN: true }), (seed, load) => {
        const day = inventedDay(centre, seed, load);
        for (const [index, visit] of day.entries()) {
          expect(offered).toContain(visit.serviceId);
          expect(visit.arrivesAt).toBeGreaterThanOrEqual(450);
          expect(visit.arrivesAt).toBeLessThanOrEqual(990);
          expect(visit.arrivesAt).toBeGreaterThanOrEqual(day[index - 1]?.arrivesAt ?? 0);
          expect(visit.serviceMinutes).toBeGreaterThan(0);
          expect(visit.serviceMinutes).toBeLessThanOrEqual(45);
        }
      }),
      { numRuns: 50 },
    );
  });
  it('brings people in proportion to the load', () => {
    const people = (load: number) => inventedDay(centre, 'load', load).length;
    expect(people(1) / people(0.5)).toBeCloseTo(2, 1);
    expect(inventedDay(centre, 'none', 0)).toEqual([]);
  });
  it('has its peaks, its absent, its priority and its ratings', () => {
    const day = inventedDay(centre, 'a long day', 20);
    const share = (wanted: (visit: (typeof day)[number]) => boolean) =>
      day.filter(wanted).length / day.length;
    expect(share(({ arrivesAt }) => arrivesAt < 540)).toBeGreaterThan(0.25);
    expect(share(({ arrivesAt }) => arrivesAt >= 690 && arrivesAt < 810)).toBe(0);
    expect(share(({ comes }) => !comes)).toBeCloseTo(0.05, 1);
    expect(share(({ priority }) => priority)).toBeCloseTo(0.1, 1);
    expect(share(({ rating }) => rating !== null)).toBeCloseTo(0.55, 1);
  });
});
