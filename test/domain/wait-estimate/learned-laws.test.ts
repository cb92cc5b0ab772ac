// What the laws learn from the news of a floor: times, today's pace, absences, arrivals, and a band that keeps its word.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { levelFrom, todaysLevel } from '../../../server/domain/wait-estimate/arrival-law.ts';
import {
  bandShares,
  hearOutcome,
  newCalibration,
  shareOf,
  spreadShares,
} from '../../../server/domain/wait-estimate/calibration.ts';
import {
  keepValue,
  noValues,
  quantileOf,
  quantileTable,
} from '../../../server/domain/wait-estimate/kept-values.ts';
import {
  fitLeaving,
  goneByMinute,
  keepPresence,
  newLeavingLaw,
} from '../../../server/domain/wait-estimate/leaving-law.ts';
import { paceOf, type TodaysService } from '../../../server/domain/wait-estimate/pace-law.ts';
import {
  normalQuantile,
  PlayChance,
  poissonCount,
} from '../../../server/domain/wait-estimate/play-chance.ts';
import {
  expectedService,
  fitServices,
  keepService,
  newServiceLaw,
} from '../../../server/domain/wait-estimate/service-law.ts';
import { createWaitLaws } from '../../../server/domain/wait-estimate/wait-laws.ts';
import { elderly, exactLaws, idOf, minute, serviceOf, sessions } from './small-floor.ts';

const noise = (index: number) => normalQuantile(((index * 61) % 97) / 97 + 0.005);

describe('service times', () => {
  const traits = new Map(
    ['a', 'b', 'rare'].map((id) => [id, { id, departmentId: `of ${id}`, kind: 'hand in' }] as const),
  );
  it('are those of the service, of its kind where it is rare, and of who serves', () => {
    const law = newServiceLaw();
    for (let index = 0; index < 400; index += 1) {
      const isSlow = index % 2 === 0;
      const actor = isSlow ? 'slow' : 'quick';
      const y = noise(index) * 0.5 + (isSlow ? 0.2 : -0.2);
      keepService(law, { serviceId: 'a', actor, logSeconds: Math.log(600) + y });
      keepService(law, { serviceId: 'b', actor, logSeconds: Math.log(300) + y });
    }
    fitServices(law, traits);
    const of = (id: string) => expectedService(law, traits.get(id) ?? { id, departmentId: '', kind: null });
    expect(Math.exp(of('a').mean)).toBeGreaterThan(560);
    expect(Math.exp(of('a').mean)).toBeLessThan(640);
    expect(of('rare').mean).toBeGreaterThan(of('b').mean);
    expect(of('rare').mean).toBeLessThan(of('a').mean);
    expect(of('rare').error).toBeGreaterThan(of('a').error * 2);
    const effect = (actor: string) => law.actors.get(actor)?.effect ?? 0;
    expect(effect('slow') - effect('quick')).toBeGreaterThan(0.3);
    expect(effect('slow') - effect('quick')).toBeLessThan(0.45);
  });
});

describe("today's pace", () => {
  const today = (slowFrom: number, by: number): TodaysService[] =>
    Array.from({ length: 120 }, (_, index) => ({
      at: index * 3 * minute,
      departmentId: index % 4 === 0 ? 'x' : `other ${index % 4}`,
      above: 0.6 * noise(index) + (index % 4 === 0 && index >= slowFrom ? by : 0),
      variance: 0.36,
    }));
  it('is the usual on a usual day', () => {
    const { off, mean } = paceOf(today(0, 0), 'x', 360 * minute);
    expect(off).toBeLessThan(0.2);
    expect(Math.abs(mean)).toBeLessThan(0.1);
  });
  it('is found to be far off from some moment on, in that department only', () => {
    const { off, offMean } = paceOf(today(40, 0.8), 'x', 360 * minute);
    expect(off).toBeGreaterThan(0.9);
    expect(offMean).toBeGreaterThan(0.5);
    expect(paceOf(today(40, 0.8), 'other 1', 360 * minute).off).toBeLessThan(0.3);
  });
  it('is the usual before anything is finished', () => {
    expect(paceOf([], 'x', 0)).toMatchObject({ off: 0, mean: 0 });
  });
});

describe('who is gone', () => {
  it('is more, the longer they waited', () => {
    const law = newLeavingLaw();
    for (let index = 0; index < 1_000; index += 1) {
      keepPresence(law, 5 * 60, index % 50 === 0);
      keepPresence(law, 120 * 60, index % 5 === 0);
    }
    fitLeaving(law);
    const gone = goneByMinute(law, 200);
    expect(gone[5]).toBeGreaterThan(0.01);
    expect(gone[5]).toBeLessThan(0.05);
    expect(gone[120]).toBeGreaterThan(0.15);
    expect(gone[120]).toBeLessThan(0.25);
  });
});

