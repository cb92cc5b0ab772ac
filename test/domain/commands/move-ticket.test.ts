// Sending somebody who waits to another queue, with the wait earned so far or joining now.
import { describe, expect, it } from 'vitest';
import { clock } from '../../support/domain-clock.ts';
import {
  called,
  firstOf,
  issued,
  opened,
  parked,
  ticketId,
  transferred,
} from '../../support/domain-facts.ts';
import { onlyKnownTickets } from '../../support/domain-refusals.ts';
import { moved } from '../../support/domain-steering-facts.ts';
import { move } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, floorAfter, given } from '../../support/given.ts';

const waiting = [at('08:00'), issued('A001')];
const keptForC02 = [
  ...[issued('A001'), opened('c01'), opened('c02'), called('A001', 'c01')],
  transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c02', joinedAt: clock('08:04') }),
];

describe('move-ticket', () => {
  it('takes the wait along', () => {
    given(...waiting)
      .when(move('A001', 'dat-dai'), { at: '08:30' })
      .thenRecords(moved('A001', 'dat-dai', clock('08:00')))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('joins now if asked', () => {
    given(...waiting)
      .when(move('A001', 'dat-dai', { keepPlace: false }), { at: '08:30' })
      .thenRecords(moved('A001', 'dat-dai', clock('08:30')));
  });
  it('waits in the other queue from then on, and has been passed by nobody there', () => {
    const state = floorAfter(...waiting, at('08:30'), moved('A001', 'dat-dai', clock('08:00')));
    expect(state.tickets.get(ticketId('A001'))).toMatchObject({
      ...{ status: 'waiting', serviceId: 'dat-dai', departmentId: 'moi-truong', joinedAt: clock('08:00') },
      ...{ reservedFor: null, passed: 0, transferred: false },
    });
    given(...waiting, issued('1001'), opened('c03'), at('08:30'), moved('A001', 'dat-dai', clock('08:00')))
      .when(callNext('c03'), { at: '08:40' })
      .thenRecords(called('A001', 'c03', 1, firstOf('A001', 40)));
  });
  it('frees a ticket that is kept for a counter, to its own service too', () => {
    given(...keptForC02)
      .when(move('A001', 'chung-thuc'))
      .thenRecords(moved('A001', 'chung-thuc', clock('08:04')));
    const state = floorAfter(...keptForC02, moved('A001', 'chung-thuc', clock('08:04')));
    expect(state.tickets.get(ticketId('A001'))).toMatchObject({ reservedFor: null });
  });

  onlyKnownTickets((number) => move(number, 'dat-dai'));
  it('refuses an unknown service', () => {
    given(...waiting)
      .when(move('A001', 'khong-co'))
      .thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
  it('refuses the queue where it waits already', () => {
    given(...waiting)
      .when(move('A001', 'chung-thuc'))
      .thenRefuses('transfer-to-itself', { number: 'A001' });
  });
  it.each([
    ['called', [called('A001', 'c01')]],
    ['parked', [called('A001', 'c01'), parked('A001', 'c01')]],
  ])('refuses a ticket that is %s', (_how, steps) => {
    given(issued('A001'), opened('c01'), ...steps)
      .when(move('A001', 'dat-dai'))
      .thenRefuses('not-waiting', { number: 'A001' });
  });
});
