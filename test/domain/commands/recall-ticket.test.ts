// Recalling: for who was called and has not come, up to the centre's limit.
import { describe, it } from 'vitest';
import { called, issued, opened, recalled, started, ticketId } from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { recall } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];

describe('recall-ticket', () => {
  it('calls again under a number of its own', () => {
    given(...calledOnce)
      .when(recall('c01'))
      .thenRecords(recalled('A001', 'c01', 2))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', callSeq: 2 });
  });
  it('takes the ticket the screen showed', () => {
    given(...calledOnce)
      .when(recall('c01', 'A001'))
      .thenRecords(recalled('A001', 'c01', 2));
  });
  it('may be done by a supervisor', () => {
    given(...calledOnce)
      .when(recall('c01'), { actor: by.supervisor })
      .thenRecords(recalled('A001', 'c01', 2));
  });
  it('counts on from calls at other counters', () => {
    given(...calledOnce, issued('1001'), opened('c03'), called('1001', 'c03', 2))
      .when(recall('c01'))
      .thenRecords(recalled('A001', 'c01', 3));
  });

  onlyTheTicketInHand(recall);
  it('refuses once the holder has come', () => {
    given(...calledOnce, started('A001', 'c01'))
      .when(recall('c01'))
      .thenRefuses('not-called', { number: 'A001' });
  });
  it('refuses beyond the limit', () => {
    given(...calledOnce, recalled('A001', 'c01', 2))
      .when(recall('c01'))
      .thenRecords(recalled('A001', 'c01', 3));
    given(...calledOnce, recalled('A001', 'c01', 2), recalled('A001', 'c01', 3))
      .when(recall('c01'))
      .thenRefuses('too-many-recalls', { number: 'A001', limit: 2 });
  });
  it('counts the recalls of each call anew', () => {
    const twice = [...calledOnce, recalled('A001', 'c01', 2), recalled('A001', 'c01', 3)];
    given(...twice, called('A001', 'c01', 4))
      .when(recall('c01'))
      .thenRecords(recalled('A001', 'c01', 5));
  });
});
