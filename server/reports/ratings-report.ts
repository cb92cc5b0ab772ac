// The ratings annex: for each department how often each choice of the form was pressed, with total and percentage rows, in
// the layout of the provinces' monthly reports, with its basis and its own check. Which form: the one in force at the end
// of the period; ratings given on a form without these choices are left out and the notes say so.
import { centreText } from '../../protocol/locales/text-page.ts';
import { reportVi } from '../../protocol/locales/vi/report.ts';
import type { RatingForm, RatingQuestion } from '../../protocol/rating-forms/rating-form.ts';
import { formInForce, ratingForms } from '../../protocol/rating-forms/rating-forms.ts';
import type { ReportTable } from '../../protocol/reports.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { percentText } from './numbers.ts';
import { ratingsNotes } from './ratings-notes.ts';
import type { Figures, Period, RatingCount, Report } from './report.ts';
import { checkTable } from './table-checks.ts';

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
  build: (figures, setup, period) => ratingsTable(figures, setup, period, ratingForms),
};

/** `forms` are all forms known; the set-up names one of them for each day. */
export function ratingsTable(
  figures: Figures,
  setup: Setup,
  period: Period,
  forms: readonly RatingForm[],
): ReportTable {
  const question = questionOf(setup, period, forms);
  const all = figures.ratings(period);
  const counted = all.filter((each) => offersChoices(forms, each.formId, question));
  const answered = add(all.map((each) => each.count));
  const otherForms = answered - add(counted.map((each) => each.count));
  const served = figures.served(period);
  const decimals = setup.reports.percentDecimals;
  const columns = columnsOf(question);
  const { rows, percents } = rowsOf(setup, question, counted);
  return {
    name: 'ratings',
    title: reportVi.ratingsTitle,
    centreName: centreText(setup.centre.name, 'vi'),
    from: period.from,
    to: period.to,
    columns,
    rows,
    basis: { answered, served },
    checks: checkTable(rows, columns, figures.ratingEvents(period) - otherForms),
    notes: ratingsNotes({ answered, served, otherForms, percents, decimals }),
  };
}

/** The question of the form in force at the end of the period, or of the first one where the period lies before all. */
function questionOf(setup: Setup, { to }: Period, forms: readonly RatingForm[]): RatingQuestion {
  const id = formInForce(setup.ratingForms, to) ?? setup.ratingForms[0]?.formId;
  const question = forms.find((form) => form.id === id)?.questions[0];
  if (question === undefined) throw new Error(`no rating form is in force on ${to}`);
  return question;
}

function offersChoices(forms: readonly RatingForm[], formId: string, { id, choices }: RatingQuestion) {
  const own = forms.find((form) => form.id === formId)?.questions.find((each) => each.id === id);
  return own !== undefined && choices.every(({ id }) => own.choices.some((choice) => choice.id === id));
}

function columnsOf({ choices }: RatingQuestion): ReportTable['columns'] {
  return [
    { id: 'stt', caption: reportVi.number, align: 'right' },
    { id: 'unit', caption: reportVi.unit, align: 'left' },
    ...choices.map(({ id, label }) => ({ id, caption: centreText(label, 'vi'), align: 'right' as const })),
    { id: 'total', caption: reportVi.total, align: 'right' },
  ];
}

/** A rating of a department that the set-up no longer has gets no row: the check against the raw count shows it. */
function rowsOf(
  { departments, reports }: Setup,
  { id, choices }: RatingQuestion,
  counted: readonly RatingCount[],
): Pick<ReportTable, 'rows'> & { percents: string[] } {
  const pressed = new Map<string, number>();
  for (const { departmentId, answers, count } of counted) {
    const key = `${departmentId} ${answers[id]}`;
    pressed.set(key, (pressed.get(key) ?? 0) + count);
  }
  const units = departments.map((department) =>
    choices.map((choice) => pressed.get(`${department.id} ${choice.id}`) ?? 0),
  );
  const totals = choices.map((_, column) => add(units.map((counts) => counts[column] ?? 0)));
  const total = add(totals);
  const percents = totals.map((part) => percentText(part, total, reports.percentDecimals));
  const rows: ReportTable['rows'] = departments.map(({ name }, index) => {
    const counts = units[index] ?? [];
    return { kind: 'unit', cells: [index + 1, centreText(name, 'vi'), ...counts, add(counts)] };
  });
  rows.push({ kind: 'total', cells: [null, reportVi.total, ...totals, total] });
  rows.push({ kind: 'percent', cells: [null, reportVi.percent, ...percents, total === 0 ? 0 : 100] });
  return { rows, percents };
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, each) => sum + each, 0);
}
