// Finishing the service: the visit ends, or the ticket goes on along its journey.
import { describe, it } from 'vitest';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  called,
  finished,
  issued,
  opened,
  started,
  ticketId,
  transferred,
} from '../../support/domain-facts.ts';
import { onlyTheTicketInHand } from '../../support/domain-refusals.ts';
import { finish } from '../../support/domain-wishes.ts';
import { by, given, type Wish } from '../../support/given.ts';

const calledOnce = [issued('A001'), opened('c01'), called('A001', 'c01')];
const onJourney = (journey: string[]) => [
  ...[issued('A001', { journey }), opened('c01'), called('A001', 'c01'), started('A001', 'c01')],
];

describe('finish-service', () => {
  it('ends the visit', () => {
    given(...calledOnce, started('A001', 'c01'))
      .when(finish('c01', 'A001'))
      .thenRecords(finished('A001', 'c01'))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', ends: true });
  });
  it('ends it also where the start was never pressed', () => {
    given(...calledOnce)
      .when(finish('c01'))
      .thenRecords(finished('A001', 'c01'));
  });
  it('may be done by a supervisor, in the name of who called', () => {
    given(...calledOnce)
      .when(finish('c01'), { actor: by.supervisor })
      .thenRecords(finished('A001', 'c01'));
  });
  it('sends the ticket on to the next service of its journey', () => {
    given(...onJourney(['dat-dai', 'tra-ket-qua']))
      .when(finish('c01'), { at: '08:30' })
      .thenRecords(
        finished('A001', 'c01', 'journey'),
        transferred('A001', 'c01', {
          service: 'dat-dai',
          joinedAt: clock('08:30'),
          journey: ['tra-ket-qua'],
          cause: 'journey',
        }),
      )
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001', ends: false });
  });
  it('leaves out a service that the centre has given up meanwhile', () => {
    given(...onJourney(['da-bo', 'tra-ket-qua']))
      .when(finish('c01'), { at: '08:30' })
      .thenRecords(
        finished('A001', 'c01', 'journey'),
        transferred('A001', 'c01', { service: 'tra-ket-qua', joinedAt: clock('08:30'), cause: 'journey' }),
      );
  });
  it('ends the visit where nothing of the journey is left', () => {
    given(...onJourney(['da-bo']))
      .in(centre())
      .when(finish('c01'))
      .thenRecords(finished('A001', 'c01'));
  });
  it('takes along the note of the counter before', () => {
    given(
      ...[issued('A001', { journey: ['dat-dai'] }), opened('c01'), opened('c02'), called('A001', 'c01')],
      transferred('A001', 'c01', {
        ...{ service: 'ho-tich', joinedAt: clock('08:10'), journey: ['dat-dai'], note: 'thiếu bản sao' },
      }),
      ...[called('A001', 'c02', 2), started('A001', 'c02')],
    )
      .when(finish('c02'), { at: '08:30' })
      .thenRecords(
        finished('A001', 'c02', 'journey', 'ho-tich'),
        transferred('A001', 'c02', {
          ...{ service: 'dat-dai', joinedAt: clock('08:30'), note: 'thiếu bản sao', cause: 'journey' },
        }),
      );
  });
  const asking = centre({ outcomes: [{ id: 'da-nhan', name: { vi: 'Đã nhận' } }] });
  const saying = (ending: object) => ({ ...finish('c01'), ...ending }) as Wish;
  it('keeps what came of it, as the officer says', () => {
    given(...calledOnce)
      .in(asking)
      .when(saying({ outcome: 'da-nhan', note: '  hẹn thứ sáu ' }))
      .thenRecords({ ...finished('A001', 'c01'), outcome: 'da-nhan', note: 'hẹn thứ sáu' });
  });
  it('keeps it at the end of a stint on a journey', () => {
    given(...onJourney(['dat-dai']))
      .in(asking)
      .when(saying({ note: 'đủ giấy' }), { at: '08:30' })
      .thenRecords(
        { ...finished('A001', 'c01', 'journey'), note: 'đủ giấy' },
        transferred('A001', 'c01', { service: 'dat-dai', joinedAt: clock('08:30'), cause: 'journey' }),
      );
  });
  it('refuses an outcome that the centre does not know', () => {
    given(...calledOnce)
      .in(asking)
      .when(saying({ outcome: 'khong-co' }))
      .thenRefuses('unknown-outcome', { outcome: 'khong-co' });
  });
  onlyTheTicketInHand(finish);
});
