// Calling a chosen number: one that waits, or one that was absent and has come back.
import { describe, it } from 'vitest';
import { clock } from '../../support/domain-clock.ts';
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
  transferred,
} from '../../support/domain-facts.ts';
import { onlyKnownTickets, onlyWithEmptyHands } from '../../support/domain-refusals.ts';
import { callNumber } from '../../support/domain-wishes.ts';
import { given } from '../../support/given.ts';

const keptForThree = [
  ...[issued('A001'), opened('c01'), opened('c03'), called('A001', 'c01')],
  transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c03', joinedAt: clock('08:20') }),
];

describe('call-ticket', () => {
  it('calls a number out of turn', () => {
    given(issued('A001'), issued('A002'), opened('c01'))
      .when(callNumber('c01', 'A002'))
      .thenRecords(called('A002', 'c01'))
      .andAnswers({ ticketId: ticketId('A002'), number: 'A002', callSeq: 1 });
  });
  it('calls a number of a service that is not its own', () => {
    given(issued('1001'), opened('c01')).when(callNumber('c01', '1001')).thenRecords(called('1001', 'c01'));
  });
  it('calls who was absent and came back, at any counter', () => {
    given(issued('A001'), opened('c01'), opened('c02'), called('A001', 'c01'), absent('A001', 'c01'))
      .when(callNumber('c02', 'A001'))
      .thenRecords(called('A001', 'c02', 2));
  });
  it('calls who is kept for this counter', () => {
    given(...keptForThree)
      .when(callNumber('c03', 'A001'))
      .thenRecords(called('A001', 'c03', 2));
  });

  onlyWithEmptyHands((counterId) => callNumber(counterId, 'A002'));
  onlyKnownTickets((number) => callNumber('c01', number));
  it('refuses who is kept for another counter', () => {
    given(...keptForThree)
      .when(callNumber('c01', 'A001'))
      .thenRefuses('reserved-for-another-counter', { number: 'A001', counterId: 'c03' });
  });
  const atTwo = [issued('A001'), opened('c01'), opened('c02'), called('A001', 'c02')];
  it.each([
    ['called elsewhere', atTwo],
    ['being served elsewhere', [...atTwo, started('A001', 'c02')]],
    ['parked', [...atTwo, parked('A001', 'c02')]],
    ['finished', [...atTwo, started('A001', 'c02'), finished('A001', 'c02')]],
    ['cancelled', [issued('A001'), opened('c01'), cancelled('A001')]],
  ])('refuses a ticket that is %s', (_how, facts) => {
    given(...facts)
      .when(callNumber('c01', 'A001'))
      .thenRefuses('not-waiting', { number: 'A001' });
  });
});
