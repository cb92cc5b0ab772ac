// Figures for reports, counted by SQLite over a span of business days: from the read models, and once more from the
// events themselves so that a report can check its table against them. Each reads an index only, so that a month costs
// the same whatever the years kept.
import type { BusinessDay, DepartmentId, ServiceId } from '../../protocol/ids.ts';
import type { Database } from './sqlite.ts';

export type Period = { readonly from: BusinessDay; readonly to: BusinessDay };
export type RatingCount = {
  readonly departmentId: DepartmentId;
  readonly formId: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly count: number;
};
export type JournalFigures = {
  /** One line per department, form and set of answers. */
  ratings(period: Period): RatingCount[];
  /** The ratings in the journal itself, whatever their form. */
  ratingEvents(period: Period): number;
  /** Services finished that ended their visit. */
  served(period: Period): number;
  /** What was estimated when a number was given, and after how long it was called first; at most so many, the newest. */
  estimates(period: Period, atMost: number): EstimateOutcome[];
};
export type EstimateOutcome = {
  readonly serviceId: ServiceId;
  /** Epoch ms. */
  readonly givenAt: number;
  readonly lowMs: number;
  readonly medianMs: number;
  readonly highMs: number;
  readonly actualMs: number;
};
type EstimateRow = Readonly<
  Record<'service_id', string> & Record<'given_at' | 'low_ms' | 'median_ms' | 'high_ms' | 'called_at', number>
>;
type RatingRow = { department_id: string; form_id: string; answers: string; count: number };

export function journalFigures(db: Database): JournalFigures {
  const ratings = db.prepare(
    `SELECT department_id, form_id, answers, count(*) AS count FROM ratings INDEXED BY ratings_by_answers
     WHERE business_day BETWEEN ? AND ? GROUP BY department_id, form_id, answers`,
  );
  const events = db.prepare(
    `SELECT count(*) AS count FROM events INDEXED BY rating_events_by_day
     WHERE type = 'rating-submitted' AND business_day BETWEEN ? AND ?`,
  );
  const served = db.prepare(
    'SELECT count(*) AS count FROM stints INDEXED BY stints_by_day WHERE business_day BETWEEN ? AND ? AND ends = 1',
  );
  const estimates = db.prepare(
    `SELECT service_id, given_at, low_ms, median_ms, high_ms, called_at FROM estimates INDEXED BY estimates_by_day
     WHERE business_day BETWEEN ? AND ? AND called_at IS NOT NULL ORDER BY business_day DESC, given_at DESC LIMIT ?`,
  );
  const counted = (row: unknown) => Number((row as { count: number }).count);
  return {
    ratings: ({ from, to }) =>
      (ratings.all(from, to) as RatingRow[]).map((row) => ({
        departmentId: row.department_id as DepartmentId,
        formId: row.form_id,
        answers: JSON.parse(row.answers) as Record<string, string>,
        count: row.count,
      })),
    ratingEvents: ({ from, to }) => counted(events.get(from, to)),
    served: ({ from, to }) => counted(served.get(from, to)),
    estimates: ({ from, to }, atMost) =>
      (estimates.all(from, to, atMost) as EstimateRow[]).map((row) => ({
        ...{ serviceId: row.service_id as ServiceId, givenAt: row.given_at },
        ...{ lowMs: row.low_ms, medianMs: row.median_ms, highMs: row.high_ms },
        actualMs: row.called_at - row.given_at,
      })),
  };
}
