// "Ahead of you": those who will be called before, and nobody else. About ten people present and 42 on the paper is what
// brought such machines into disrepute.
import { describe, expect, it } from 'vitest';
import type { ServiceId } from '../../protocol/ids.ts';
import type { BranchState } from '../../server/domain/branch-state.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { aheadOf, aheadOfNew } from '../../server/domain/people-ahead.ts';
import { isWaiting } from '../../server/domain/queue.ts';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  finished,
  issued,
  opened,
  parked,
  paused,
  started,
  ticketId,
  transferred,
} from '../support/domain-facts.ts';
import { floorAfter } from '../support/given.ts';

const rules = centreRules(centre());
const aNewcomer = (state: BranchState, service: string) =>
  aheadOfNew(state, rules, service as ServiceId, state.at);
function aheadOfNumber(state: BranchState, number: string): number {
  const ticket = state.tickets.get(ticketId(number));
  if (ticket === undefined || !isWaiting(ticket)) throw new Error(`${number} does not wait`);
  return aheadOf(state, rules, ticket, clock('09:00'));
}
const keptFor = (counter: string, joinedAt: string) => ({
  ...{ service: 'chung-thuc', keptFor: counter, joinedAt: clock(joinedAt) },
});

describe('people ahead', () => {
  it('is nobody in an empty hall', () => {
    expect(aNewcomer(floorAfter(), 'chung-thuc')).toBe(0);
  });
  it('grows with those who wait for the same service', () => {
    const state = floorAfter(opened('c01'), issued('A001'), issued('A002'), issued('A003'));
    expect(['A001', 'A002', 'A003'].map((number) => aheadOfNumber(state, number))).toEqual([0, 1, 2]);
    expect(aNewcomer(state, 'chung-thuc')).toBe(3);
  });
  it('never counts the called, the served, the finished, the absent, the parked or the cancelled', () => {
    const state = floorAfter(
      ...[opened('c01'), opened('c02'), issued('A001'), issued('A002'), issued('A003'), issued('A004')],
      ...[issued('A005'), issued('A006'), issued('A007'), cancelled('A001')],
      ...[called('A002', 'c01', 1), started('A002', 'c01'), finished('A002', 'c01')],
      ...[called('A003', 'c01', 2), absent('A003', 'c01')],
      ...[called('A004', 'c01', 3), parked('A004', 'c01')],
      ...[called('A005', 'c01', 4), started('A005', 'c01'), called('A006', 'c02', 5)],
    );
    expect(aheadOfNumber(state, 'A007')).toBe(0);
    expect(aNewcomer(state, 'chung-thuc')).toBe(1);
  });
  it('does not count the queues of other counters', () => {
    const state = floorAfter(opened('c01'), opened('c03'), issued('1001'), issued('1002'), issued('A001'));
    expect(aheadOfNumber(state, 'A001')).toBe(0);
    expect(aNewcomer(state, 'tra-ket-qua')).toBe(2);
  });
  it('counts all services of a shared counter, for it calls them in turn', () => {
    const facts = [issued('1001'), issued('A001', { service: 'ho-tich' }), issued('A002')];
    expect(aheadOfNumber(floorAfter(opened('c04'), ...facts), 'A002')).toBe(1);
    expect(aheadOfNumber(floorAfter(opened('c01'), ...facts), 'A002')).toBe(1);
    expect(aheadOfNumber(floorAfter(opened('c01'), opened('c04'), ...facts), 'A002')).toBe(2);
  });
  it('counts a counter that rests, and forgets one that closed', () => {
    const facts = [issued('1001'), issued('A001'), opened('c01'), opened('c04')];
    expect(aheadOfNumber(floorAfter(...facts, paused('c04')), 'A001')).toBe(1);
    expect(aheadOfNumber(floorAfter(...facts, closed('c04')), 'A001')).toBe(0);
  });
  it('reckons with every counter of the service while none is open', () => {
    expect(aheadOfNumber(floorAfter(issued('1001'), issued('A001')), 'A001')).toBe(1);
  });
  it('counts those waiting for a service that no counter serves', () => {
    const nobody = centreRules({ ...rules.setup, counters: [] });
    const state = floorAfter(issued('A001'), issued('1001'));
    expect(aheadOfNew(state, nobody, 'chung-thuc' as ServiceId, state.at)).toBe(1);
  });
  it('counts who is kept for a counter that serves the service', () => {
    const state = floorAfter(
      ...[opened('c01'), opened('c03'), issued('A001'), called('A001', 'c03')],
      ...[transferred('A001', 'c03', keptFor('c01', '08:00')), issued('A002')],
    );
    expect(aheadOfNumber(state, 'A002')).toBe(1);
    expect(aNewcomer(state, 'chung-thuc')).toBe(2);
  });
  it('does not count who is kept for another counter', () => {
    const state = floorAfter(
      ...[opened('c01'), opened('c03'), issued('A001'), called('A001', 'c01')],
      ...[transferred('A001', 'c01', keptFor('c03', '08:00')), issued('A002')],
    );
    expect(aheadOfNumber(state, 'A002')).toBe(0);
  });
  it('tells who is kept for a counter whom that counter calls first', () => {
    const facts = [
      ...[
        opened('c01'),
        opened('c03'),
        issued('1001'),
        issued('A001'),
        issued('1002'),
        called('A001', 'c01'),
      ],
    ];
    const lastInLine = floorAfter(...facts, transferred('A001', 'c01', keptFor('c03', '08:30')));
    const atItsPlace = floorAfter(...facts, transferred('A001', 'c01', keptFor('c03', '08:03')));
    expect(aheadOfNumber(lastInLine, 'A001')).toBe(2);
    expect(aheadOfNumber(atItsPlace, 'A001')).toBe(1);
  });
});
