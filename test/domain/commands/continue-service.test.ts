// Another service for the same person, at once and at this counter: nobody is called, the first stint is over.
import { describe, expect, it } from 'vitest';
import type { CounterId } from '../../../protocol/ids.ts';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import { called, finished, issued, opened, started, ticketId } from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { continued } from '../../support/domain-steering-facts.ts';
import { goOnWith } from '../../support/domain-steering-wishes.ts';
import { at, by, floorAfter, given } from '../../support/given.ts';

const calledOnce = [issued('A001', { journey: ['tra-ket-qua'] }), opened('c01'), called('A001', 'c01')];
const serving = [...calledOnce, started('A001', 'c01')];

describe('continue-service', () => {
  it('ends the first service, not the visit, and begins the second', () => {
    given(...serving)
      .when(goOnWith('c01', 'dat-dai', 'A001'))
      .thenRecords(finished('A001', 'c01', 'another-service'), continued('A001', 'c01', 'dat-dai'))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001' });
  });
  it('may be the same service once more', () => {
    given(...serving)
      .when(goOnWith('c01', 'chung-thuc'))
      .thenRecords(finished('A001', 'c01', 'another-service'), continued('A001', 'c01', 'chung-thuc'));
  });
  it('keeps the ticket in hand, its journey, and counts one more done', () => {
    const state = floorAfter(
      ...[...serving, at('08:20'), finished('A001', 'c01', 'another-service')],
      ...[at('08:20'), continued('A001', 'c01', 'dat-dai')],
    );
    expect(state.tickets.get(ticketId('A001'))).toMatchObject({
      ...{ status: 'serving', serviceId: 'dat-dai', departmentId: 'moi-truong', startedAt: clock('08:20') },
      ...{ calledAt: clock('08:02'), journey: ['tra-ket-qua'] },
    });
    expect(state.counters.get('c01' as CounterId)).toMatchObject({
      ...{ finishedToday: 1, lastFinished: null, ticketInHand: ticketId('A001'), lastStep: null },
    });
    expect(state.callSeq).toBe(1);
  });
  it('may be done by a supervisor, in the name of who called', () => {
    given(...serving)
      .when(goOnWith('c01', 'dat-dai'), { actor: by.supervisor })
      .thenRecords(finished('A001', 'c01', 'another-service'), continued('A001', 'c01', 'dat-dai'));
  });

  onlyTheTicketInHand((counterId, number) => goOnWith(counterId, 'dat-dai', number));
  it('refuses an unknown service', () => {
    given(...serving)
      .when(goOnWith('c01', 'khong-co'))
      .thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
  it('refuses a ticket whose holder has not come', () => {
    given(...calledOnce)
      .when(goOnWith('c01', 'dat-dai'))
      .thenRefuses('not-serving', { number: 'A001' });
  });
  it('refuses a service that the officer may not serve', () => {
    const skilled = centre({
      staff: [
        { username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null },
        { username: 'canbo01', name: 'Một', roles: ['operator'], password: null, skills: ['chung-thuc'] },
      ],
    });
    given(...serving)
      .in(skilled)
      .when(goOnWith('c01', 'dat-dai'))
      .thenRefuses('operator-without-skill', { operatorId: 'canbo01', serviceId: 'dat-dai' });
  });
});
