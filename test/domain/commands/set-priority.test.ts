// Giving somebody a priority class, or taking it back: it holds from the next call on.
import { describe, it } from 'vitest';
import { centre } from '../../support/domain-centre.ts';
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
import { classChanged } from '../../support/domain-steering-facts.ts';
import { giveClass } from '../../support/domain-steering-wishes.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, given } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];

describe('set-priority', () => {
  it.each([
    ['waits', [issued('A001')]],
    ['is called', calledOnce],
    ['is being served', [...calledOnce, started('A001', 'c01')]],
    ['is parked', [...calledOnce, parked('A001', 'c01')]],
  ])('gives a class to who %s', (_how, steps) => {
    given(...steps)
      .when(giveClass('A001', 'cao-tuoi'))
      .thenRecords(classChanged('A001', 'cao-tuoi'))
      .andAnswers({ ticketId: ticketId('A001') });
  });
  it('takes it back', () => {
    given(issued('A001', { priorityClass: 'cao-tuoi' }))
      .when(giveClass('A001', null))
      .thenRecords(classChanged('A001', null));
  });
  it('has effect on the next call', () => {
    given(at('08:00'), issued('A001'), issued('A002'), opened('c01'), classChanged('A002', 'cao-tuoi'))
      .in(centre({ dispatch: {} }))
      .when(callNext('c01'), { at: '08:05' })
      .thenRecords(
        called('A002', 'c01', 1, {
          code: 'promise-share',
          params: {
            ...{ number: 'A002', waitedMinutes: 7, promisedMinutes: 8, percent: 87 },
            ...{ otherNumber: 'A001', otherWaitedMinutes: 5, otherPromisedMinutes: 30, otherPercent: 16 },
          },
        }),
      );
  });
  onlyKnownTickets((number) => giveClass(number, 'cao-tuoi'));
  it('refuses an unknown class', () => {
    given(issued('A001'))
      .when(giveClass('A001', 'vip'))
      .thenRefuses('unknown-priority-class', { priorityClass: 'vip' });
  });
  it.each([
    ['was served', [...calledOnce, finished('A001', 'c01')]],
    ['is absent', [...calledOnce, absent('A001', 'c01')]],
    ['was given back', [issued('A001'), cancelled('A001')]],
  ])('refuses a ticket that %s', (_how, steps) => {
    given(...steps)
      .when(giveClass('A001', 'cao-tuoi'))
      .thenRefuses('already-ended', { number: 'A001' });
  });
});
