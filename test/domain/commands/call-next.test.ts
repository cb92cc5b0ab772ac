// Calling the next ticket: the first of those this counter draws from; pressing twice loses nobody.
import { describe, it } from 'vitest';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  absent,
  called,
  cancelled,
  closed,
  dayStarted,
  finished,
  firstOf,
  issued,
  opened,
  parked,
  paused,
  started,
  ticketId,
  transferred,
} from '../../support/domain-facts.ts';
import { onlyWhoHoldsTheCounter } from '../../support/domain-refusals.ts';
import { callNext } from '../../support/domain-wishes.ts';
import { at, by, given, type Wish } from '../../support/given.ts';

describe('call-next', () => {
  it('calls who has waited longest and says why', () => {
    given(at('08:00'), issued('A001'), issued('A002'), opened('c01'))
      .when(callNext('c01'), { at: '08:12' })
      .thenRecords(called('A001', 'c01', 1, firstOf('A001', 12)))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', callSeq: 1 });
  });
  it('draws from every service of the profile, by time and not by service', () => {
    given(at('08:00'), issued('1001'), issued('A001'), opened('c04'))
      .when(callNext('c04'), { at: '08:05' })
      .thenRecords(called('1001', 'c04', 1, firstOf('1001', 5)));
  });
  it('leaves what this counter does not serve', () => {
    given(at('08:00'), issued('1001'), issued('A001', { service: 'ho-tich' }), opened('c01'))
      .when(callNext('c01'), { at: '08:05' })
      .thenRecords(called('A001', 'c01', 1, firstOf('A001', 4)));
  });
  it('passes those who left, are absent or are parked', () => {
    given(
      ...[issued('A001'), issued('A002'), issued('A003'), issued('A004'), cancelled('A001')],
      ...[opened('c01'), called('A002', 'c01'), absent('A002', 'c01')],
      ...[called('A003', 'c01', 2), parked('A003', 'c01')],
    )
      .when(callNext('c01'), { at: '08:13' })
      .thenRecords(called('A004', 'c01', 3, firstOf('A004', 10)));
  });
  it('passes who is kept for another counter, and calls who is kept for this one', () => {
    const kept = [
      ...[issued('A001'), opened('c01'), opened('c03'), called('A001', 'c01')],
      transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c03', joinedAt: clock('08:20') }),
    ];
    given(...kept)
      .when(callNext('c01'))
      .thenRefuses('nobody-waiting');
    given(...kept)
      .when(callNext('c03'), { at: '08:25' })
      .thenRecords(called('A001', 'c03', 2, firstOf('A001', 5)));
  });
  it('gives back to the queue whom a closed counter was keeping', () => {
    given(
      ...[issued('A001'), opened('c01'), opened('c03'), called('A001', 'c01')],
      transferred('A001', 'c01', { service: 'chung-thuc', keptFor: 'c03', joinedAt: clock('08:20') }),
      closed('c03'),
    )
      .when(callNext('c01'), { at: '08:25' })
      .thenRecords(called('A001', 'c01', 2, firstOf('A001', 5)));
  });
  it('finishes the ticket being served in the same step', () => {
    given(issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'), started('A001', 'c01'))
      .when(callNext('c01', 'A001'), { at: '08:21' })
      .thenRecords(finished('A001', 'c01'), called('A002', 'c01', 2, firstOf('A002', 20)))
      .andAnswers({ ticketId: ticketId('A002'), number: 'A002', callSeq: 2 });
  });
  it('finishes it also when nobody follows', () => {
    given(issued('A001'), opened('c01'), called('A001', 'c01'), started('A001', 'c01'))
      .when(callNext('c01', 'A001'))
      .thenRecords(finished('A001', 'c01'))
      .andAnswers({ ticketId: null, number: null, callSeq: null });
  });
  it('sends the ticket on along its journey while calling the next', () => {
    given(
      ...[issued('A001', { journey: ['dat-dai', 'tra-ket-qua'] }), issued('A002')],
      ...[opened('c01'), called('A001', 'c01'), started('A001', 'c01')],
    )
      .when(callNext('c01', 'A001'), { at: '08:21' })
      .thenRecords(
        finished('A001', 'c01', 'journey'),
        transferred('A001', 'c01', {
          service: 'dat-dai',
          joinedAt: clock('08:21'),
          journey: ['tra-ket-qua'],
          cause: 'journey',
        }),
        called('A002', 'c01', 2, firstOf('A002', 20)),
      );
  });
  it('goes on counting calls from the day before', () => {
    given(
      dayStarted('2026-11-23', { previousDay: '2026-11-20', lastCallSeq: 41 }),
      issued('A001'),
      opened('c01'),
    )
      .when(callNext('c01'), { at: '08:11' })
      .thenRecords(called('A001', 'c01', 42, firstOf('A001', 10)));
  });
  it('may be done by a supervisor, in the name of who sits there', () => {
    given(issued('A001'), opened('c01'))
      .when(callNext('c01'), { actor: by.supervisor, at: '08:03' })
      .thenRecords(called('A001', 'c01', 1, firstOf('A001', 3)));
  });

  it('keeps what came of the service that it finishes, and refuses what the centre does not know', () => {
    const asking = centre({ outcomes: [{ id: 'da-nhan', name: { vi: 'Đã nhận' } }] });
    const serving = [issued('A001'), opened('c01'), called('A001', 'c01'), started('A001', 'c01')];
    given(...serving)
      .in(asking)
      .when({ ...callNext('c01', 'A001'), outcome: 'da-nhan', note: 'đủ' } as Wish)
      .thenRecords({ ...finished('A001', 'c01'), outcome: 'da-nhan', note: 'đủ' });
    given(...serving, issued('A002'))
      .in(asking)
      .when({ ...callNext('c01', 'A001'), outcome: 'khong-co' } as Wish)
      .thenRefuses('unknown-outcome', { outcome: 'khong-co' });
  });

  onlyWhoHoldsTheCounter((counterId) => callNext(counterId));
  it('refuses when nobody waits', () => {
    given(opened('c01')).when(callNext('c01')).thenRefuses('nobody-waiting', { counterId: 'c01' });
  });
  it('refuses when only other counters have a queue', () => {
    given(issued('1001'), opened('c01')).when(callNext('c01')).thenRefuses('nobody-waiting');
  });
  it('refuses at a counter whose profile serves nothing', () => {
    given(issued('A001'), opened('c01'))
      .in(
        centre({
          profiles: ['tu-phap', 'moi-truong', 'lien-thong'].map((id) => ({
            id,
            name: { vi: id },
            serviceIds: [],
          })),
        }),
      )
      .when(callNext('c01'))
      .thenRefuses('nobody-waiting');
  });
  it('refuses while resting', () => {
    given(issued('A001'), opened('c01'), paused('c01'))
      .when(callNext('c01'))
      .thenRefuses('counter-paused', { counterId: 'c01' });
  });
  it('refuses a second press: the first ticket is in hand', () => {
    const twoWait = [issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01')];
    given(...twoWait)
      .when(callNext('c01'))
      .thenRefuses('ticket-in-hand', { number: 'A001' });
    given(...twoWait, started('A001', 'c01'))
      .when(callNext('c01'))
      .thenRefuses('ticket-in-hand');
  });
  it('never finishes a ticket whose holder has not come', () => {
    given(issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'))
      .when(callNext('c01', 'A001'))
      .thenRefuses('ticket-in-hand', { number: 'A001' });
  });
  it('refuses to finish another ticket than the one in hand', () => {
    given(issued('A001'), issued('A002'), opened('c01'), called('A001', 'c01'), started('A001', 'c01'))
      .when(callNext('c01', 'A002'))
      .thenRefuses('not-in-hand', { number: 'A001' });
  });
  it('refuses to finish with empty hands', () => {
    given(issued('A001'), opened('c01'))
      .when(callNext('c01', 'A001'))
      .thenRefuses('no-ticket-in-hand', { counterId: 'c01' });
  });
});
