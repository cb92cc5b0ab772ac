// The ratings annex: for each department how often each choice of the form was pressed, with total and percentage rows, in
// the layout of the provinces' monthly reports. It recomputes itself from the raw ratings and shows its own check.
import { centreText } from '../../protocol/locales/text-page.ts';
import { reportVi } from '../../protocol/locales/vi/report.ts';
import type { RatingForm, RatingQuestion } from '../../protocol/rating-forms/rating-form.ts';
import { formInForce, ratingFormById } from '../../protocol/rating-forms/rating-forms.ts';
import type { ReportTable } from '../../protocol/reports.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { countText, percentText } from './numbers.ts';
import type { Figures, Period, RatingCount, Report } from './report.ts';

export const ratingsReport: Report = {
  description: {
    name: 'ratings',
    title: reportVi.ratingsTitle,
    formats: ['json', 'csv', 'html'],
    parameters: [
      { name: 'from', required: true, description: reportVi.fromHelp },
      { name: 'to', required: true, description: reportVi.toHelp },
    ],
  },
  build(figures: Figures, setup: Setup, period: Period): ReportTable {
    const form = formOf(setup, period);
    const question = form.questions[0] as RatingQuestion;
    const all = figures.ratings(period);
    const counted = all.filter((each) => each.formId === form.id);
    const rows = setup.departments.map((department) => ({
      name: centreText(department.name, 'vi'),
      counts: question.choices.map((choice) =>
        sum(
          counted,
          (each) => each.departmentId === department.id && each.answers[question.id] === choice.id,
        ),
      ),
    }));
    const totals = question.choices.map((_, column) =>
      rows.reduce((total, row) => total + (row.counts[column] ?? 0), 0),
    );
    const total = add(totals);
    const rawTotal = sum(counted, () => true);
    const percents = totals.map((each) => percentText(each, total, setup.reports.percentDecimals));
    const served = figures.served(period);
    const answered = sum(all, () => true);
    return {
      name: 'ratings',
      title: reportVi.ratingsTitle,
      centreName: centreText(setup.centre.name, 'vi'),
      ...period,
      columns: [
        { id: 'stt', caption: reportVi.number, align: 'right' },
        { id: 'unit', caption: reportVi.unit, align: 'left' },
        ...question.choices.map((choice) => ({
          id: choice.id,
          caption: choice.label.vi,
          align: 'right' as const,
        })),
        { id: 'total', caption: reportVi.total, align: 'right' },
      ],
      rows: [
        ...rows.map((row, index) => ({
          kind: 'unit' as const,
          cells: [index + 1, row.name, ...row.counts, add(row.counts)],
        })),
        { kind: 'total', cells: [null, reportVi.total, ...totals, total] },
        { kind: 'percent', cells: [null, reportVi.percent, ...percents, total === 0 ? 0 : 100] },
      ],
      basis: { answered, served },
      checks: checks(rows, totals, total, rawTotal),
      notes: notes({
        answered,
        served,
        percents,
        total,
        otherForms: answered - rawTotal,
        decimals: setup.reports.percentDecimals,
      }),
    };
  },
};

/** The form in force at the end of the period, or the first one where the period lies before all. */
function formOf(setup: Setup, { to }: Period): RatingForm {
  const id = formInForce(setup.ratingForms, to) ?? setup.ratingForms[0]?.formId;
  const form = id === undefined ? undefined : ratingFormById(id);
  if (form === undefined) throw new Error(`no rating form is in force on ${to}`);
  return form;
}

/** Only departments of the set-up have a row: a rating of any other shows here as a difference. */
function checks(
  rows: readonly { counts: readonly number[] }[],
  totals: readonly number[],
  total: number,
  rawTotal: number,
): ReportTable['checks'] {
  const byRows = add(rows.map((row) => add(row.counts)));
  const tests: [string, boolean][] = [
    [`${reportVi.checkRows}: ${byRows} = ${total}`, byRows === total],
    [`${reportVi.checkColumns}: ${add(totals)} = ${total}`, add(totals) === total],
    [`${reportVi.checkRaw}: ${rawTotal} = ${total}`, rawTotal === total],
  ];
  return {
    passed: tests.filter(([, passed]) => passed).length,
    failures: tests.filter(([, passed]) => !passed).map(([text]) => text),
  };
}

function notes(facts: {
  answered: number;
  served: number;
  percents: string[];
  total: number;
  otherForms: number;
  decimals: number;
}): string[] {
  const { answered, served, percents, total, otherForms, decimals } = facts;
  const share = percentText(answered, served, decimals);
  const summed = percents.reduce((hundredths, text) => hundredths + BigInt(text.replace(',', '')), 0n);
  const found = [
    `${countText(answered)} ${reportVi.answeredOf} ${countText(served)} ${reportVi.servedShare} (${share} %).`,
  ];
  if (total > 0 && summed !== 100n * 10n ** BigInt(decimals)) found.push(reportVi.roundingNote);
  if (otherForms > 0) found.push(`${countText(otherForms)} ${reportVi.otherForms}`);
  return found;
}

function sum(counts: readonly RatingCount[], matches: (each: RatingCount) => boolean): number {
  return counts.reduce((total, each) => (matches(each) ? total + each.count : total), 0);
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
