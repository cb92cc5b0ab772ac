// Whom a call passes: those whom the counter could have called instead and who joined before. They are counted, and whoever
// was passed too often goes first; whoever comes back has one turn less to wait with each such call.
import { describe, expect, it } from 'vitest';
import { centre } from '../support/domain-centre.ts';
import { clock } from '../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  finished,
  issued,
  opened,
  parked,
  ticketId,
  transferred,
} from '../support/domain-facts.ts';
import { profileSet, returned } from '../support/domain-steering-facts.ts';
import { callNext, callNumber } from '../support/domain-wishes.ts';
import { at, floorAfter, given, type Step } from '../support/given.ts';

const passedAfter = (...steps: Step[]) =>
  Object.fromEntries(
    [...floorAfter(...steps).tickets.values()].map(({ number, passed }) => [number, passed] as const),
  );
const turnsAfter = (...steps: Step[]) => floorAfter(...steps).tickets.get(ticketId('A001'))?.turnsToWait;
const hall = [
  ...[issued('A001'), issued('A002', { service: 'ho-tich' }), issued('1001'), issued('A003'), opened('c01')],
];

describe('a call', () => {
  it('names the services from which the counter drew', () => {
    given(...hall)
      .when(callNumber('c01', 'A003'))
      .thenRecords({ ...called('A003', 'c01'), drawsFrom: ['chung-thuc', 'ho-tich'] as never });
    given(...hall, profileSet('c01', 'lien-thong'))
      .when(callNumber('c01', 'A003'))
      .thenRecords({ ...called('A003', 'c01'), drawsFrom: ['chung-thuc', 'dat-dai'] as never });
  });
  it('passes those whom the counter could have called and who joined before, a chosen number too', () => {
    expect(passedAfter(...hall, called('A003', 'c01'))).toEqual({ A001: 1, A002: 1, 1001: 0, A003: 0 });
    expect(passedAfter(...hall, called('A001', 'c01'))).toEqual({ A001: 0, A002: 0, 1001: 0, A003: 0 });
  });
  it('passes nobody who is kept elsewhere, away or gone, and who is kept here', () => {
    const kept = (number: string, keptFor: string) => [
      called(number, 'c02'),
      transferred(number, 'c02', { service: 'chung-thuc', keptFor, joinedAt: clock('07:50') }),
    ];
    expect(
      passedAfter(
        ...[opened('c01'), opened('c02'), opened('c03')],
        ...['A001', 'A002', 'A003', 'A004', 'A005', 'A006'].map((number) => issued(number)),
        ...[...kept('A001', 'c01'), ...kept('A002', 'c03'), called('A003', 'c02'), parked('A003', 'c02')],
        ...[called('A004', 'c02'), absent('A004', 'c02'), cancelled('A005'), called('A006', 'c01', 9)],
      ),
    ).toEqual({ A001: 1, A002: 0, A003: 0, A004: 0, A005: 0, A006: 0 });
  });
  it('of an older journal, which did not say from what it drew, passes nobody', () => {
    const { drawsFrom: _, ...old } = called('A003', 'c01');
    expect(passedAfter(...hall, old)).toEqual({ A001: 0, A002: 0, 1001: 0, A003: 0 });
  });
  it('lets whoever was passed too often go first, whatever the policy', () => {
    const strict = centre({ dispatch: { passedAtMost: 2 } });
    const priority = (number: string) => issued(number, { priorityClass: 'cao-tuoi' });
    given(
      ...[at('08:00'), issued('A001'), priority('A002'), priority('A003'), priority('A004'), opened('c01')],
      ...[called('A002', 'c01'), finished('A002', 'c01'), called('A003', 'c01', 2), finished('A003', 'c01')],
    )
      .in(strict)
      .when(callNext('c01'))
      .thenRecords(
        called('A001', 'c01', 3, { code: 'passed-too-often', params: { number: 'A001', passed: 2 } }),
      );
  });
});

describe('turns to wait', () => {
  const back = [
    issued('A001'),
    opened('c01'),
    called('A001', 'c01'),
    absent('A001', 'c01'),
    returned('A001', 2),
  ];
  const call = (number: string, callSeq: number) => [called(number, 'c01', callSeq), finished(number, 'c01')];
  it('are one less after each call that this counter could have given it, and stop at none', () => {
    const others = ['A002', 'A003', 'A004'].map((number) => issued(number));
    expect(turnsAfter(...back, ...others)).toBe(2);
    expect(turnsAfter(...back, ...others, ...call('A002', 2))).toBe(1);
    expect(turnsAfter(...back, ...others, ...call('A002', 2), ...call('A003', 3))).toBe(0);
    expect(turnsAfter(...back, ...others, ...call('A002', 2), ...call('A003', 3), ...call('A004', 4))).toBe(
      0,
    );
  });
  it('are not less after calls of counters that do not serve it', () => {
    expect(turnsAfter(...back, issued('1001'), opened('c03'), called('1001', 'c03', 2))).toBe(2);
  });
  it('end with its own call', () => {
    expect(turnsAfter(...back, called('A001', 'c01', 2))).toBeNull();
  });
  it('count nobody as having passed it', () => {
    expect(passedAfter(...back, issued('A002'), ...call('A002', 2))).toEqual({ A001: 0, A002: 0 });
  });
});
