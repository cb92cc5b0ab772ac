// The ratings annex from counted figures: the province's printed table byte for byte, its arithmetic under any counts,
// and what the report says about itself where something does not agree.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RatingFormId } from '../../protocol/ids.ts';
import { fiveButtons } from '../../protocol/rating-forms/five-buttons.ts';
import type { RatingForm } from '../../protocol/rating-forms/rating-form.ts';
import { reportTableSchema } from '../../protocol/reports.ts';
import { csvText } from '../../server/reports/csv-writer.ts';
import { ratingsReport, ratingsTable } from '../../server/reports/ratings-report.ts';
import { centre } from '../support/domain-centre.ts';
import {
  annexPeriod,
  annexRatings,
  annexText,
  choiceIds,
  figuresOf,
  period,
  ratingCount,
  socTrang,
} from './figures-stub.ts';

const week = period('2026-11-23', '2026-11-29');
const numbersOf = (cells: readonly unknown[]) => cells.slice(2).map(Number);

describe('the annex of Sóc Trăng for 16/01/2021–15/02/2021', () => {
  const setup = socTrang();
  const table = ratingsReport.build(figuresOf(annexRatings(setup), { served: 7718 }), setup, annexPeriod);

  test('as CSV is the printed one byte for byte', () => {
    expect(csvText(table)).toBe(annexText);
  });

  test('has the officials’ captions', () => {
    expect(table.columns.map((column) => column.caption)).toEqual([
      'STT',
      'Tên đơn vị',
      'Hài lòng với dịch vụ',
      'Hài lòng về thái độ phục vụ',
      'Không hài lòng về nghiệp vụ nhân viên',
      'Không hài lòng về thời gian giao dịch',
      'Ý kiến góp ý',
      'Tổng cộng',
    ]);
  });

  test('says how many answered out of how many were served, and that its sums agree', () => {
    expect(table.basis).toEqual({ answered: 660, served: 7718 });
    expect(table.checks).toEqual({ passed: 3, failures: [] });
    expect(table.notes).toEqual(['660 lượt đánh giá trên 7.718 lượt phục vụ đã hoàn thành (8,55 %).']);
  });

  test('is a table of the contract', () => {
    expect(reportTableSchema.parse(table)).toEqual(table);
  });
});

