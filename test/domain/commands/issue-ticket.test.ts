// Issuing a number: the next of its series, to whoever asks, while intake is open and no limit is reached.
import { describe, expect, it } from 'vitest';
import type { TicketId, VisitId } from '../../../protocol/ids.ts';
import { centre, centreWithService } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  called,
  cancelled,
  finished,
  issued,
  opened,
  parked,
  started,
  ticketId,
} from '../../support/domain-facts.ts';
import { takeTicket } from '../../support/domain-wishes.ts';
import { by, floorAfter, given, type Wish } from '../../support/given.ts';

const justNow = { ticketId: 'ticket-new' as TicketId, visitId: 'visit-new' as VisitId };

describe('issue-ticket', () => {
  it('gives the first number of the day', () => {
    given()
      .when(takeTicket('chung-thuc'), { at: '08:05' })
      .thenRecords({ ...issued('A001'), ...justNow })
      .andAnswers({
        ticketId: 'ticket-new',
        number: 'A001',
        serviceId: 'chung-thuc',
        priorityClass: null,
        issuedAt: clock('08:05'),
        ahead: 0,
      });
  });
  it('goes on in the series that two services share', () => {
    given(issued('A001'), issued('A002', { service: 'ho-tich' }))
      .when(takeTicket('ho-tich'))
      .thenRecords({ ...issued('A003', { service: 'ho-tich' }), ...justNow });
  });
  it('counts each series by itself', () => {
    given(issued('A001'), issued('A002'))
      .when(takeTicket('dat-dai'))
      .thenRecords({ ...issued('1001'), ...justNow });
  });
  it('never gives a cancelled number again', () => {
    given(issued('A001'), cancelled('A001'))
      .when(takeTicket('chung-thuc'))
      .thenRecords({ ...issued('A002'), ...justNow });
  });
  it('keeps priority class, language and journey', () => {
    const asked = { priorityClass: 'cao-tuoi', language: 'en' as const, journey: ['ho-tich', 'tra-ket-qua'] };
    given()
      .when(takeTicket('chung-thuc', asked))
      .thenRecords({ ...issued('A001', asked), ...justNow });
  });
  it('keeps an appointment’s time and a dossier’s code as it stands on the slip', () => {
    const asked = { appointmentAt: clock('09:00'), dossierCode: 'H45.10-210201-0001' };
    given()
      .when({ ...takeTicket('chung-thuc'), ...asked, dossierCode: ` ${asked.dossierCode} ` } as Wish)
      .thenRecords({ ...issued('A001'), ...justNow, ...asked });
    const state = floorAfter({ ...issued('A001'), ...asked });
    expect(state.tickets.get(ticketId('A001'))).toMatchObject(asked);
  });
  it('speaks the first language of the centre to those who name none', () => {
    given()
      .in(centre({ languages: ['en', 'vi'] }))
      .when(takeTicket('chung-thuc'))
      .thenRecords({ ...issued('A001', { language: 'en' }), ...justNow });
  });
  it('says how many will be called before', () => {
    const outcome = given(
      issued('A001'),
      issued('A002'),
      issued('A003'),
      opened('c01'),
      called('A001', 'c01'),
      started('A001', 'c01'),
      finished('A001', 'c01'),
    ).when(takeTicket('chung-thuc')).decision;
    expect(outcome).toMatchObject({ ok: true, result: { ahead: 2 } });
  });
  it('gives a service that no kiosk offers to staff', () => {
    given()
      .when(takeTicket('tra-ket-qua'), { actor: by.officer('canbo03') })
      .thenRecords({ ...issued('B01'), ...justNow });
  });

  it.each([
    ['a device', by.device],
    ['a citizen', by.citizen],
    ['the clock', by.clock],
  ])('refuses that service to %s', (_who, actor) => {
    given()
      .when(takeTicket('tra-ket-qua'), { actor })
      .thenRefuses('service-not-offered', { serviceId: 'tra-ket-qua' });
  });
  it('refuses an unknown service', () => {
    given().when(takeTicket('khong-co')).thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
  it('refuses a journey through an unknown service', () => {
    given()
      .when(takeTicket('chung-thuc', { journey: ['ho-tich', 'khong-co'] }))
      .thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
  it('refuses an unknown priority class', () => {
    given()
      .when(takeTicket('chung-thuc', { priorityClass: 'vip' }))
      .thenRefuses('unknown-priority-class', { priorityClass: 'vip' });
  });
  it('refuses while intake is closed, to staff too', () => {
    given().when(takeTicket('chung-thuc'), { intakeOpen: false }).thenRefuses('intake-closed');
    given()
      .when(takeTicket('chung-thuc'), { intakeOpen: false, actor: by.supervisor })
      .thenRefuses('intake-closed');
  });
  it('refuses at the daily limit of the service, cancelled numbers counting', () => {
    const limited = centreWithService('chung-thuc', { dailyLimit: 2 });
    given(issued('A001'))
      .in(limited)
      .when(takeTicket('chung-thuc'))
      .thenRecords({ ...issued('A002'), ...justNow });
    given(issued('A001'), issued('A002'), cancelled('A002'))
      .in(limited)
      .when(takeTicket('chung-thuc'))
      .thenRefuses('daily-limit-reached', { limit: 2 });
  });
  it('does not count other services of the series towards the limit', () => {
    given(issued('A001', { service: 'ho-tich' }))
      .in(centreWithService('chung-thuc', { dailyLimit: 1 }))
      .when(takeTicket('chung-thuc'))
      .thenRecords({ ...issued('A002'), ...justNow });
  });
  it('refuses when the series is used up', () => {
    const staff = { actor: by.officer('canbo03') };
    given(issued('B01'))
      .when(takeTicket('tra-ket-qua'), staff)
      .thenRecords({ ...issued('B02'), ...justNow });
    given(issued('B01'), issued('B02'))
      .when(takeTicket('tra-ket-qua'), staff)
      .thenRefuses('series-exhausted', { serviceId: 'tra-ket-qua' });
  });
  it('refuses when the hall is full, and only those who wait fill it', () => {
    const small = centre({ limits: { waitingAtMost: 2, recallsAtMost: 2 } });
    given(issued('A001'), issued('1001'))
      .in(small)
      .when(takeTicket('chung-thuc'))
      .thenRefuses('too-many-waiting', { limit: 2 });
    given(issued('A001'), issued('1001'), opened('c01'), called('A001', 'c01'), parked('A001', 'c01'))
      .in(small)
      .when(takeTicket('chung-thuc'))
      .thenRecords({ ...issued('A002'), ...justNow });
  });
});
