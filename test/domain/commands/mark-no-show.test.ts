// Nobody came: only a called ticket can be absent, never one that is being served.
import { describe, it } from 'vitest';
import { absent, called, issued, opened, recalled, started, ticketId } from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { markAbsent } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];

describe('mark-no-show', () => {
  it('marks the called ticket as absent', () => {
    given(...calledOnce)
      .when(markAbsent('c01'))
      .thenRecords(absent('A001', 'c01'))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('may follow a recall and be done by a supervisor', () => {
    given(...calledOnce, recalled('A001', 'c01'))
      .when(markAbsent('c01', 'A001'), { actor: by.supervisor })
      .thenRecords(absent('A001', 'c01'));
  });
  onlyTheTicketInHand(markAbsent);
  it('refuses once the holder has come', () => {
    given(...calledOnce, started('A001', 'c01'))
      .when(markAbsent('c01'))
      .thenRefuses('not-called', { number: 'A001' });
  });
});
