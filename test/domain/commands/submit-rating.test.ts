// Rating: a finished ticket, once, on the form in force, in time; from the counter's tablet or from the ticket's own link.
import { describe, it } from 'vitest';
import { centre } from '../../support/domain-centre.ts';
import { clock } from '../../support/domain-clock.ts';
import {
  absent,
  called,
  finished,
  issued,
  opened,
  parked,
  rated,
  started,
  ticketId,
  transferred,
} from '../../support/domain-facts.ts';
import { rate } from '../../support/domain-wishes.ts';
import { at, by, given } from '../../support/given.ts';

const served = [issued('A001'), opened('c01'), called('A001', 'c01'), started('A001', 'c01')];
const done = [...served, at('08:30'), finished('A001', 'c01')];
const inTime = { at: '08:30:20' };

describe('submit-rating', () => {
  it('rates the ticket that the counter finished last', () => {
    given(...done)
      .when(rate('c01'), inTime)
      .thenRecords(rated('A001', 'c01'))
      .andAnswers({ ticketId: ticketId('A001'), number: 'A001' });
  });
  it('keeps the choice and the words', () => {
    given(...done)
      .when(rate('c01', { answers: { opinion: 'comment' }, comment: ' chờ lâu ' }), inTime)
      .thenRecords(rated('A001', 'c01', 'comment', 'chờ lâu'));
  });
  it('rates the ticket the tablet showed, though the next is finished already', () => {
    given(
      ...done,
      at('08:30:05'),
      issued('A002'),
      at('08:30:10'),
      called('A002', 'c01', 2),
      at('08:30:15'),
      finished('A002', 'c01'),
    )
      .when(rate('c01', { number: 'A001' }), inTime)
      .thenRecords(rated('A001', 'c01'));
  });
  it('takes a late press within the grace of a slow link, and none after it', () => {
    given(...done)
      .when(rate('c01'), { at: '08:30:45' })
      .thenRecords(rated('A001', 'c01'));
    given(...done)
      .when(rate('c01'), { at: '08:30:46' })
      .thenRefuses('nothing-to-rate', { number: 'A001' });
  });
  it('gives who writes a comment a minute more', () => {
    const written = { comment: 'Cán bộ rất nhiệt tình.' };
    given(...done)
      .when(rate('c01', written), { at: '08:31:45' })
      .thenRecords(rated('A001', 'c01', 'sat_service', written.comment));
    given(...done)
      .when(rate('c01', written), { at: '08:31:46' })
      .thenRefuses('nothing-to-rate', { number: 'A001' });
  });
  it('stays open as long as the centre says', () => {
    given(...done)
      .in(centre({ rating: { opensForSeconds: 120 } }))
      .when(rate('c01'), { at: '08:32:15' })
      .thenRecords(rated('A001', 'c01'));
  });
  it("takes the ticket's own link for the rest of the day", () => {
    given(...done)
      .when(rate('c01', { number: 'A001' }), { at: '16:00', actor: by.citizen })
      .thenRecords(rated('A001', 'c01'));
  });
  it('uses the form in force on the day', () => {
    const switched = centre({
      ratingForms: [
        { from: '2026-01-01', formId: 'five-buttons' },
        { from: '2026-12-01', formId: 'five-buttons' },
      ],
    });
    given(...done)
      .in(switched)
      .when(rate('c01'), inTime)
      .thenRecords(rated('A001', 'c01'));
  });

  it('refuses an unknown counter', () => {
    given(...done)
      .when(rate('c99'), inTime)
      .thenRefuses('unknown-counter', { counterId: 'c99' });
  });
  it('refuses where nothing was finished', () => {
    given().when(rate('c01')).thenRefuses('nothing-to-rate', {});
    given(...served)
      .when(rate('c01'))
      .thenRefuses('nothing-to-rate', {});
  });
  it('refuses an unknown ticket', () => {
    given(...done)
      .when(rate('c01', { number: 'A404' }), inTime)
      .thenRefuses('unknown-ticket', { ticketId: ticketId('A404') });
  });
  it.each([
    ['waiting', [issued('A001')]],
    ['called', served.slice(0, 3)],
    ['being served', served],
    ['parked', [...served.slice(0, 3), parked('A001', 'c01')]],
    ['absent', [...served.slice(0, 3), absent('A001', 'c01')]],
  ])('refuses a ticket that is %s: only a finished service is rated', (_how, facts) => {
    given(...facts)
      .when(rate('c01', { number: 'A001' }), { actor: by.citizen })
      .thenRefuses('nothing-to-rate', { number: 'A001' });
  });
  it('refuses a ticket that goes on along its journey', () => {
    given(
      ...[...served, finished('A001', 'c01', 'journey')],
      transferred('A001', 'c01', { service: 'dat-dai', joinedAt: clock('08:10'), cause: 'journey' }),
    )
      .when(rate('c01', { number: 'A001' }))
      .thenRefuses('nothing-to-rate');
  });
  it('refuses a ticket that another counter finished', () => {
    given(...done)
      .when(rate('c02', { number: 'A001' }), inTime)
      .thenRefuses('nothing-to-rate', { number: 'A001' });
  });
  it('refuses a second press, from the tablet and from the link', () => {
    given(...done, at('08:30:10'), rated('A001', 'c01'))
      .when(rate('c01'), inTime)
      .thenRefuses('already-rated', { number: 'A001' });
    given(...done, at('08:30:10'), rated('A001', 'c01'))
      .when(rate('c01', { number: 'A001' }), { at: '12:00', actor: by.citizen })
      .thenRefuses('already-rated', { number: 'A001' });
  });
  it('refuses an unknown form', () => {
    given(...done)
      .when(rate('c01', { form: 'hundred-buttons' }), inTime)
      .thenRefuses('unknown-rating-form', { formId: 'hundred-buttons' });
  });
  it('refuses a form that is not in force yet', () => {
    given(...done)
      .in(centre({ ratingForms: [{ from: '2026-12-01', formId: 'five-buttons' }] }))
      .when(rate('c01'), inTime)
      .thenRefuses('form-not-in-force', { formId: 'five-buttons' });
  });
  it.each([
    ['no answer', {}, 'opinion'],
    ['a choice that the form does not offer', { opinion: 'perfect' }, 'opinion'],
    ['a question that the form does not ask', { opinion: 'sat_service', name: 'An' }, 'name'],
  ])('refuses %s', (_what, answers, question) => {
    given(...done)
      .when(rate('c01', { answers: answers as Record<string, string> }), inTime)
      .thenRefuses('invalid-answers', { question });
  });
});
