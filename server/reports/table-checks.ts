// A table's own arithmetic, reckoned again from its finished cells: rows against their totals, columns against the total
// row, the whole against the raw count. A failure names the cell and both numbers.
import { reportVi } from '../../protocol/locales/vi/report.ts';
import type { Cell, ReportTable } from '../../protocol/reports.ts';

type Rows = ReportTable['rows'];
type Columns = ReportTable['columns'];
/** Columns before the first number: STT and the unit's name. */
const lead = 2;

/** Three checks; `rawCount` is what the table's grand total must be. */
export function checkTable(rows: Rows, columns: Columns, rawCount: number): ReportTable['checks'] {
  const results = [rowFailures(rows), columnFailures(rows, columns), rawFailures(rows, rawCount)];
  return { passed: results.filter((failures) => failures.length === 0).length, failures: results.flat() };
}

function rowFailures(rows: Rows): string[] {
  return rows
    .filter((row) => row.kind !== 'percent')
    .flatMap(({ cells }) => {
      const parts = add(cells.slice(lead, -1));
      return disagreement(`${reportVi.checkRows} “${cells[1]}”`, parts, cells.at(-1));
    });
}

function columnFailures(rows: Rows, columns: Columns): string[] {
  const totals = totalCells(rows);
  const units = rows.filter((row) => row.kind === 'unit');
  return columns.slice(lead).flatMap(({ caption }, index) => {
    const column = index + lead;
    const parts = add(units.map((row) => row.cells[column] ?? null));
    return disagreement(`${reportVi.checkColumns} “${caption}”`, parts, totals[column]);
  });
}

function rawFailures(rows: Rows, rawCount: number): string[] {
  return disagreement(reportVi.checkRaw, rawCount, totalCells(rows).at(-1));
}

function totalCells(rows: Rows): readonly Cell[] {
  return rows.find((row) => row.kind === 'total')?.cells ?? [];
}

function disagreement(what: string, found: number, written: Cell | undefined): string[] {
  return found === written ? [] : [`${what}: ${found} ≠ ${written ?? 0}`];
}

function add(cells: readonly Cell[]): number {
  return cells.reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
}
