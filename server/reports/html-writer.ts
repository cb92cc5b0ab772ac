// A report table as one printable page (A4, upright or across by its columns), complete in itself: no script, no other
// file. Counts are written in the Vietnamese style; room is left for the signatures that an official table carries.
import { reportEn } from '../../protocol/locales/en/report.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { reportVi } from '../../protocol/locales/vi/report.ts';
import type { Cell, ReportTable } from '../../protocol/reports.ts';
import { countText } from './numbers.ts';

const text = textPage(reportVi, reportEn);
/** As many columns as an upright page holds with names that can be read. */
const columnsUpright = 9;
const style = `*{box-sizing:border-box}
body{font-family:"Be Vietnam Pro","Segoe UI",Roboto,"Noto Sans","DejaVu Sans",Arial,sans-serif;color:#14213d;background:#fff;margin:2rem auto;max-width:72rem;padding:0 1.5rem;font-size:15px;line-height:1.4}
header p{margin:0}.centre{font-weight:600}
h1{margin:1.25rem 0 .2rem;font-size:1.4rem;line-height:1.25;text-align:center;text-transform:uppercase;letter-spacing:.01em}
.period{text-align:center;font-style:italic;margin-bottom:1.25rem}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
thead{display:table-header-group}tr{break-inside:avoid}
th,td{border:1px solid #64708c;padding:.35rem .55rem}
thead th{background:#e3eef8;font-weight:600;font-size:.9rem;line-height:1.25;text-align:center;vertical-align:middle}
thead th:nth-child(n+3){width:7.4rem}
.right{text-align:right}.left{text-align:left}tbody th{font-weight:400}tbody td:last-child{font-weight:600}
tbody tr:nth-child(even){background:#f7f9fc}
.total>*,.percent>*{font-weight:700;background:#eef2f8}.total>*{border-top-width:2px}
.notes{margin-top:1rem;color:#384562}.notes p{margin:.2rem 0}.notes p:first-child{color:#14213d;font-weight:600}
.failed{border:2px solid #a8201a;color:#a8201a;font-weight:700;padding:.5rem .75rem;margin:.5rem 0}.failed ul{margin:.25rem 0 0;padding-left:1.2rem}
.signatures{display:flex;justify-content:space-around;margin-top:1.5rem;text-align:center;break-inside:avoid}
.signatures p{margin:0}.signatures .role{font-weight:700;text-transform:uppercase}.signatures .hint{font-style:italic;font-size:.9rem;padding-bottom:4.5rem}
@media print{body{margin:0;max-width:none;padding:0;font-size:10pt}th,td{padding:.2rem .4rem}h1{margin-top:.75rem}thead th:nth-child(n+3){width:4.7rem;font-size:.82rem}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`;

/** The whole page; every word of the table is escaped. */
export function htmlPage(table: ReportTable): string {
  const period = text('vi', 'period', { from: dayText(table.from), to: dayText(table.to) });
  const page = `@page{size:A4 ${table.columns.length > columnsUpright ? 'landscape' : 'portrait'};margin:12mm}`;
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(table.title)}</title><style>${page}
${style}</style></head>
<body><header><p class="centre">${escaped(table.centreName)}</p><h1>${escaped(table.title)}</h1><p class="period">${escaped(period)}</p></header>
${tableHtml(table)}
${notesHtml(table)}
${signaturesHtml()}</body></html>
`;
}

function tableHtml({ columns, rows }: ReportTable): string {
  const captions = columns.map((column) => `<th scope="col">${escaped(column.caption)}</th>`);
  const lines = rows.map(({ kind, cells }) => {
    const parts = cells.map((cell, index) => {
      const align = columns[index]?.align ?? 'left';
      const named = columns[index]?.id === 'unit';
      return named
        ? `<th scope="row" class="${align}">${cellText(cell)}</th>`
        : `<td class="${align}">${cellText(cell)}</td>`;
    });
    return `<tr class="${kind}">${parts.join('')}</tr>`;
  });
  return `<table><thead><tr>${captions.join('')}</tr></thead>\n<tbody>${lines.join('\n')}</tbody></table>`;
}

function notesHtml({ notes, checks }: ReportTable): string {
  const said = notes.map((note) => `<p>${escaped(note)}</p>`).join('');
  return `<section class="notes">${said}${checksHtml(checks)}</section>`;
}

function checksHtml({ passed, failures }: ReportTable['checks']): string {
  if (failures.length === 0) return `<p>${escaped(text('vi', 'checked', { passed }))}</p>`;
  const items = failures.map((failure) => `<li>${escaped(failure)}</li>`).join('');
  return `<div class="failed" role="alert">${escaped(text('vi', 'checkFailed', { failures: '' })).trim()}<ul>${items}</ul></div>`;
}

function signaturesHtml(): string {
  const hint = escaped(text('vi', 'signHint'));
  const places = (['preparedBy', 'headOfCentre'] as const).map(
    (role) => `<div><p class="role">${escaped(text('vi', role))}</p><p class="hint">${hint}</p></div>`,
  );
  return `<section class="signatures">${places.join('')}</section>`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? countText(cell) : escaped(cell);
}

/** 2021-02-15 as 15/02/2021. */
function dayText(day: string): string {
  return day.split('-').reverse().join('/');
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
