// Giving a ticket back: while it waits or is parked; never out of an officer's hands, never twice.
import { describe, it } from 'vitest';
import {
  absent,
  called,
  cancelled,
  finished,
  issued,
  opened,
  parked,
  started,
  ticketId,
} from '../../support/domain-facts.ts';
import { onlyKnownTickets } from '../../support/domain-refusals.ts';
import { giveBack } from '../../support/domain-wishes.ts';
import { given } from '../../support/given.ts';

const inHand = [issued('A001'), opened('c01'), called('A001', 'c01')];

describe('cancel-ticket', () => {
  it('ends a waiting ticket', () => {
    given(issued('A001'))
      .when(giveBack('A001'))
      .thenRecords(cancelled('A001'))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('ends a parked ticket', () => {
    given(...inHand, parked('A001', 'c01'))
      .when(giveBack('A001'))
      .thenRecords(cancelled('A001'));
  });
  onlyKnownTickets(giveBack);
  it('refuses a ticket that has been called', () => {
    given(...inHand)
      .when(giveBack('A001'))
      .thenRefuses('not-waiting', { number: 'A001' });
  });
  it('refuses a ticket that is being served', () => {
    given(...inHand, started('A001', 'c01'))
      .when(giveBack('A001'))
      .thenRefuses('not-waiting');
  });
  it.each([
    ['finished', [started('A001', 'c01'), finished('A001', 'c01')]],
    ['absent', [absent('A001', 'c01')]],
  ])('refuses a ticket that is %s', (_how, end) => {
    given(...inHand, ...end)
      .when(giveBack('A001'))
      .thenRefuses('already-ended', { number: 'A001' });
  });
  it('refuses a second time', () => {
    given(issued('A001'), cancelled('A001')).when(giveBack('A001')).thenRefuses('already-ended');
  });
});
