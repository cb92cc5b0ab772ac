// Taking over a counter that somebody else has left open: two people never hold one, and the ticket in hand stays.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  called,
  closed,
  finished,
  issued,
  opened,
  paused,
  started,
  ticketId,
} from '../../support/domain-facts.ts';
import { takenOver } from '../../support/domain-steering-facts.ts';
import { takeOver } from '../../support/domain-steering-wishes.ts';
import { callNext, finish } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given } from '../../support/given.ts';

const other = { actor: by.officer('canbo02') };
const serving = [issued('A001'), opened('c01'), called('A001', 'c01'), started('A001', 'c01')];

describe('take-over-counter', () => {
  it('puts somebody else at the counter', () => {
    given(opened('c01')).when(takeOver('c01'), other).thenRecords(takenOver('c01', 'canbo02')).andAnswers({});
  });
  it('leaves the ticket in hand where it is, in the hands of who came', () => {
    const state = floorAfter(...serving, at('08:20'), takenOver('c01', 'canbo02'));
    expect(state.tickets.get(ticketId('A001'))).toMatchObject({
      ...{ status: 'serving', counterId: 'c01', operatorId: 'canbo02', startedAt: clock('08:03') },
    });
    expect(state.counters.get('c01' as CounterId)).toMatchObject({
      ...{ status: 'open', operatorId: 'canbo02', openedAt: clock('08:20'), ticketInHand: ticketId('A001') },
    });
    given(...serving, takenOver('c01', 'canbo02'))
      .when(finish('c01'), other)
      .thenRecords({ ...finished('A001', 'c01'), operatorId: 'canbo02' as never });
  });
  it('ends a rest', () => {
    const state = floorAfter(opened('c01'), paused('c01'), takenOver('c01', 'canbo02'));
    expect(state.counters.get('c01' as CounterId)).toMatchObject({
      ...{ status: 'open', pauseReason: null, pausedAt: null, backAt: null },
    });
  });
  it('lets whoever sat there sit down elsewhere, and press nothing more here', () => {
    const after = [issued('A001'), opened('c01'), takenOver('c01', 'canbo02')];
    given(...after)
      .when(callNext('c01'), { actor: by.officer('canbo01') })
      .thenRefuses('not-your-counter', { counterId: 'c01' });
    given(...after, opened('c03'))
      .when(takeOver('c03'), { actor: by.officer('canbo01') })
      .thenRecords(takenOver('c03', 'canbo01'));
  });

  it('refuses an unknown counter', () => {
    given().when(takeOver('c99')).thenRefuses('unknown-counter', { counterId: 'c99' });
  });
  it.each([
    ['a device', by.device],
    ['a citizen', by.citizen],
    ['the clock', by.clock],
  ])('refuses %s, who cannot sit at a counter', (_who, actor) => {
    given(opened('c01'))
      .when(takeOver('c01'), { actor })
      .thenRefuses('not-your-counter', { counterId: 'c01' });
  });
  it('refuses a counter that is not open', () => {
    given().when(takeOver('c01')).thenRefuses('counter-not-open', { counterId: 'c01' });
    given(opened('c01'), closed('c01')).when(takeOver('c01')).thenRefuses('counter-not-open');
  });
  it('refuses whoever sits there already', () => {
    given(opened('c01'))
      .when(takeOver('c01'))
      .thenRefuses('counter-already-open', { counterId: 'c01', operatorId: 'canbo01' });
  });
  it('refuses whoever sits elsewhere', () => {
    given(opened('c01'), opened('c02'))
      .when(takeOver('c01'), other)
      .thenRefuses('operator-at-another-counter', { counterId: 'c02' });
  });
});
