// Opening a counter: one member of staff, one counter.
import { describe, it } from 'vitest';
import { closed, opened, paused } from '../../support/domain-facts.ts';
import { open } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

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
