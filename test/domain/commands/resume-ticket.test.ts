// Taking a parked ticket up again: it is called at once, ahead of the queue, at whichever counter is free.
import { describe, it } from 'vitest';
import {
  absent,
  called,
  cancelled,
  finished,
  issued,
  opened,
  parked,
  takenUpAgain,
  ticketId,
} from '../../support/domain-facts.ts';
import { onlyKnownTickets, onlyWithEmptyHands } from '../../support/domain-refusals.ts';
import { takeUpAgain } from '../../support/domain-wishes.ts';
import { given } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];
const because = { code: 'resumed', params: { number: 'A001' } };

describe('resume-ticket', () => {
  it('calls the parked ticket before all who wait', () => {
    given(...calledOnce, parked('A001', 'c01'), issued('A002'))
      .when(takeUpAgain('c01', 'A001'))
      .thenRecords(takenUpAgain('A001', 'c01'), called('A001', 'c01', 2, because))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', callSeq: 2 });
  });
  it('may be done at another counter than it was parked at', () => {
    given(...calledOnce, parked('A001', 'c01'), opened('c03'))
      .when(takeUpAgain('c03', 'A001'))
      .thenRecords(takenUpAgain('A001', 'c03'), called('A001', 'c03', 2, because));
  });
  onlyWithEmptyHands((counterId) => takeUpAgain(counterId, 'A002'));
  onlyKnownTickets((number) => takeUpAgain('c01', number));
  it.each([
    ['waiting', [issued('A001'), opened('c01')]],
    ['in other hands', [issued('A001'), opened('c01'), opened('c02'), called('A001', 'c02')]],
    ['absent', [...calledOnce, absent('A001', 'c01')]],
    ['finished', [...calledOnce, finished('A001', 'c01')]],
    ['cancelled', [issued('A001'), opened('c01'), cancelled('A001')]],
  ])('refuses a ticket that is %s', (_how, facts) => {
    given(...facts)
      .when(takeUpAgain('c01', 'A001'))
      .thenRefuses('not-parked', { number: 'A001' });
  });
});
