// Opening a counter: one member of staff, one counter.
import { describe, it } from 'vitest';
import { centre } from '../../support/domain-centre.ts';
import { closed, opened, paused } from '../../support/domain-facts.ts';
import { open } from '../../support/domain-wishes.ts';
import { by, given, type Wish } from '../../support/given.ts';

const withOfficer = centre({
  staff: [
    { username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null },
    { username: 'canbo07', name: 'Bảy', roles: ['operator'], password: null },
  ],
});
const openFor = (at: string, operatorId: string) => ({ ...open(at), operatorId }) as Wish;

describe('open-counter', () => {
  it('puts the officer at the counter', () => {
    given().when(open('c01')).thenRecords(opened('c01')).andAnswers({});
  });
  it('opens again what was closed, for somebody else too', () => {
    given(opened('c01'), closed('c01'))
      .when(open('c01'), { actor: by.officer('canbo02') })
      .thenRecords(opened('c01', 'canbo02'));
  });
  it('lets an officer who left one counter sit down at another', () => {
    given(opened('c01'), closed('c01'))
      .when(open('c02'), { actor: by.officer('canbo01') })
      .thenRecords(opened('c02', 'canbo01'));
  });

  it('puts somebody else there at a supervisor’s word', () => {
    given()
      .in(withOfficer)
      .when(openFor('c01', 'canbo07'), { actor: by.supervisor })
      .thenRecords(opened('c01', 'canbo07'));
  });
  it('opens for a supervisor who names nobody, or themselves', () => {
    given().when(open('c01'), { actor: by.supervisor }).thenRecords(opened('c01', 'giamsat'));
    given().when(openFor('c01', 'giamsat'), { actor: by.supervisor }).thenRecords(opened('c01', 'giamsat'));
  });
  it('refuses an officer who opens for somebody else', () => {
    given()
      .in(withOfficer)
      .when(openFor('c01', 'canbo07'))
      .thenRefuses('not-your-counter', { counterId: 'c01' });
  });
  it('refuses somebody whom the centre does not know', () => {
    given()
      .when(openFor('c01', 'khong-co'), { actor: by.supervisor })
      .thenRefuses('unknown-operator', { operatorId: 'khong-co' });
  });
  it('refuses a supervisor to open for somebody who sits elsewhere', () => {
    given(opened('c02', 'canbo07'))
      .in(withOfficer)
      .when(openFor('c01', 'canbo07'), { actor: by.supervisor })
      .thenRefuses('operator-at-another-counter', { counterId: 'c02' });
  });

  it('refuses an unknown counter', () => {
    given().when(open('c99')).thenRefuses('unknown-counter', { counterId: 'c99' });
  });
  it.each([
    ['a device', by.device],
    ['a citizen', by.citizen],
    ['the clock', by.clock],
  ])('refuses %s, who cannot sit at a counter', (_who, actor) => {
    given().when(open('c01'), { actor }).thenRefuses('not-your-counter');
  });
  it('refuses a counter that somebody holds', () => {
    given(opened('c01'))
      .when(open('c01'), { actor: by.officer('canbo02') })
      .thenRefuses('counter-already-open', { counterId: 'c01', operatorId: 'canbo01' });
  });
  it('refuses a supervisor as well: a held counter is closed first', () => {
    given(opened('c01')).when(open('c01'), { actor: by.supervisor }).thenRefuses('counter-already-open');
  });
  it('refuses its own officer a second time, also while resting', () => {
    given(opened('c01')).when(open('c01')).thenRefuses('counter-already-open');
    given(opened('c01'), paused('c01')).when(open('c01')).thenRefuses('counter-already-open');
  });
  it('refuses an officer who sits elsewhere', () => {
    given(opened('c01'))
      .when(open('c02'), { actor: by.officer('canbo01') })
      .thenRefuses('operator-at-another-counter', { counterId: 'c01' });
  });
});
