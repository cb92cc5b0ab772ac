// The end of a rest.
import { describe, it } from 'vitest';
import { opened, paused, resumed } from '../../support/domain-facts.ts';
import { onlyWhoHoldsTheCounter } from '../../support/domain-refusals.ts';
import { goOn } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

describe('resume-counter', () => {
  it('ends the rest', () => {
    given(opened('c01'), paused('c01')).when(goOn('c01')).thenRecords(resumed('c01')).andAnswers({});
  });
  it('may be done by a supervisor', () => {
    given(opened('c01'), paused('c01'))
      .when(goOn('c01'), { actor: by.supervisor })
      .thenRecords(resumed('c01'));
  });
  onlyWhoHoldsTheCounter(goOn);
  it('refuses where nobody rests', () => {
    given(opened('c01')).when(goOn('c01')).thenRefuses('counter-not-paused', { counterId: 'c01' });
    given(opened('c01'), paused('c01'), resumed('c01')).when(goOn('c01')).thenRefuses('counter-not-paused');
  });
});
