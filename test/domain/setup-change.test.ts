// An edited set-up may not take away a counter or a service from under the people in the hall.
import { describe, expect, it } from 'vitest';
import type { Setup } from '../../protocol/setup-schema.ts';
import { setupChangeFaults } from '../../server/domain/setup-change.ts';
import { centre } from '../support/domain-centre.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  finished,
  issued,
  opened,
  parked,
  started,
} from '../support/domain-facts.ts';
import { floorAfter, type Step } from '../support/given.ts';

const whole = centre();
const without: Setup = {
  ...whole,
  counters: whole.counters.filter((counter) => counter.id !== 'c01'),
  services: whole.services.filter((service) => service.id !== 'chung-thuc'),
};
const faultPaths = (...steps: readonly Step[]) =>
  setupChangeFaults(floorAfter(...steps), whole, without).map((fault) => fault.path);

const inHand = [issued('A001'), opened('c02'), called('A001', 'c02')];

describe('setup change', () => {
  it('is free in an empty hall, and where nothing is taken away', () => {
    expect(faultPaths()).toEqual([]);
    expect(setupChangeFaults(floorAfter(...inHand, opened('c01')), whole, whole)).toEqual([]);
  });
  it('does not take an open counter away; a closed one may go', () => {
    expect(faultPaths(opened('c01'))).toEqual(['counters']);
    expect(faultPaths(opened('c01'), closed('c01'))).toEqual([]);
  });
  it.each([
    ['waiting', [issued('A001')]],
    ['called', inHand],
    ['being served', [...inHand, started('A001', 'c02')]],
    ['parked', [...inHand, parked('A001', 'c02')]],
    ['absent and may come back', [...inHand, absent('A001', 'c02')]],
  ])('does not take a service away from a ticket that is %s', (_how, facts) => {
    expect(faultPaths(...facts)).toEqual(['services']);
  });
  it.each([
    ['finished', [...inHand, finished('A001', 'c02')]],
    ['cancelled', [issued('A001'), cancelled('A001')]],
    ['of another service', [issued('1001')]],
  ])('may take a service away from a ticket that is %s', (_how, facts) => {
    expect(faultPaths(...facts)).toEqual([]);
  });
  it('keeps the form of numbers given today, and lets a series of none change', () => {
    const [first, ...others] = whole.series;
    const changed = (part: object) =>
      setupChangeFaults(floorAfter(issued('A001')), whole, {
        ...whole,
        series: [{ ...first, ...part } as (typeof whole.series)[number], ...others],
      }).map((fault) => fault.path);
    expect(changed({ prefix: 'Z' })).toEqual(['series']);
    expect(changed({ digits: 4 })).toEqual(['series']);
    expect(changed({ to: 500 })).toEqual([]);
    expect(
      setupChangeFaults(floorAfter(issued('A001')), whole, { ...whole, series: others }).map(
        (fault) => fault.path,
      ),
    ).toEqual(['series']);
    const later = others.map((series) => ({ ...series, prefix: `Y${series.prefix}` }));
    expect(
      setupChangeFaults(floorAfter(issued('A001')), whole, {
        ...whole,
        series: [...whole.series.slice(0, 1), ...later],
      }),
    ).toEqual([]);
  });
  it('names both kinds of fault', () => {
    expect(faultPaths(opened('c01'), issued('A001'))).toEqual(['counters', 'services']);
  });
});
