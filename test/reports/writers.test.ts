// The writers: CSV that a spreadsheet opens without running anything, a page that shows words as words, and the answers
// to wishes that cannot be met.
import { describe, expect, test } from 'vitest';
import { type ReportTable, reportFormatSchema } from '../../protocol/reports.ts';
import { csvText } from '../../server/reports/csv-writer.ts';
import { htmlPage } from '../../server/reports/html-writer.ts';
import { buildReport, reportDescriptions, reports } from '../../server/reports/reports.ts';
import { centre } from '../support/domain-centre.ts';
import { figuresOf, period, ratingCount } from './figures-stub.ts';

function tableWith(
  cells: ReportTable['rows'][number]['cells'],
  more: Partial<ReportTable> = {},
): ReportTable {
  return {
    ...{ name: 'ratings', title: 'Bảng <thử>', centreName: 'Trung tâm “A & B”' },
    ...period('2026-11-16', '2026-11-30'),
    columns: cells.map((_, index) => ({ id: `c${index}`, caption: `Cột ${index}`, align: 'left' })),
    rows: [{ kind: 'unit', cells }],
    basis: { answered: 0, served: 0 },
    checks: { passed: 3, failures: [] },
    notes: [],
    ...more,
  };
}
const csvLine = (...cells: ReportTable['rows'][number]['cells']) => csvText(tableWith(cells)).split('\n')[1];

describe('CSV', () => {
  test('words in quotes, numbers bare, nothing empty, lines end in LF', () => {
    expect(csvText(tableWith([null, 'Sở Y tế', 41, '0,00']))).toBe('c0,c1,c2,c3\n,"Sở Y tế",41,"0,00"\n');
  });

  test('quotes are doubled; commas and line breaks stay inside their cell', () => {
    expect(csvLine('nói "được", rồi')).toBe('"nói ""được"", rồi"');
    expect(csvText(tableWith(['một\nhai']))).toBe('c0\n"một\nhai"\n');
  });

  test.each(['=1+1', '+84', '-2', '@SUM(A1)', '\t=1', '\r=1'])('%j is no formula', (words) => {
    expect(csvText(tableWith([words]))).toBe(`c0\n"'${words}"\n`);
  });

  test('the same signs inside words, and negative numbers, are left alone', () => {
    expect(csvLine('Sở Lao động - Thương binh', 'a=b', -2)).toBe('"Sở Lao động - Thương binh","a=b",-2');
  });
});

describe('the printable page', () => {
  test('carries centre, title, period, numbers in the Vietnamese style and the notes', () => {
    const html = htmlPage(tableWith([1234567, null], { notes: ['1 trên 2 (50,00 %)'] }));
    expect(html).toContain('Trung tâm “A &#38; B”');
    expect(html).toContain('<h1>Bảng &#60;thử&#62;</h1>');
    expect(html).toContain('Từ ngày 16/11/2026 đến ngày 30/11/2026');
    expect(html).toContain('<td class="left">1.234.567</td><td class="left"></td>');
    expect(html).toContain('<p>1 trên 2 (50,00 %)</p>');
    expect(html).toContain('Đã tự kiểm tra số liệu: 3 phép đối chiếu khớp.');
  });

  test('words of the set-up stay words', () => {
    const hostile = '<img src=x onerror="alert(\'1\')">&';
    const html = htmlPage(tableWith([hostile], { title: hostile, centreName: hostile, notes: [hostile] }));
    expect(html).not.toContain('<img');
    expect(html).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;');
  });

  test('needs nothing else: no script, no other address', () => {
    expect(htmlPage(tableWith(['x']))).not.toMatch(/<script|https?:|url\(|<link/);
  });

  test('a check that failed is in plain sight', () => {
    const html = htmlPage(tableWith([1], { checks: { passed: 2, failures: ['Cộng: 4 ≠ <5>'] } }));
    expect(html).toMatch(/class="failed".*Số liệu không khớp:.*<li>Cộng: 4 ≠ &#60;5&#62;<\/li>/);
    expect(html).not.toContain('Đã tự kiểm tra');
  });

  test('stands upright with few columns and lies across with many', () => {
    expect(htmlPage(tableWith([1, 2, 3]))).toContain('size:A4 portrait');
    expect(htmlPage(tableWith([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]))).toContain('size:A4 landscape');
  });
});

describe('asking for a report', () => {
  const figures = figuresOf([ratingCount('tu-phap', 'sat_service', 4)], { served: 5 });
  const ask = (name: string, from: string, to: string, format: 'json' | 'csv' | 'html' | 'pdf' = 'json') =>
    buildReport(name, period(from, to), format, figures, centre());

  test('every format that a report offers is written', () => {
    for (const { name, formats } of reportDescriptions())
      for (const format of formats)
        expect(
          buildReport(name, period('2026-11-01', '2026-11-30'), format, figures, centre()),
        ).toMatchObject({
          ok: true,
          fileName: `${name}-2026-11-01-2026-11-30.${format}`,
        });
    expect(reports).toHaveLength(reportDescriptions().length);
  });

  test('JSON is the table itself', () => {
    const built = ask('ratings', '2026-11-01', '2026-11-30');
    const body = built.ok ? JSON.parse(built.body) : null;
    expect(body).toMatchObject({ name: 'ratings', basis: { answered: 4, served: 5 } });
  });

  test('an unknown report and a format that is not offered are said to be so', () => {
    expect(ask('salaries', '2026-11-01', '2026-11-30')).toEqual({ ok: false, code: 'unknown-report' });
    for (const format of reportFormatSchema.options.filter((each) => each === 'pdf' || each === 'xlsx'))
      expect(buildReport('ratings', period('2026-11-01', '2026-11-02'), format, figures, centre())).toEqual({
        ok: false,
        code: 'format-not-offered',
      });
  });

  test.each([
    ['2026-11-30', '2026-11-29', 'from-after-to'],
    ['2016-11-30', '2026-11-30', 'longer-than-ten-years'],
    ['2016-02-29', '2026-03-01', 'longer-than-ten-years'],
  ])('%s to %s is refused: %s', (from, to, reason) => {
    expect(ask('ratings', from, to)).toEqual({ ok: false, code: 'invalid-request', reason });
  });

  test.each([
    ['2026-11-30', '2026-11-30'],
    ['2016-12-01', '2026-11-30'],
    ['2016-02-29', '2026-02-28'],
  ])('%s to %s is a period', (from, to) => {
    expect(ask('ratings', from, to).ok).toBe(true);
  });
});
