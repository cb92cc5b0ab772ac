// Closing a counter: with empty hands only, so that no ticket is left with nobody.
import { describe, it } from 'vitest';
import { clock } from '../../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  finished,
  issued,
  opened,
  parked,
  paused,
  started,
  transferred,
} from '../../support/domain-facts.ts';
import { onlyWhoHoldsTheCounter } from '../../support/domain-refusals.ts';
import { lent } from '../../support/domain-steering-facts.ts';
import { close } from '../../support/domain-wishes.ts';
import { by, given, type Wish } from '../../support/given.ts';

describe('close-counter', () => {
  it('closes with empty hands', () => {
    given(opened('c01')).when(close('c01')).thenRecords(closed('c01')).andAnswers({ sentHome: 0 });
  });
  it('closes while resting', () => {
    given(opened('c01'), paused('c01')).when(close('c01')).thenRecords(closed('c01'));
  });
  it('closes although a ticket is parked here: any counter may take it up again', () => {
    given(issued('A001'), opened('c01'), called('A001', 'c01'), parked('A001', 'c01'))
      .when(close('c01'))
      .thenRecords(closed('c01'));
  });
  it.each([
    ['a supervisor', by.supervisor],
    ['the clock', by.clock],
  ])('may be done by %s, in the name of who sits there', (_who, actor) => {
    given(opened('c01')).when(close('c01'), { actor }).thenRecords(closed('c01'));
  });
  const andSend = (remaining: 'wait' | 'send-home') => ({ ...close('c01'), remaining }) as Wish;
  const sentHome = (number: string) => cancelled(number, 'counter-closed');
  const hall = [issued('A001'), issued('A002', { service: 'ho-tich' }), issued('1001'), opened('c01')];
  it('lets those who wait wait on, asked or not', () => {
    given(...hall)
      .when(close('c01'))
      .thenRecords(closed('c01'))
      .andAnswers({ sentHome: 0 });
    given(...hall)
      .when(andSend('wait'))
      .thenRecords(closed('c01'))
      .andAnswers({ sentHome: 0 });
  });
  it('sends home, each with a record, those whom nobody else serves', () => {
    given(...hall)
      .when(andSend('send-home'))
      .thenRecords(sentHome('A001'), sentHome('A002'), closed('c01'))
      .andAnswers({ sentHome: 2 });
  });
  it('sends home only those whom no other open counter serves, resting or not', () => {
    given(...hall, opened('c04'))
      .when(andSend('send-home'))
      .thenRecords(sentHome('A002'), closed('c01'))
      .andAnswers({ sentHome: 1 });
    given(...hall, opened('c02'), paused('c02'))
      .when(andSend('send-home'))
      .thenRecords(closed('c01'));
  });
  it('counts help that is lent, until it ends', () => {
    const helped = given(...hall, opened('c03'), lent('c03', 'ho-tich', { until: clock('09:00') }));
    helped.when(andSend('send-home'), { at: '08:59' }).thenRecords(sentHome('A001'), closed('c01'));
    helped
      .when(andSend('send-home'), { at: '09:00' })
      .thenRecords(sentHome('A001'), sentHome('A002'), closed('c01'));
  });
  it('sends home who is kept for this counter and served by nobody else, and nobody kept elsewhere', () => {
    const kept = (number: string, keptFor: string) => [
      called(number, 'c03'),
      transferred(number, 'c03', { service: 'dat-dai', keptFor, joinedAt: clock('08:20') }),
    ];
    given(
      ...[issued('1001'), issued('1002'), opened('c01'), opened('c02'), opened('c03')],
      ...[...kept('1001', 'c01'), ...kept('1002', 'c02'), closed('c03')],
    )
      .when(andSend('send-home'))
      .thenRecords(sentHome('1001'), closed('c01'))
      .andAnswers({ sentHome: 1 });
  });
  it('leaves who is parked, absent or already served', () => {
    given(
      ...[issued('A001'), issued('A002'), issued('A003'), opened('c01')],
      ...[called('A001', 'c01'), parked('A001', 'c01'), called('A002', 'c01', 2), absent('A002', 'c01')],
      ...[called('A003', 'c01', 3), finished('A003', 'c01')],
    )
      .when(andSend('send-home'))
      .thenRecords(closed('c01'));
  });

  onlyWhoHoldsTheCounter(close);
  it('refuses while a ticket is called', () => {
    given(issued('A001'), opened('c01'), called('A001', 'c01'))
      .when(close('c01'))
      .thenRefuses('ticket-in-hand', { number: 'A001' });
  });
  it('refuses while a ticket is being served', () => {
    given(issued('A001'), opened('c01'), called('A001', 'c01'), started('A001', 'c01'))
      .when(close('c01'))
      .thenRefuses('ticket-in-hand');
  });
});
