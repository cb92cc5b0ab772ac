// The holder of the called ticket has come to the counter.
import { describe, it } from 'vitest';
import { called, issued, opened, recalled, started, ticketId } from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { start } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];

describe('start-service', () => {
  it('begins the service', () => {
    given(...calledOnce)
      .when(start('c01'))
      .thenRecords(started('A001', 'c01'))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('begins it after a recall, for the ticket the screen showed', () => {
    given(...calledOnce, recalled('A001', 'c01'))
      .when(start('c01', 'A001'))
      .thenRecords(started('A001', 'c01'));
  });
  it('may be done by a supervisor', () => {
    given(...calledOnce)
      .when(start('c01'), { actor: by.supervisor })
      .thenRecords(started('A001', 'c01'));
  });
  onlyTheTicketInHand(start);
  it('refuses a second time', () => {
    given(...calledOnce, started('A001', 'c01'))
      .when(start('c01'))
      .thenRefuses('not-called', { number: 'A001' });
  });
});
