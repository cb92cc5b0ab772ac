// How good the estimates on paper were, by service and by hour of the day: how often the wait lay between the two figures,
// how far off the middle one was and to which side, and how many waited over ten minutes longer than they had been told.
import { centreText } from '../../protocol/locales/text-page.ts';
import { reportVi } from '../../protocol/locales/vi/report.ts';
import type { ReportTable } from '../../protocol/reports.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { type EstimateScore, scoreEstimates } from '../domain/wait-estimate/estimate-score.ts';
import { percentText } from './numbers.ts';
import type { Figures, Period, Report } from './report.ts';

/** A month of a province's numbers; of more, the newest are read. */
const readAtMost = 50_000;

export const estimatesReport: Report = {
  description: {
    name: 'wait-estimates',
    title: reportVi.estimatesTitle,
    formats: ['json', 'csv', 'html'],
    parameters: [
      { name: 'from', required: true, description: reportVi.fromHelp },
      { name: 'to', required: true, description: reportVi.toHelp },
    ],
  },
  build: estimatesTable,
};

function estimatesTable(figures: Figures, setup: Setup, period: Period): ReportTable {
  const outcomes = figures.estimates(period, readAtMost);
  const hour = hourOf(setup.centre.timeZone);
  const { all, byService, byHour } = scoreEstimates(
    outcomes.map((each) => ({ ...each, hour: hour(each.givenAt) })),
  );
  const services = setup.services.flatMap(({ id, name }) => {
    const score = byService.get(id);
    return score === undefined ? [] : [{ name: centreText(name, 'vi'), score }];
  });
  const hours = [...byHour].sort(([a], [b]) => a - b);
  const rows: ReportTable['rows'] = [
    ...services.map(({ name, score }, index) => rowOf('unit', index + 1, name, score)),
    ...hours.map(([each, score]) => rowOf('unit', null, `${each}:00–${each + 1}:00`, score)),
    ...(all === null ? [] : [rowOf('total', null, reportVi.total, all)]),
  ];
  const counted = hours.reduce((sum, [, { count }]) => sum + count, 0);
  const isSound = counted === outcomes.length;
  return {
    ...{ name: 'wait-estimates', title: reportVi.estimatesTitle, from: period.from, to: period.to },
    centreName: centreText(setup.centre.name, 'vi'),
    ...{ columns, rows },
    basis: { answered: outcomes.length, served: figures.served(period) },
    checks: {
      passed: isSound ? 1 : 0,
      failures: isSound ? [] : [`${reportVi.checkRaw}: ${counted} ≠ ${outcomes.length}`],
    },
    notes: [reportVi.estimatesNote, ...(outcomes.length === readAtMost ? [reportVi.estimatesNewest] : [])],
  };
}

const columns: ReportTable['columns'] = [
  { id: 'stt', caption: reportVi.number, align: 'right' },
  { id: 'unit', caption: reportVi.serviceOrHour, align: 'left' },
  { id: 'count', caption: reportVi.estimatesCount, align: 'right' },
  { id: 'coverage', caption: reportVi.estimatesCoverage, align: 'right' },
  { id: 'error', caption: reportVi.estimatesError, align: 'right' },
  { id: 'bias', caption: reportVi.estimatesBias, align: 'right' },
  { id: 'longer', caption: reportVi.estimatesLonger, align: 'right' },
];

function rowOf(
  kind: 'unit' | 'total',
  number: number | null,
  name: string,
  score: EstimateScore,
): ReportTable['rows'][number] {
  const share = (part: number) => percentText(Math.round(part * score.count), score.count, 0);
  const minutes = (ms: number) => (ms / 60_000).toFixed(1).replace('.', ',').replace('-', '−');
  return {
    kind,
    cells: [
      ...[number, name, score.count, share(score.coverage), minutes(score.medianAbsoluteErrorMs)],
      ...[minutes(score.biasMs), share(score.longerThanHighShare)],
    ],
  };
}

function hourOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', hourCycle: 'h23' });
  return (at) => Number(format.format(at));
}
