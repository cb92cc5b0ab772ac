// Another work profile for today: the counter's next call is by it, and it lasts over closing and opening.
import { describe, expect, it } from 'vitest';
import { centreRules } from '../../../server/domain/centre-rules.ts';
import { ownServices } from '../../../server/domain/draws.ts';
import { centre } from '../../support/domain-centre.ts';
import { clock, tuesday } from '../../support/domain-clock.ts';
import {
  called,
  closed,
  dayStarted,
  firstOf,
  issued,
  opened,
  transferred,
} from '../../support/domain-facts.ts';
import { profileSet } from '../../support/domain-steering-facts.ts';
import { workAs } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given, type Step } from '../../support/given.ts';

const supervisor = { actor: by.supervisor };
const servicesAfter = (...steps: Step[]) =>
  ownServices(floorAfter(...steps), centreRules(centre()), 'c01' as never);
/** The call of a counter that draws from these today. */
const drawing = (call: ReturnType<typeof called>, ...drawsFrom: string[]) => ({
  ...call,
  drawsFrom: drawsFrom as never,
});

describe('set-work-profile', () => {
  it('is kept, for a counter where nobody sits too', () => {
    given()
      .when(workAs('c01', 'moi-truong'), supervisor)
      .thenRecords(profileSet('c01', 'moi-truong'))
      .andAnswers({});
    given(opened('c01')).when(workAs('c01', 'moi-truong')).thenRecords(profileSet('c01', 'moi-truong'));
  });
  it('has effect on the next call, and the call says from what it drew', () => {
    const hall = [at('08:00'), issued('A001'), issued('1001'), opened('c01')];
    given(...hall, profileSet('c01', 'moi-truong'))
      .when(callNext('c01'), { at: '08:10' })
      .thenRecords(drawing(called('1001', 'c01', 1, firstOf('1001', 9)), 'dat-dai', 'tra-ket-qua'));
    given(...hall, profileSet('c01', 'moi-truong'), profileSet('c01', null))
      .when(callNext('c01'), { at: '08:10' })
      .thenRecords(called('A001', 'c01', 1, firstOf('A001', 10)));
  });
  it('lasts over closing and opening, until the day ends', () => {
    const all = [opened('c01'), profileSet('c01', 'moi-truong'), closed('c01'), opened('c01')];
    expect(servicesAfter(...all)).toEqual(['dat-dai', 'tra-ket-qua']);
    expect(
      servicesAfter(
        ...all,
        at('00:01', tuesday),
        dayStarted(tuesday, { previousDay: '2026-11-23', lastCallSeq: 0 }),
      ),
    ).toEqual(['chung-thuc', 'ho-tich']);
  });
  it('may serve nothing at all: the counter calls only who is kept for it', () => {
    const names = ['tu-phap', 'moi-truong', 'lien-thong'].map((id) => ({ id, name: { vi: id } }));
    const setup = centre({
      profiles: [
        ...names.map((each) => ({ ...each, serviceIds: ['chung-thuc', 'dat-dai'] })),
        { id: 'nghi', name: { vi: 'Nghỉ' }, serviceIds: [] },
      ],
    });
    const hall = [issued('A001'), opened('c02'), opened('c01'), profileSet('c01', 'nghi')];
    given(...hall)
      .in(setup)
      .when(callNext('c01'))
      .thenRefuses('nobody-waiting', { counterId: 'c01' });
    given(
      ...[...hall, called('A001', 'c02')],
      transferred('A001', 'c02', { service: 'chung-thuc', keptFor: 'c01', joinedAt: clock('08:10') }),
    )
      .in(setup)
      .when(callNext('c01'), { at: '08:12' })
      .thenRecords(drawing(called('A001', 'c01', 2, firstOf('A001', 2))));
  });
  it('gives way to the set-up’s where the centre gave the profile up meanwhile', () => {
    expect(servicesAfter(opened('c01'), profileSet('c01', 'da-bo'))).toEqual(['chung-thuc', 'ho-tich']);
  });
  it('refuses what does not exist', () => {
    given().when(workAs('c99', 'tu-phap')).thenRefuses('unknown-counter', { counterId: 'c99' });
    given().when(workAs('c01', 'khong-co')).thenRefuses('unknown-work-profile', { profileId: 'khong-co' });
  });
});
