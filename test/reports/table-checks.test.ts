// The checks find what published tables get wrong: parts that do not make their total. Each names the cell that fails.
import { expect, test } from 'vitest';
import { checkTable } from '../../server/reports/table-checks.ts';

const columns = ['STT', 'Tên đơn vị', 'Hài lòng', 'Không hài lòng', 'Tổng cộng'].map((caption) => ({
  id: caption,
  caption,
  align: 'right' as const,
}));
type Cells = (string | number | null)[];
const table = (first: Cells, second: Cells, total: Cells) => [
  { kind: 'unit' as const, cells: [1, 'Sở Y tế', ...first] },
  { kind: 'unit' as const, cells: [2, 'Sở Tư pháp', ...second] },
  { kind: 'total' as const, cells: [null, 'Tổng cộng', ...total] },
  { kind: 'percent' as const, cells: [null, 'Tỷ lệ %', '75,00', '25,00', 100] },
];

test('a sound table', () => {
  const rows = table([3, 1, 4], [3, 1, 4], [6, 2, 8]);
  expect(checkTable(rows, columns, 8)).toEqual({ passed: 3, failures: [] });
});

test('a unit whose parts are not its total', () => {
  const rows = table([3, 1, 5], [3, 1, 4], [6, 2, 8]);
  expect(checkTable(rows, columns, 8)).toEqual({
    passed: 1,
    failures: ['Cộng các dòng “Sở Y tế”: 4 ≠ 5', 'Cộng các cột “Tổng cộng”: 9 ≠ 8'],
  });
});

test('a column whose units are not its total', () => {
  const rows = table([3, 1, 4], [3, 1, 4], [5, 3, 8]);
  expect(checkTable(rows, columns, 8)).toEqual({
    passed: 2,
    failures: ['Cộng các cột “Hài lòng”: 6 ≠ 5', 'Cộng các cột “Không hài lòng”: 2 ≠ 3'],
  });
});

test('a table without the ratings it should hold', () => {
  const rows = table([3, 1, 4], [3, 1, 4], [6, 2, 8]);
  expect(checkTable(rows, columns, 9)).toEqual({ passed: 2, failures: ['Đếm từ phiếu gốc: 9 ≠ 8'] });
});
