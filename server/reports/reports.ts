// The table of reports, and the writers by format: a new report is a new file and one line here.
import type { ReportDescription, ReportFormat, ReportTable } from '../../protocol/reports.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { csvText } from './csv-writer.ts';
import { estimatesReport } from './estimates-report.ts';
import { htmlPage } from './html-writer.ts';
import { ratingsReport } from './ratings-report.ts';
import { type Figures, type Period, periodFault, type Report } from './report.ts';

export const reports: readonly Report[] = [ratingsReport, estimatesReport];

const writers: Partial<Record<ReportFormat, { contentType: string; write: (table: ReportTable) => string }>> =
  {
    json: { contentType: 'application/json; charset=utf-8', write: (table) => JSON.stringify(table) },
    csv: { contentType: 'text/csv; charset=utf-8', write: csvText },
    html: { contentType: 'text/html; charset=utf-8', write: htmlPage },
  };

export type BuiltReport =
  | { readonly ok: true; readonly contentType: string; readonly body: string; readonly fileName: string }
  | { readonly ok: false; readonly code: 'unknown-report' | 'format-not-offered' }
  | {
      readonly ok: false;
      readonly code: 'invalid-request';
      readonly reason: 'from-after-to' | 'longer-than-ten-years';
    };

export function reportDescriptions(): ReportDescription[] {
  return reports.map((report) => report.description);
}

/** The report as a file in one of its formats; a wish that cannot be met is a value. */
export function buildReport(
  name: string,
  period: Period,
  format: ReportFormat,
  figures: Figures,
  setup: Setup,
): BuiltReport {
  const report = reports.find((each) => each.description.name === name);
  if (report === undefined) return { ok: false, code: 'unknown-report' };
  const writer = writers[format];
  if (writer === undefined || !report.description.formats.includes(format))
    return { ok: false, code: 'format-not-offered' };
  const reason = periodFault(period);
  if (reason !== null) return { ok: false, code: 'invalid-request', reason };
  const table = report.build(figures, setup, period);
  return {
    ok: true,
    contentType: writer.contentType,
    body: writer.write(table),
    fileName: `${name}-${period.from}-${period.to}.${format}`,
  };
}
