// What a report is: a description, the formats it is offered in, and a pure function from figures and set-up to a table.
import type { BusinessDay, DepartmentId, ServiceId } from '../../protocol/ids.ts';
import type { ReportDescription, ReportTable } from '../../protocol/reports.ts';
import type { Setup } from '../../protocol/setup-schema.ts';

/** Both days belong to it. */
export type Period = { readonly from: BusinessDay; readonly to: BusinessDay };
/** One line per department, form and set of answers: how many ratings gave exactly these answers. */
export type RatingCount = {
  readonly departmentId: DepartmentId;
  readonly formId: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly count: number;
};

/** The figures that reports are made from; the journal gives them. */
export interface Figures {
  ratings(period: Period): RatingCount[];
  /** The ratings counted once more from the raw events, whatever their form: what a table is checked against. */
  ratingEvents(period: Period): number;
  /** Services finished that ended their visit. */
  served(period: Period): number;
  /** What was estimated when a number was given, and after how long it was called; the newest, at most so many. */
  estimates(period: Period, atMost: number): EstimateOutcome[];
}
export type EstimateOutcome = {
  readonly serviceId: ServiceId;
  /** Epoch ms. */
  readonly givenAt: number;
  readonly lowMs: number;
  readonly medianMs: number;
  readonly highMs: number;
  readonly actualMs: number;
};
export type Report = {
  readonly description: ReportDescription;
  readonly build: (figures: Figures, setup: Setup, period: Period) => ReportTable;
};

const yearsAtMost = 10;

/** What is wrong with a period, or null. */
export function periodFault({ from, to }: Period): 'from-after-to' | 'longer-than-ten-years' | null {
  if (from > to) return 'from-after-to';
  const limit = `${String(Number(from.slice(0, 4)) + yearsAtMost).padStart(4, '0')}${from.slice(4)}`;
  return to >= limit ? 'longer-than-ten-years' : null;
}
