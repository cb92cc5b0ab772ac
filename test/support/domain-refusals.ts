// Refusals that several commands share, as suites that each command's test runs: who may act at a counter, what needs a
// ticket in hand, what needs empty hands.
import { describe, it } from 'vitest';
import { called, closed, issued, opened, paused, started, ticketId } from './domain-facts.ts';
import { by, given, type Wish } from './given.ts';

/** For every command given at an open counter. */
export function onlyWhoHoldsTheCounter(wish: (counterId: string) => Wish): void {
  describe('the counter', () => {
    it('must exist', () => {
      given().when(wish('c99')).thenRefuses('unknown-counter', { counterId: 'c99' });
    });
    it('must have been opened', () => {
      given().when(wish('c01')).thenRefuses('counter-not-open', { counterId: 'c01' });
    });
    it('must not have been closed again', () => {
      given(opened('c01'), closed('c01')).when(wish('c01')).thenRefuses('counter-not-open');
    });
    it.each([
      ['another officer', by.officer('canbo02')],
      ['a device', by.device],
      ['a citizen', by.citizen],
    ])('is not worked by %s', (_who, actor) => {
      given(opened('c01')).when(wish('c01'), { actor }).thenRefuses('not-your-counter', { counterId: 'c01' });
    });
  });
}

/** For every command about the ticket in hand. */
export function onlyTheTicketInHand(wish: (counterId: string, number?: string) => Wish): void {
  onlyWhoHoldsTheCounter((counterId) => wish(counterId));
  describe('the ticket', () => {
    it('must be in hand', () => {
      given(issued('A001'), opened('c01'))
        .when(wish('c01'))
        .thenRefuses('no-ticket-in-hand', { counterId: 'c01' });
    });
    it('must be in hand, whatever the screen still showed', () => {
      given(issued('A001'), opened('c01')).when(wish('c01', 'A001')).thenRefuses('no-ticket-in-hand');
    });
    it('must be the one the key was pressed for', () => {
      given(issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'))
        .when(wish('c01', 'A002'))
        .thenRefuses('not-in-hand', { number: 'A001' });
    });
  });
}

/** For every command that needs a counter with empty hands, not paused. */
export function onlyWithEmptyHands(wish: (counterId: string) => Wish): void {
  onlyWhoHoldsTheCounter(wish);
  describe('the hands', () => {
    it('must be empty: a called ticket is there', () => {
      given(issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'))
        .when(wish('c01'))
        .thenRefuses('ticket-in-hand', { number: 'A001' });
    });
    it('must be empty: a ticket is being served', () => {
      given(issued('A001'), opened('c01'), called('A001', 'c01'), started('A001', 'c01'))
        .when(wish('c01'))
        .thenRefuses('ticket-in-hand', { number: 'A001' });
    });
    it('must not rest', () => {
      given(issued('A002'), opened('c01'), paused('c01'))
        .when(wish('c01'))
        .thenRefuses('counter-paused', { counterId: 'c01' });
    });
  });
}

/** For every command that names a ticket. */
export function onlyKnownTickets(wish: (number: string) => Wish): void {
  it('refuses a ticket that was never issued', () => {
    given(opened('c01'))
      .when(wish('A404'))
      .thenRefuses('unknown-ticket', { ticketId: ticketId('A404') });
  });
}
