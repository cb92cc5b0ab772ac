// A counter no longer helps a service out.
import { describe, it } from 'vitest';
import { called, firstOf, issued, opened } from '../../support/domain-facts.ts';
import { lendingEnded, lent } from '../../support/domain-steering-facts.ts';
import { endLending } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, by, given } from '../../support/given.ts';

describe('end-lending', () => {
  it('ends it, for a counter where nobody sits too', () => {
    given(lent('c01', 'dat-dai'))
      .when(endLending('c01', 'dat-dai'), { actor: by.supervisor })
      .thenRecords(lendingEnded('c01', 'dat-dai'))
      .andAnswers({});
  });
  it('leaves other lendings alone', () => {
    given(
      ...[at('08:00'), issued('B01'), opened('c01'), lent('c01', 'dat-dai'), lent('c01', 'tra-ket-qua')],
      lendingEnded('c01', 'dat-dai'),
    )
      .when(callNext('c01'), { at: '08:10' })
      .thenRecords({
        ...called('B01', 'c01', 1, firstOf('B01', 10)),
        drawsFrom: ['chung-thuc', 'ho-tich', 'tra-ket-qua'] as never,
      });
  });
  it('refuses an unknown counter', () => {
    given().when(endLending('c99', 'dat-dai')).thenRefuses('unknown-counter', { counterId: 'c99' });
  });
  it('refuses what is not lent, or no longer', () => {
    const params = { counterId: 'c01', serviceId: 'dat-dai' };
    given(lent('c01', 'tra-ket-qua')).when(endLending('c01', 'dat-dai')).thenRefuses('not-lent', params);
    given(lent('c01', 'dat-dai'), lendingEnded('c01', 'dat-dai'))
      .when(endLending('c01', 'dat-dai'))
      .thenRefuses('not-lent', params);
  });
});
