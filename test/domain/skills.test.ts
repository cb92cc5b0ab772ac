// What whoever sits at a counter may serve bounds what the counter draws from, today's profile and lendings too.
import { describe, expect, it } from 'vitest';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { drawsFrom } from '../../server/domain/draws.ts';
import { centre } from '../support/domain-centre.ts';
import { called, closed, firstOf, issued, opened, transferred } from '../support/domain-facts.ts';
import { lent, profileSet, takenOver } from '../support/domain-steering-facts.ts';
import { callNext, callNumber } from '../support/domain-wishes.ts';
import { at, floorAfter, given, type Step } from '../support/given.ts';

const skilled = centre({
  staff: [
    { username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null },
    { username: 'canbo01', name: 'Một', roles: ['operator'], password: null, skills: ['ho-tich', 'dat-dai'] },
    { username: 'canbo02', name: 'Hai', roles: ['operator'], password: null, skills: [] },
    { username: 'canbo05', name: 'Năm', roles: ['operator'], password: null },
  ],
});
const draws = (...steps: Step[]) => {
  const state = floorAfter(...steps);
  return drawsFrom(state, centreRules(skilled), 'c01' as never, state.at);
};

describe('skills', () => {
  it('bound what the counter draws from', () => {
    expect(draws(opened('c01'))).toEqual(['ho-tich']);
    expect(draws(opened('c01'), lent('c01', 'dat-dai'), lent('c01', 'tra-ket-qua'))).toEqual([
      'ho-tich',
      'dat-dai',
    ]);
    expect(draws(opened('c01'), profileSet('c01', 'lien-thong'))).toEqual(['dat-dai']);
  });
  it('are those of whoever sits there now; nobody, and who may serve all, bounds nothing', () => {
    expect(draws()).toEqual(['chung-thuc', 'ho-tich']);
    expect(draws(opened('c01'), closed('c01'))).toEqual(['chung-thuc', 'ho-tich']);
    expect(draws(opened('c01'), takenOver('c01', 'canbo05'))).toEqual(['chung-thuc', 'ho-tich']);
    expect(draws(opened('c01', 'canbo02'))).toEqual([]);
  });
  it('decide on the next call', () => {
    given(at('08:00'), issued('A001'), issued('A002', { service: 'ho-tich' }), opened('c01'))
      .in(skilled)
      .when(callNext('c01'), { at: '08:11' })
      .thenRecords({ ...called('A002', 'c01', 1, firstOf('A002', 10)), drawsFrom: ['ho-tich'] as never });
    given(issued('A001'), opened('c01')).in(skilled).when(callNext('c01')).thenRefuses('nobody-waiting');
  });
  it('forbid a chosen number of another service', () => {
    given(issued('A001'), opened('c01'))
      .in(skilled)
      .when(callNumber('c01', 'A001'))
      .thenRefuses('operator-without-skill', { operatorId: 'canbo01', serviceId: 'chung-thuc' });
  });
  it('leave nobody stranded who is kept for this counter', () => {
    const kept = [
      ...[issued('A001'), opened('c03'), opened('c01'), called('A001', 'c03')],
      transferred('A001', 'c03', { service: 'chung-thuc', keptFor: 'c01', joinedAt: 0 }),
    ];
    given(...kept)
      .in(skilled)
      .when(callNumber('c01', 'A001'))
      .thenRecords({ ...called('A001', 'c01', 2), drawsFrom: ['ho-tich'] as never });
  });
});