describe('arrivals', () => {
  it('follow today more, the plainer it is that today is another day', () => {
    expect(levelFrom(10, 10)).toBeCloseTo(1, 1);
    expect(levelFrom(13, 10)).toBeLessThan(1.15);
    expect(levelFrom(60, 20)).toBeGreaterThan(2.5);
    expect(levelFrom(0, 0)).toBeCloseTo(1, 1);
    expect(levelFrom(0, 40)).toBeLessThan(0.6);
  });
  it('are counted by the department and class', () => {
    const laws = createWaitLaws([{ id: 'a', departmentId: 'hall', kind: null }]);
    laws.hear({ kind: 'day-started', at: 0, startOfDay: 0, sessions, booked: 0 });
    for (let index = 0; index < 30; index += 1)
      laws.hear({
        ...{ kind: 'arrived', at: 8 * 60 * minute, ticketId: idOf(`t${index}`), serviceId: serviceOf('a') },
        ...{ priorityClass: elderly, appointmentAt: null, counterId: null, operatorId: null },
      });
    expect(todaysLevel(laws.state.arrivals, 'hall', true, 10)).toBeGreaterThan(2);
    expect(todaysLevel(laws.state.arrivals, 'hall', false, 10)).toBeLessThan(1);
  });
});

describe('the calibration of the band', () => {
  const spread = spreadShares.map((share) => share * 600_000);
  it('takes the band further out where the truth often came outside', () => {
    const state = newCalibration();
    for (let index = 0; index < 2_000; index += 1)
      hearOutcome(state, spread, index % 4 === 0 ? 700_000 : (index % 100) * 6_000);
    expect(bandShares(state).high).toBeGreaterThan(0.93);
  });
  it('is nominal before anything was heard, and where the truth came where it was said', () => {
    const fresh = bandShares(newCalibration());
    expect(fresh.low).toBeCloseTo(0.1);
    expect(fresh.median).toBeCloseTo(0.5);
    expect(fresh.high).toBeCloseTo(0.9);
    const state = newCalibration();
    for (let index = 0; index < 3_000; index += 1) hearOutcome(state, spread, ((index * 7) % 100) * 6_000);
    expect(bandShares(state).high).toBeGreaterThan(0.86);
    expect(bandShares(state).high).toBeLessThan(0.94);
  });
  it('hears nothing from an estimate that was certain', () => {
    expect(
      shareOf(
        spreadShares.map(() => 0),
        0,
      ),
    ).toBeNull();
  });
  it('is in order whatever was heard', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900_000), { maxLength: 500 }), (waits) => {
        const state = newCalibration();
        for (const wait of waits) hearOutcome(state, spread, wait);
        const { low, median, high } = bandShares(state);
        expect(low).toBeLessThan(median);
        expect(median).toBeLessThan(high);
      }),
      { numRuns: 40 },
    );
  });
});

describe('chance', () => {
  it('spreads a draw evenly over the plays and is the same again', () => {
    const chance = new PlayChance('seed', 150);
    const drawn = Array.from({ length: 150 }, (_, play) => chance.draw(77, 3, play)).sort((a, b) => a - b);
    for (const [index, value] of drawn.entries())
      expect(Math.abs(value * 150 - index - 0.5)).toBeLessThan(1.51);
    expect(new PlayChance('seed', 150).draw(77, 3, 9)).toBe(chance.draw(77, 3, 9));
    expect(new PlayChance('other', 150).draw(77, 3, 9)).not.toBe(chance.draw(77, 3, 9));
  });
  it('knows the normal and the Poisson law', () => {
    expect(normalQuantile(0.5)).toBeCloseTo(0, 2);
    expect(normalQuantile(0.975)).toBeCloseTo(1.96, 2);
    const counts = Array.from({ length: 1_000 }, (_, index) => poissonCount(2.5, (index + 0.5) / 1_000));
    expect(counts.reduce((sum, each) => sum + each, 0) / 1_000).toBeCloseTo(2.5, 1);
  });
});

describe('kept values', () => {
  it('keep the newest, and count beside the usual ones', () => {
    const kept = noValues();
    for (let index = 0; index < 25; index += 1) keepValue(kept, index, 10);
    expect([...kept.values].sort((a, b) => a - b)).toEqual([15, 16, 17, 18, 19, 20, 21, 22, 23, 24]);
    expect(quantileOf([1, 2, 3], 0.5)).toBe(2);
    const table = quantileTable([10, 10], [0, 0], 4);
    expect([...table]).toEqual([5, 5, 5, 5]);
  });
});

describe('the laws as plain data', () => {
  it('go on from a copy as from themselves', () => {
    const first = exactLaws({ a: 10 }, 20);
    const copy = createWaitLaws([...first.traits.values()], structuredClone(first.state));
    const about = {
      ...{ ticketId: idOf('t'), serviceId: serviceOf('a'), priorityClass: null, appointmentAt: null },
      ...{ counterId: 'one' as CounterId, operatorId: null },
    };
    for (const laws of [first, copy]) {
      laws.hear({ kind: 'called', at: 8 * 60 * minute, ...about });
      laws.hear({ kind: 'started', at: 8 * 60 * minute, ...about });
      laws.hear({ kind: 'finished', at: 8.5 * 60 * minute, ...about });
    }
    expect(copy.state).toEqual(first.state);
  });
});
