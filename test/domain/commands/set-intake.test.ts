// Stopping and beginning to give numbers, for one service or for all.
import { describe, it } from 'vitest';
import type { TicketId, VisitId } from '../../../protocol/ids.ts';
import { tuesday } from '../../support/domain-clock.ts';
import { dayStarted, issued } from '../../support/domain-facts.ts';
import { intakeChanged } from '../../support/domain-steering-facts.ts';
import { intake } from '../../support/domain-steering-wishes.ts';
import { takeTicket } from '../../support/domain-wishes.ts';
import { at, by, given } from '../../support/given.ts';

const justNow = { ticketId: 'ticket-new' as TicketId, visitId: 'visit-new' as VisitId };

describe('set-intake', () => {
  it.each([
    ['one service', 'chung-thuc'],
    ['all', null],
  ])('stops and begins again for %s', (_what, serviceId) => {
    given()
      .when(intake(serviceId, false), { actor: by.supervisor })
      .thenRecords(intakeChanged(serviceId, false))
      .andAnswers({});
    given(intakeChanged(serviceId, false))
      .when(intake(serviceId, true), { actor: by.supervisor })
      .thenRecords(intakeChanged(serviceId, true));
  });
  it('may be asked again: it is as it was asked for', () => {
    given(intakeChanged(null, false)).when(intake(null, false)).thenRecords(intakeChanged(null, false));
  });
  it('gives no number of the service, to staff either, and of others still', () => {
    const stopped = given(intakeChanged('chung-thuc', false));
    stopped.when(takeTicket('chung-thuc')).thenRefuses('intake-stopped', { serviceId: 'chung-thuc' });
    stopped.when(takeTicket('chung-thuc'), { actor: by.supervisor }).thenRefuses('intake-stopped');
    stopped
      .when(takeTicket('ho-tich'))
      .thenRecords({ ...issued('A001', { service: 'ho-tich' }), ...justNow });
  });
  it('gives none at all once all are stopped, until all begin again', () => {
    given(intakeChanged(null, false))
      .when(takeTicket('dat-dai'))
      .thenRefuses('intake-stopped', { serviceId: 'dat-dai' });
    given(intakeChanged(null, false), intakeChanged('dat-dai', true))
      .when(takeTicket('dat-dai'))
      .thenRefuses('intake-stopped');
    given(intakeChanged(null, false), intakeChanged(null, true))
      .when(takeTicket('dat-dai'))
      .thenRecords({ ...issued('1001'), ...justNow });
  });
  it('lasts for its day', () => {
    given(
      intakeChanged(null, false),
      at('07:00', tuesday),
      dayStarted(tuesday, { previousDay: '2026-11-23', lastCallSeq: 0 }),
    )
      .when(takeTicket('dat-dai'))
      .thenRecords({ ...issued('1001'), ...justNow });
  });
  it('refuses an unknown service', () => {
    given().when(intake('khong-co', false)).thenRefuses('unknown-service', { serviceId: 'khong-co' });
  });
});
