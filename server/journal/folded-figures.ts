// The same figures as figures.ts, counted by reading events through: for the journal in memory, and as the plain judge of
// what the read models say.
import type { RecordedEvent } from '../domain/events.ts';
import type { WaitEstimate } from '../domain/wait-estimate/wait-estimator.ts';
import type { EstimateOutcome, JournalFigures, Period, RatingCount } from './figures.ts';

/** `rows` gives the rows in order each time it is asked. */
export function foldedFigures(rows: () => Iterable<RecordedEvent>): JournalFigures {
  const within = (period: Period) =>
    [...rows()].filter((row) => row.businessDay >= period.from && row.businessDay <= period.to);
  return {
    ratings: (period) => countRatings(within(period)),
    ratingEvents: (period) => within(period).filter(({ event }) => event.type === 'rating-submitted').length,
    served: (period) =>
      within(period).reduce((served, { event }) => {
        if (event.type === 'service-finished' && event.ends) return served + 1;
        return event.type === 'step-undone' && event.step === 'finish' ? served - 1 : served;
      }, 0),
    estimates: (period, atMost) => outcomes(within(period)).slice(0, atMost),
  };
}

/** The newest first. */
function outcomes(rows: readonly RecordedEvent[]): EstimateOutcome[] {
  const given = new Map<string, Omit<EstimateOutcome, 'actualMs'>>();
  const found: EstimateOutcome[] = [];
  for (const { event, at } of rows) {
    if (event.type === 'ticket-issued' && event.estimate !== undefined)
      given.set(event.ticketId, { serviceId: event.serviceId, givenAt: at, ...rounded(event.estimate) });
    if (event.type !== 'ticket-called') continue;
    const before = given.get(event.ticketId);
    given.delete(event.ticketId);
    if (before !== undefined) found.push({ ...before, actualMs: at - before.givenAt });
  }
  return found.sort((a, b) => b.givenAt - a.givenAt);
}

function rounded({ lowMs, medianMs, highMs }: WaitEstimate): WaitEstimate {
  return { lowMs: Math.round(lowMs), medianMs: Math.round(medianMs), highMs: Math.round(highMs) };
}

function countRatings(rows: readonly RecordedEvent[]): RatingCount[] {
  const counts = new Map<string, RatingCount>();
  for (const { event } of rows) {
    if (event.type !== 'rating-submitted') continue;
    const { departmentId, formId, answers } = event;
    const key = JSON.stringify([departmentId, formId, answers]);
    counts.set(key, { departmentId, formId, answers, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()];
}
