// Closing a counter: with empty hands only, so that no ticket is left with nobody.
import { describe, it } from 'vitest';
import { called, closed, issued, opened, parked, paused, started } from '../../support/domain-facts.ts';
import { onlyWhoHoldsTheCounter } from '../../support/domain-refusals.ts';
import { close } from '../../support/domain-wishes.ts';
import { by, given } from '../../support/given.ts';

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
