// Resting at a counter: with one of the centre's reasons, once the ticket in hand is done.
import { describe, it } from 'vitest';
import { opened, paused } from '../../support/domain-facts.ts';
import { onlyWithEmptyHands } from '../../support/domain-refusals.ts';
import { pause } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

describe('pause-counter', () => {
  it('keeps the reason', () => {
    given(opened('c01')).when(pause('c01', 'hop')).thenRecords(paused('c01', 'hop')).andAnswers({});
  });
  it('may be done by a supervisor', () => {
    given(opened('c01')).when(pause('c01'), { actor: by.supervisor }).thenRecords(paused('c01'));
  });
  onlyWithEmptyHands((counterId) => pause(counterId));
  it('refuses a reason that the centre does not know', () => {
    given(opened('c01'))
      .when(pause('c01', 'cau-ca'))
      .thenRefuses('unknown-pause-reason', { reason: 'cau-ca' });
  });
});
