// A report table as one printable page (A4 across), complete in itself: no script, no other file.
import { reportEn } from '../../protocol/locales/en/report.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { reportVi } from '../../protocol/locales/vi/report.ts';
import type { Cell, ReportTable } from '../../protocol/reports.ts';

const text = textPage(reportVi, reportEn);
const style = `@page{size:A4 landscape;margin:15mm}
body{font-family:"Be Vietnam Pro","Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;color:#14213d;margin:2rem auto;max-width:74rem;padding:0 1.5rem;line-height:1.4}
header{text-align:center;margin-bottom:1.5rem}
header p{margin:0;font-weight:600}h1{margin:.75rem 0 .25rem;font-size:1.35rem;text-transform:uppercase}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums;font-size:.95rem}
th,td{border:1px solid #64708c;padding:.4rem .6rem}th{background:#e3eef8;font-weight:600;vertical-align:middle;line-height:1.25}
td.right{text-align:right}tr.total td,tr.percent td{font-weight:700;background:#f1f4f9}
footer{margin-top:1rem;font-size:.9rem;color:#4a5876}footer p{margin:.2rem 0}.failed{color:#a8201a;font-weight:700}
@media print{body{margin:0;max-width:none;padding:0}}`;

export function htmlPage(table: ReportTable): string {
  const { columns, rows, checks, notes } = table;
  const period = text('vi', 'period', { from: dayText(table.from), to: dayText(table.to) });
  const check =
    checks.failures.length === 0
      ? `<p>${escaped(text('vi', 'checked', { passed: checks.passed }))}</p>`
      : `<p class="failed">${escaped(text('vi', 'checkFailed', { failures: checks.failures.join('; ') }))}</p>`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(table.title)}</title><style>${style}</style></head>
<body><header><p>${escaped(table.centreName)}</p><h1>${escaped(table.title)}</h1><p>${escaped(period)}</p></header>
<table><thead><tr>${columns.map((column) => `<th scope="col">${escaped(column.caption)}</th>`).join('')}</tr></thead>
<tbody>${rows.map((row) => `<tr class="${row.kind}">${row.cells.map((cell, index) => `<td class="${columns[index]?.align ?? 'left'}">${cellText(cell)}</td>`).join('')}</tr>`).join('\n')}</tbody></table>
<footer>${notes.map((note) => `<p>${escaped(note)}</p>`).join('')}${check}</footer></body></html>
`;
}

function cellText(cell: Cell): string {
  return cell === null ? '' : escaped(String(cell));
}

/** 2021-02-15 as 15/02/2021. */
function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