describe('any counts', () => {
  const setup = centre();
  const choices = fc.constantFrom(...choiceIds);
  const departments = fc.constantFrom('tu-phap', 'moi-truong');
  const counts = fc.array(fc.tuple(departments, choices, fc.nat(100_000)), { maxLength: 12 });

  test('add up by rows and columns, and percentages are each within half a unit of the truth', () => {
    fc.assert(
      fc.property(counts, (written) => {
        const ratings = written.map((each) => ratingCount(...each));
        const { rows, checks } = ratingsReport.build(figuresOf(ratings), setup, week);
        const total = ratings.reduce((sum, each) => sum + each.count, 0);
        const [first, second, totals, percents] = rows.map((row) => numbersOf(row.cells));
        expect(checks).toEqual({ passed: 3, failures: [] });
        expect(totals?.at(-1)).toBe(total);
        expect(totals).toEqual(first?.map((cell, column) => cell + (second?.[column] ?? 0)));
        expect(percents?.at(-1)).toBe(total === 0 ? 0 : 100);
        for (const [column, cell] of rows[3]!.cells.slice(2, -1).entries()) {
          const exact = total === 0 ? 0 : (100 * totals![column]!) / total;
          expect(Math.abs(Number(String(cell).replace(',', '.')) - exact)).toBeLessThanOrEqual(0.005 + 1e-9);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('what the report says about itself', () => {
  const setup = centre();
  const build = (...args: Parameters<typeof figuresOf>) =>
    ratingsReport.build(figuresOf(...args), setup, week);

  test('nobody rated: zeros, no division by nothing', () => {
    const { rows, notes, checks } = build([]);
    expect(rows.at(-1)?.cells).toEqual([null, 'Tỷ lệ %', '0,00', '0,00', '0,00', '0,00', '0,00', 0]);
    expect(notes).toEqual(['0 lượt đánh giá trên 0 lượt phục vụ đã hoàn thành.']);
    expect(checks.failures).toEqual([]);
  });

  test('rounded shares that do not add up to 100', () => {
    const thirds = ['sat_service', 'sat_attitude', 'dis_time'].map((each) => ratingCount('tu-phap', each, 1));
    const { rows, notes } = build(thirds, { served: 3 });
    expect(rows.at(-1)?.cells).toEqual([null, 'Tỷ lệ %', '33,33', '33,33', '0,00', '33,33', '0,00', 100]);
    expect(notes).toContain('Do làm tròn, các tỷ lệ cộng lại không đúng bằng 100.');
  });

  test('as many decimals as the centre has chosen', () => {
    const oneDecimal = centre({ reports: { percentDecimals: 1 } });
    const ratings = [ratingCount('tu-phap', 'sat_service', 1), ratingCount('tu-phap', 'dis_time', 7)];
    const { rows } = ratingsReport.build(figuresOf(ratings), oneDecimal, week);
    expect(rows.at(-1)?.cells.slice(2, 6)).toEqual(['12,5', '0,0', '0,0', '87,5']);
  });

  test('a rating of a department that has no row is missed by the count of the raw ratings', () => {
    const { checks, basis } = build([
      ratingCount('tu-phap', 'sat_service', 4),
      ratingCount('gone', 'comment', 2),
    ]);
    expect(basis.answered).toBe(6);
    expect(checks).toEqual({ passed: 2, failures: ['Đếm từ phiếu gốc: 6 ≠ 4'] });
  });

  test('a table that has lost a rating of the journal', () => {
    const { checks } = build([ratingCount('tu-phap', 'sat_service', 4)], { ratingEvents: 5 });
    expect(checks.failures).toEqual(['Đếm từ phiếu gốc: 5 ≠ 4']);
  });
});

describe('a period in which the form changed', () => {
  const levels: RatingForm = {
    id: 'three-levels' as RatingFormId,
    name: { vi: 'Ba mức' },
    questions: [{ ...fiveButtons.questions[0]!, choices: fiveButtons.questions[0]!.choices.slice(0, 3) }],
  };
  const wider: RatingForm = { ...fiveButtons, id: 'five-buttons-2025' as RatingFormId };
  const setup = centre({
    ratingForms: [
      { from: '2025-01-01', formId: 'five-buttons' },
      { from: '2026-11-26', formId: 'five-buttons' },
    ],
  });
  const ratings = [
    ratingCount('tu-phap', 'sat_service', 10),
    ratingCount('tu-phap', 'sat_service', 3, 'five-buttons-2025'),
    ratingCount('tu-phap', 'sat_service', 5, 'three-levels'),
    ratingCount('tu-phap', 'sat_service', 1, 'forgotten'),
  ];
  const table = ratingsTable(figuresOf(ratings, { served: 20 }), setup, week, [fiveButtons, levels, wider]);

  test('counts the forms that have these choices and says how many others there were', () => {
    expect(table.rows[0]?.cells).toEqual([1, 'Tư pháp', 13, 0, 0, 0, 0, 13]);
    expect(table.notes).toEqual([
      '19 lượt đánh giá trên 20 lượt phục vụ đã hoàn thành (95,00 %).',
      '6 lượt đánh giá theo mẫu khác không có trong bảng này.',
    ]);
    expect(table.checks).toEqual({ passed: 3, failures: [] });
  });

  test('has the columns of the form in force at its end', () => {
    const changed = {
      ...setup,
      ratingForms: [setup.ratingForms[0]!, { from: week.to, formId: 'three-levels' as RatingFormId }],
    };
    const { columns, basis } = ratingsTable(figuresOf(ratings), changed, week, [fiveButtons, levels]);
    expect(columns.map((column) => column.id)).toEqual(['stt', 'unit', ...choiceIds.slice(0, 3), 'total']);
    expect(basis.answered).toBe(19);
  });
});
