// A report table as CSV (RFC 4180, UTF-8, lines end in LF): a line of column ids, then the rows. Words are quoted, numbers
// are bare, nothing is empty. A cell of words that a spreadsheet would take for a formula (it begins with = + - @, a tab
// or a carriage return; OWASP, "CSV Injection") gets an apostrophe before it. Percentages are words: "25,61".
import type { Cell, ReportTable } from '../../protocol/reports.ts';

export function csvText({ columns, rows }: ReportTable): string {
  const lines = [
    columns.map((column) => column.id).join(','),
    ...rows.map((row) => row.cells.map(cellText).join(',')),
  ];
  return `${lines.join('\n')}\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return `"${safe.replaceAll('"', '""')}"`;
}
