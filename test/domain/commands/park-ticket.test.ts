// Parking: the citizen has something to do and comes back; a service that had begun leaves its stint.
import { describe, it } from 'vitest';
import { clock } from '../../support/domain-clock.ts';
import { called, finished, issued, opened, parked, started, ticketId } from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { park } from '../../support/domain-wishes.ts';
import { by, given, type Wish } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];

describe('park-ticket', () => {
  it('parks a called ticket with its reason', () => {
    given(...calledOnce)
      .when(park('c01'))
      .thenRecords(parked('A001', 'c01', 'bổ sung giấy'))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('ends the stint of a service that had begun', () => {
    given(...calledOnce, started('A001', 'c01'))
      .when(park('c01', 'A001'))
      .thenRecords(finished('A001', 'c01', 'parked'), parked('A001', 'c01'));
  });
  it('may be done by a supervisor', () => {
    given(...calledOnce)
      .when(park('c01'), { actor: by.supervisor })
      .thenRecords(parked('A001', 'c01'));
  });
  it('keeps when it comes back by itself, counted from now', () => {
    given(...calledOnce)
      .when({ ...park('c01'), forMinutes: 15 } as Wish, { at: '08:30' })
      .thenRecords({ ...parked('A001', 'c01'), backAt: clock('08:45') });
  });
  onlyTheTicketInHand(park);
});
