// Reading scenarios: the bundled ones can be played, and what is wrong in one is named with its place.
import { describe, expect, it } from 'vitest';
import { plannedDay } from '../../../server/simulation/play/arrivals.ts';
import { readScenario } from '../../../server/simulation/play/scenario.ts';
import { bundledScenarios, scenarioSource } from '../../../server/simulation/play-sources.ts';
import { smallScenario, writtenScenario } from '../../support/small-scenario.ts';

const [copies, civil] = writtenScenario.services;

describe('a scenario that cannot be played', () => {
  it.each([
    ['title', { title: undefined }],
    ['services.0.takes.law', { services: [{ ...copies, takes: { law: 'weibull' } }] }],
    [
      'services.0.takes.median',
      { services: [{ ...copies, takes: { law: 'lognormal', median: -1, sigma: 1 } }] },
    ],
    ['services.0.halfHours.07:45', { services: [{ ...copies, halfHours: { '07:45': 3 } }, civil] }],
    ['services.1.id', { services: [copies, { ...copies }] }],
    ['services.1.transfers.to', { services: [copies, { ...civil, transfers: { share: 1, to: 'land' } }] }],
    ['services.1.transfers.to', { services: [copies, { ...civil, transfers: { share: 1, to: 'civil' } }] }],
    ['services.0.halfHours', { services: [{ ...copies, visits: 9 }, civil], shape: { '08:00': 1 } }],
    ['shape', { services: [{ ...copies, halfHours: undefined, visits: 9 }, civil] }],
    ['profiles.0.services.1', { profiles: [{ id: 'all', services: ['copies', 'land'] }] }],
    [
      'profiles.0.terms.0.serviceId',
      { profiles: [{ id: 'all', services: ['copies'], terms: [{ serviceId: 'x' }] }] },
    ],
    ['counters.0.profile', { counters: [{ id: 'c1', profile: 'none' }] }],
    ['counters.0.sessions.0', { counters: [{ id: 'c1', profile: 'all', sessions: [2] }] }],
    ['visitors.0.service', { visitors: [{ at: '08:00', service: 'land' }] }],
    ['visitors.0.at', { visitors: [{ at: '8 am', service: 'copies' }] }],
    ['visitors.0.priorityClass', { visitors: [{ at: '08:00', service: 'copies', priorityClass: 'merit' }] }],
    ['dispatch.policy', { dispatch: { policy: 'whoever shouts' } }],
  ])('is refused at %s', (path, changes) => {
    const read = readScenario({ ...writtenScenario, ...changes });
    expect(read).toMatchObject({ ok: false });
    expect(!read.ok && read.faults.map((each) => each.path)).toContain(path);
  });
  it('is refused where a word is not known', () => {
    expect(readScenario({ ...writtenScenario, counterz: [] })).toMatchObject({ ok: false });
    expect(readScenario(null)).toMatchObject({ ok: false, faults: [{ path: '' }] });
  });
});

describe('the day drawn from a scenario', () => {
  it('is the same for the same seed and another for another', () => {
    const scenario = smallScenario();
    expect(plannedDay(scenario)).toEqual(plannedDay(scenario));
    expect(plannedDay(scenario, 'one').visits).not.toEqual(plannedDay(scenario, 'two').visits);
  });
  it('leaves the other services and counters as they were when one is changed', () => {
    const of = (changes: object) => plannedDay(smallScenario(changes));
    const busier = of({ services: [{ ...copies, halfHours: { '08:00': 40 } }, civil] });
    const ofCivil = ({ visits }: ReturnType<typeof of>) =>
      visits
        .filter(({ stages }) => stages[0].serviceId === 'civil')
        .map(({ arrivesAt, patienceMs }) => [arrivesAt, patienceMs]);
    expect(ofCivil(busier)).toEqual(ofCivil(of({})));
    expect(busier.counters).toEqual(of({}).counters);
  });
  it('brings about as many as are expected, times the load', () => {
    const people = (load: number) =>
      Array.from(
        { length: 40 },
        (_, index) => plannedDay(smallScenario({ load }), `${index}`).visits.length,
      ).reduce((a, b) => a + b) / 40;
    expect(people(1) / 28).toBeCloseTo(1, 0.7);
    expect(people(3) / people(1)).toBeCloseTo(3, 0);
  });
  it('has those who are listed by name of time', () => {
    const visitors = [
      { at: '08:15', service: 'copies', minutes: 9, priorityClass: 'elderly' },
      { at: '08:20:30', service: 'civil', comes: false },
    ];
    const services = [
      { ...copies, halfHours: undefined },
      { ...civil, halfHours: undefined, transfers: undefined },
    ];
    const { visits } = plannedDay(smallScenario({ visitors, services }));
    expect(visits).toHaveLength(2);
    expect(visits[0]).toMatchObject({
      priorityClass: 'elderly',
      stages: [{ workMs: 540_000 }],
      patienceMs: null,
    });
    expect(new Date(visits[1]!.arrivesAt).toISOString()).toBe('2026-11-23T01:20:30.000Z');
    expect(visits[1]!.patienceMs).toBeLessThan(0);
  });
});

it.each(bundledScenarios())('%s, which comes with the program, can be drawn', (name) => {
  expect(scenarioSource(name).plan(undefined).visits.length).toBeGreaterThan(100);
});
