// What a report is: a description, the formats it is offered in, and a pure function from figures and set-up to a table.
import type { BusinessDay, DepartmentId } from '../../protocol/ids.ts';
import type { ReportDescription, ReportTable } from '../../protocol/reports.ts';
import type { Setup } from '../../protocol/setup-schema.ts';

export type Period = { readonly from: BusinessDay; readonly to: BusinessDay };
/** One line per department, form and set of answers: how many ratings gave exactly these answers. */
export type RatingCount = {
  readonly departmentId: DepartmentId;
  readonly formId: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly count: number;
};

/** The figures that reports are made from, over both days included. */
export interface Figures {
  ratings(period: Period): RatingCount[];
  /** Tickets whose service was finished. */
  served(period: Period): number;
}
export type Report = {
  readonly description: ReportDescription;
  readonly build: (figures: Figures, setup: Setup, period: Period) => ReportTable;
};
