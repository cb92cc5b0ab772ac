// The time of a parked ticket has come: it is next where it was parked, or anywhere where that counter is closed.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  called,
  closed,
  finished,
  firstOf,
  issued,
  opened,
  parked,
  paused,
  ticketId,
} from '../../support/domain-facts.ts';
import { onlyKnownTickets } from '../../support/domain-refusals.ts';
import { cameBack, takenOver } from '../../support/domain-steering-facts.ts';
import { timeHasCome } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given } from '../../support/given.ts';

const clockActor = { actor: by.clock };
const parkedFor = [
  ...[issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'), at('08:30')],
  { ...parked('A001', 'c01'), backAt: clock('08:45') },
];

describe('resume-due-ticket', () => {
  it('keeps it for the counter that parked it', () => {
    given(...parkedFor)
      .when(timeHasCome('A001'), { ...clockActor, at: '08:45' })
      .thenRecords(cameBack('A001', 'c01', 'c01'))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('keeps it there also while the counter rests', () => {
    given(...parkedFor, paused('c01'))
      .when(timeHasCome('A001'), { ...clockActor, at: '08:45' })
      .thenRecords(cameBack('A001', 'c01', 'c01'));
  });
  it('names whoever sits there by now', () => {
    given(...parkedFor, takenOver('c01', 'canbo05'))
      .when(timeHasCome('A001'), { ...clockActor, at: '08:50' })
      .thenRecords(cameBack('A001', 'c01', 'c01', 'canbo05'));
  });
  it('gives it to any counter of its service where that one is closed', () => {
    given(...parkedFor, closed('c01'))
      .when(timeHasCome('A001'), { ...clockActor, at: '08:45' })
      .thenRecords(cameBack('A001', 'c01', null));
  });
  it('makes it the next, before those who have waited longer', () => {
    const due = [...parkedFor, at('08:45'), cameBack('A001', 'c01', 'c01')];
    expect(floorAfter(...due).tickets.get(ticketId('A001'))).toMatchObject({
      ...{ status: 'waiting', reservedFor: 'c01', joinedAt: clock('08:45'), turnsToWait: 0 },
    });
    given(...due)
      .when(callNext('c01'))
      .thenRecords(called('A001', 'c01', 2, { code: 'due', params: { number: 'A001' } }));
    given(...due, opened('c02'))
      .when(callNext('c02'), { at: '08:50' })
      .thenRecords(called('A002', 'c02', 2, firstOf('A002', 49)));
  });
  it('is next anywhere once the counter it was kept for closes', () => {
    given(...parkedFor, at('08:45'), cameBack('A001', 'c01', 'c01'), closed('c01'), opened('c02'))
      .when(callNext('c02'))
      .thenRecords(called('A001', 'c02', 2, { code: 'due', params: { number: 'A001' } }));
    expect(
      floorAfter(...parkedFor, at('08:45'), cameBack('A001', 'c01', 'c01'), closed('c01')).counters.get(
        'c01' as CounterId,
      )?.status,
    ).toBe('closed');
  });

  onlyKnownTickets(timeHasCome);
  it('refuses before its time', () => {
    given(...parkedFor)
      .when(timeHasCome('A001'), { ...clockActor, at: '08:44:59' })
      .thenRefuses('not-due', { number: 'A001' });
  });
  it('refuses a ticket that somebody must take up', () => {
    given(issued('A001'), opened('c01'), called('A001', 'c01'), parked('A001', 'c01'))
      .when(timeHasCome('A001'), clockActor)
      .thenRefuses('not-due', { number: 'A001' });
  });
  it.each([
    ['taken up meanwhile', [called('A001', 'c01', 2)]],
    ['taken up and finished meanwhile', [called('A001', 'c01', 2), finished('A001', 'c01')]],
    ['brought back already', [cameBack('A001', 'c01', 'c01')]],
  ])('refuses one that was %s', (_how, steps) => {
    given(...parkedFor, at('08:46'), ...steps)
      .when(timeHasCome('A001'), { ...clockActor, at: '08:50' })
      .thenRefuses('not-parked', { number: 'A001' });
  });
});
