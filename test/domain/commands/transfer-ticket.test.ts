// Transferring: to a service or to an open counter, keeping the place or joining at the end, the journey kept or given anew.
import { describe, expect, it } from 'vitest';
import { centreRules } from '../../../server/domain/centre-rules.ts';
import { centre } from '../../support/domain-centre.ts';
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
  transferred,
} from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { sendToPerson } from '../../support/domain-steering-wishes.ts';
import { sendToCounter, sendToService } from '../../support/domain-wishes.ts';
import { at, by, floorAfter, given } from '../../support/given.ts';

const calledOnce = [at('08:00'), issued('A001'), opened('c01'), called('A001', 'c01')];
const toLand = (joinedAt: string) => ({ service: 'dat-dai', joinedAt: clock(joinedAt) });

describe('transfer-ticket', () => {
  it('sends the ticket to the end of another service', () => {
    given(...calledOnce)
      .when(sendToService('c01', 'dat-dai'), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', toLand('08:40')))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001' });
  });
  it('keeps the wait that it earned if asked: two minutes until its call, whatever it spent at the counter', () => {
    given(...calledOnce)
      .when(sendToService('c01', 'dat-dai', { keepPlace: true }), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', toLand('08:38')));
  });
  it('ends the stint of a service that had begun', () => {
    given(...calledOnce, started('A001', 'c01'))
      .when(sendToService('c01', 'dat-dai', { number: 'A001' }), { at: '08:40' })
      .thenRecords(finished('A001', 'c01', 'transfer'), transferred('A001', 'c01', toLand('08:40')));
  });
  it('keeps the ticket for one open counter, with its own service', () => {
    given(...calledOnce, opened('c03'))
      .when(sendToCounter('c01', 'c03'), { at: '08:40' })
      .thenRecords(
        transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c03', joinedAt: clock('08:40') }),
      );
  });
  it('keeps it for a counter that rests as well', () => {
    given(...calledOnce, opened('c02'), paused('c02'))
      .when(sendToCounter('c01', 'c02', { keepPlace: true }), { at: '08:40' })
      .thenRecords(
        transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c02', joinedAt: clock('08:38') }),
      );
  });
  it('takes a note along, and keeps the one before where none is given', () => {
    given(...calledOnce)
      .when(sendToService('c01', 'dat-dai', { note: '  đã thu lệ phí ' }), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', { ...toLand('08:40'), note: 'đã thu lệ phí' }));
    given(
      ...[...calledOnce, opened('c03')],
      transferred('A001', 'c01', { ...toLand('08:40'), note: 'đã thu lệ phí' }),
      called('A001', 'c03', 2),
    )
      .when(sendToService('c03', 'chung-thuc'), { at: '08:50' })
      .thenRecords(
        transferred('A001', 'c03', {
          ...{ service: 'chung-thuc', joinedAt: clock('08:50'), note: 'đã thu lệ phí' },
        }),
      );
  });
  it('leaves the journey as it is, or takes a new one', () => {
    const onJourney = [
      at('08:00'),
      issued('A001', { journey: ['ho-tich'] }),
      opened('c01'),
      called('A001', 'c01'),
    ];
    given(...onJourney)
      .when(sendToService('c01', 'dat-dai'), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', { ...toLand('08:40'), journey: ['ho-tich'] }));
    given(...onJourney)
      .when(sendToService('c01', 'dat-dai', { journey: ['tra-ket-qua'] }), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', { ...toLand('08:40'), journey: ['tra-ket-qua'] }));
    given(...onJourney)
      .when(sendToService('c01', 'dat-dai', { journey: [] }), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', toLand('08:40')));
  });
  it('does not hold a service given up meanwhile against the officer', () => {
    given(at('08:00'), issued('A001', { journey: ['da-bo'] }), opened('c01'), called('A001', 'c01'))
      .when(sendToService('c01', 'dat-dai'), { at: '08:40' })
      .thenRecords(transferred('A001', 'c01', { ...toLand('08:40'), journey: ['da-bo'] }));
  });
  it('may be done by a supervisor', () => {
    given(...calledOnce)
      .when(sendToService('c01', 'dat-dai'), { at: '08:40', actor: by.supervisor })
      .thenRecords(transferred('A001', 'c01', toLand('08:40')));
  });

  onlyTheTicketInHand((counterId, number) =>
    sendToService(counterId, 'dat-dai', number === undefined ? {} : { number }),
  );
  it('refuses an unknown service as goal or on the new journey', () => {
    given(...calledOnce)
      .when(sendToService('c01', 'khong-co'))
      .thenRefuses('unknown-service', { serviceId: 'khong-co' });
    given(...calledOnce)
      .when(sendToService('c01', 'dat-dai', { journey: ['khong-co'] }))
      .thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
  it('refuses an unknown counter', () => {
    given(...calledOnce)
      .when(sendToCounter('c01', 'c99'))
      .thenRefuses('unknown-counter', { counterId: 'c99' });
  });
  it('refuses the service or the counter where it is already', () => {
    given(...calledOnce)
      .when(sendToService('c01', 'chung-thuc'))
      .thenRefuses('transfer-to-itself', { number: 'A001' });
    given(...calledOnce)
      .when(sendToCounter('c01', 'c01'))
      .thenRefuses('transfer-to-itself', { number: 'A001' });
  });
  it('keeps it for whoever sits at a counter, wherever that is', () => {
    given(...calledOnce, opened('c03', 'canbo07'))
      .when(sendToPerson('c01', 'canbo07'), { at: '08:40' })
      .thenRecords(
        transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c03', joinedAt: clock('08:40') }),
      );
    given(...calledOnce, opened('c03', 'canbo07'))
      .when(sendToPerson('c01', 'canbo07', true), { at: '08:40' })
      .thenRecords(
        transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c03', joinedAt: clock('08:38') }),
      );
  });
  it('refuses a person who sits nowhere, and the one who has it', () => {
    given(...calledOnce, opened('c03', 'canbo07'), closed('c03'))
      .when(sendToPerson('c01', 'canbo07'))
      .thenRefuses('operator-not-at-a-counter', {});
    given(...calledOnce)
      .when(sendToPerson('c01', 'canbo01'))
      .thenRefuses('transfer-to-itself', { number: 'A001' });
  });
  it('refuses a counter or a person who may not serve it', () => {
    const skilled = centre({
      staff: [
        { username: 'quantri', name: 'Quản trị', roles: ['technician'], password: null },
        { username: 'canbo03', name: 'Ba', roles: ['operator'], password: null, skills: ['dat-dai'] },
      ],
    });
    const params = { operatorId: 'canbo03', serviceId: 'chung-thuc' };
    given(...calledOnce, opened('c03'))
      .in(skilled)
      .when(sendToCounter('c01', 'c03'))
      .thenRefuses('operator-without-skill', params);
    given(...calledOnce, opened('c03'))
      .in(skilled)
      .when(sendToPerson('c01', 'canbo03'))
      .thenRefuses('operator-without-skill', params);
  });
  it('is promised half of the usual where it waits again', () => {
    const { promises } = centreRules(centre({ dispatch: {} }));
    const waiting = floorAfter(...calledOnce, at('08:40'), transferred('A001', 'c01', toLand('08:38')));
    const ticket = waiting.tickets.get(ticketId('A001'));
    if (ticket === undefined) throw new Error('A001 is gone');
    expect(promises.used(ticket, clock('08:53'))).toEqual({
      ...{ share: 1, waitedMs: 15 * 60_000, promisedMs: 15 * 60_000, kind: 'ordinary' },
    });
  });
  it('refuses a counter where nobody sits', () => {
    given(...calledOnce)
      .when(sendToCounter('c01', 'c03'))
      .thenRefuses('counter-not-open', { counterId: 'c03' });
    given(...calledOnce, opened('c03'), closed('c03'))
      .when(sendToCounter('c01', 'c03'))
      .thenRefuses('counter-not-open');
  });
});
