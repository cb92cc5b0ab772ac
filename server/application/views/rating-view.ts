// The rating tablet of a counter: idle with the officer's name, or open for the ticket just finished, until it is rated
// or its time is over.
import type { CounterId } from '../../../protocol/ids.ts';
import { formInForce, ratingFormById } from '../../../protocol/rating-forms/rating-forms.ts';
import type { RatingView } from '../../../protocol/views/rating-view.ts';
import { writingMs } from '../../domain/commands/submit-rating.ts';
import { counterHead, photoUrl, staffedCounter, type ViewInput } from './view-input.ts';

export function ratingView(input: ViewInput, counterId: CounterId): RatingView | null {
  const { setup, counters } = input.rules;
  const counter = counters.get(counterId);
  if (counter === undefined) return null;
  const operatorId = staffedCounter(input, counterId)?.operatorId ?? null;
  const officer = setup.staff.find((each) => each.username === operatorId);
  const lastId = input.state.counters.get(counterId)?.lastFinished ?? null;
  const last = lastId === null ? undefined : input.state.tickets.get(lastId);
  return {
    centre: { name: setup.centre.name },
    languages: setup.languages,
    counter: counterHead(input, counter),
    operator:
      officer === undefined
        ? null
        : { name: officer.name, unit: officer.unit, photoUrl: photoUrl(input, officer.username) },
    open: openForm(input, counterId),
    thankedTicketId: last?.rated === true ? last.id : null,
  };
}

function openForm({ state, rules, at }: ViewInput, counterId: CounterId): RatingView['open'] {
  const { setup } = rules;
  const lastId = state.counters.get(counterId)?.lastFinished ?? null;
  const ticket = lastId === null ? undefined : state.tickets.get(lastId);
  const formId = state.businessDay === null ? undefined : formInForce(setup.ratingForms, state.businessDay);
  const form = formId === undefined ? undefined : ratingFormById(formId);
  if (ticket?.status !== 'finished' || ticket.rated || form === undefined) return null;
  const closesAt = ticket.finishedAt + setup.rating.opensForSeconds * 1_000;
  if (at >= closesAt) return null;
  const questions = form.questions.map((question) => ({ ...question, choices: [...question.choices] }));
  return {
    ticketId: ticket.id,
    number: ticket.number,
    formId: form.id,
    form: { id: form.id, questions },
    openedAt: ticket.finishedAt,
    closesAt,
    writingUntil: closesAt + writingMs,
  };
}
