// A counter helps a service out besides its own: always, until a time, or while somebody there has waited too long.
import { describe, expect, it } from 'vitest';
import { centreRules } from '../../../server/domain/centre-rules.ts';
import { drawsFrom, mayServe } from '../../../server/domain/draws.ts';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import { called, closed, firstOf, issued, opened, transferred } from '../../support/domain-facts.ts';
import { lendingEnded, lent } from '../../support/domain-steering-facts.ts';
import { lend } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given, type Step } from '../../support/given.ts';

const own = ['chung-thuc', 'ho-tich'];
const hall = [at('08:00'), issued('1001'), opened('c01')];
const draws = (steps: Step[], time: string, setup = centre()) =>
  drawsFrom(floorAfter(...steps), centreRules(setup), 'c01' as never, clock(time));
const helping = (call: ReturnType<typeof called>) => ({
  ...call,
  drawsFrom: [...own, 'dat-dai'] as never,
});

describe('lend-counter', () => {
  it('is kept with its terms, for a counter where nobody sits too', () => {
    given()
      .when(lend('c01', 'dat-dai'), { actor: by.supervisor })
      .thenRecords(lent('c01', 'dat-dai'))
      .andAnswers({});
    const terms = { whileWaitOverMinutes: 20, until: clock('10:00') };
    given(opened('c01'))
      .when(lend('c01', 'dat-dai', terms))
      .thenRecords(lent('c01', 'dat-dai', terms));
  });
  it('has effect on the next call, and the call says from what it drew', () => {
    given(...hall)
      .when(callNext('c01'))
      .thenRefuses('nobody-waiting');
    given(...hall, lent('c01', 'dat-dai'))
      .when(callNext('c01'), { at: '08:10' })
      .thenRecords(helping(called('1001', 'c01', 1, firstOf('1001', 10))));
  });
  it('holds only while somebody there has waited longer', () => {
    const steps = [...hall, lent('c01', 'dat-dai', { whileWaitOverMinutes: 20 })];
    expect(draws(steps, '08:20')).toEqual(own);
    expect(draws(steps, '08:20:01')).toEqual([...own, 'dat-dai']);
    given(...steps)
      .when(callNext('c01'), { at: '08:20' })
      .thenRefuses('nobody-waiting');
    given(...steps)
      .when(callNext('c01'), { at: '08:21' })
      .thenRecords(helping(called('1001', 'c01', 1, firstOf('1001', 21))));
  });
  it('does not help for the sake of somebody whom it could not call', () => {
    const kept = [
      ...[at('08:00'), issued('1001'), opened('c01'), opened('c03'), opened('c04'), called('1001', 'c03')],
      transferred('1001', 'c03', { service: 'dat-dai', keptFor: 'c04', joinedAt: clock('08:05') }),
      lent('c01', 'dat-dai', { whileWaitOverMinutes: 20 }),
    ];
    expect(draws(kept, '09:00')).toEqual(own);
    expect(draws([...kept, closed('c04')], '09:00')).toEqual([...own, 'dat-dai']);
  });
  it('holds until its time, and counts as serving no longer', () => {
    const steps = [...hall, lent('c01', 'dat-dai', { until: clock('09:00') })];
    expect(draws(steps, '08:59:59')).toEqual([...own, 'dat-dai']);
    expect(draws(steps, '09:00')).toEqual(own);
    const rules = centreRules(centre());
    expect(mayServe(floorAfter(...steps), rules, 'c01' as never, clock('08:59'))).toEqual([
      ...own,
      'dat-dai',
    ]);
    expect(mayServe(floorAfter(...steps), rules, 'c01' as never, clock('09:00'))).toEqual(own);
  });
  it('has new terms where it is lent again, and ends when it is ended', () => {
    const again = [...hall, lent('c01', 'dat-dai', { until: clock('08:10') }), lent('c01', 'dat-dai')];
    expect(draws(again, '09:00')).toEqual([...own, 'dat-dai']);
    expect(draws([...again, lendingEnded('c01', 'dat-dai')], '09:00')).toEqual(own);
  });
  it('lasts over closing and opening', () => {
    expect(draws([...hall, lent('c01', 'dat-dai'), closed('c01'), opened('c01')], '09:00')).toEqual([
      ...[...own, 'dat-dai'],
    ]);
  });
  it('has effect also where the profile helps that service on a condition of its own', () => {
    const conditional = centre({
      profiles: [
        {
          ...{ id: 'tu-phap', name: { vi: 'Tư pháp' }, serviceIds: [...own, 'dat-dai'] },
          terms: [{ serviceId: 'dat-dai', whileWaitOverMinutes: 30 }],
        },
        { id: 'moi-truong', name: { vi: 'Môi trường' }, serviceIds: ['dat-dai', 'tra-ket-qua'] },
        { id: 'lien-thong', name: { vi: 'Liên thông' }, serviceIds: ['chung-thuc', 'dat-dai'] },
      ],
    });
    expect(draws(hall, '08:10', conditional)).toEqual(own);
    expect(draws(hall, '08:31', conditional)).toEqual([...own, 'dat-dai']);
    expect(draws([...hall, lent('c01', 'dat-dai')], '08:10', conditional)).toEqual([...own, 'dat-dai']);
  });
  it('refuses a time that is past, and takes one that is not', () => {
    given(at('10:00'))
      .when(lend('c01', 'dat-dai', { until: clock('10:00') }), { at: '10:00' })
      .thenRefuses('lending-already-over', { counterId: 'c01', serviceId: 'dat-dai' });
    const terms = { until: clock('10:00:01') };
    given(at('10:00'))
      .when(lend('c01', 'dat-dai', terms), { at: '10:00' })
      .thenRecords(lent('c01', 'dat-dai', terms));
  });
  it('refuses what does not exist', () => {
    given().when(lend('c99', 'dat-dai')).thenRefuses('unknown-counter', { counterId: 'c99' });
    given().when(lend('c01', 'khong-co')).thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
});
