// Submit a rating: for a finished ticket, once, on the form in force that day. A tablet rates the ticket that its
// counter finished last and only while the form is open; the ticket's own link may rate it for the rest of the day.
import { formInForce, ratingFormById, wrongAnswer } from '../../../protocol/rating-forms/rating-forms.ts';
import type { FinishedTicket, Ticket } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, refuse } from '../decision.ts';

/** How much later than the form closes a press may still arrive, ms: a slow link is not the citizen's fault. */
export const ratingGraceMs = 15_000;
/** How much longer than the form is open a citizen may be writing a comment, ms. */
export const writingMs = 60_000;

export const submitRating: Decide<'submit-rating'> = (state, command, context) => {
  const { counterId, formId, answers } = command;
  if (!context.rules.counters.has(counterId)) return refuse('unknown-counter', { counterId });
  const ticketId = command.ticketId ?? state.counters.get(counterId)?.lastFinished ?? null;
  const ticket = ticketId === null ? undefined : state.tickets.get(ticketId);
  if (ticket === undefined)
    return command.ticketId === undefined
      ? refuse('nothing-to-rate')
      : refuse('unknown-ticket', { ticketId: command.ticketId });
  if (ticket.rated) return refuse('already-rated', { number: ticket.number });
  if (!isRateable(ticket, command.comment !== undefined, context) || ticket.counterId !== counterId)
    return refuse('nothing-to-rate', { number: ticket.number });
  const form = ratingFormById(formId);
  if (form === undefined) return refuse('unknown-rating-form', { formId });
  if (formInForce(context.rules.setup.ratingForms, context.businessDay) !== formId)
    return refuse('form-not-in-force', { formId });
  const wrong = wrongAnswer(form, answers);
  if (wrong !== null) return refuse('invalid-answers', { question: wrong });
  const { operatorId, serviceId, departmentId } = ticket;
  return accept(
    [
      {
        type: 'rating-submitted',
        ...{ ticketId: ticket.id, counterId, operatorId, serviceId, departmentId, formId, answers },
        comment: command.comment ?? null,
      },
    ],
    { ticketId: ticket.id, number: ticket.number },
  );
};

function isRateable(ticket: Ticket, isWritten: boolean, context: DecideContext): ticket is FinishedTicket {
  if (ticket.status !== 'finished') return false;
  const writtenMs = isWritten ? writingMs : 0;
  const openMs = context.rules.setup.rating.opensForSeconds * 1_000 + writtenMs + ratingGraceMs;
  return context.actor.kind === 'citizen' || context.at <= ticket.finishedAt + openMs;
}
