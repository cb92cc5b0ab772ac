// Reports: choose a period, see the table with its basis and its own check, print it or take it as CSV.

import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { ReportDescription, ReportTable } from '../../protocol/reports.ts';
import { language } from '../language.tsx';
import { SignedIn } from '../session.tsx';
import { OfficeHeader, officeText as text } from './office-header.tsx';
import { type Period, periods } from './periods.ts';

export function ReportsPage() {
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader {...{ name: session.name, roles: session.roles, signOut }} />
          <Reports />
        </>
      )}
    </SignedIn>
  );
}

function Reports() {
  const [reports, setReports] = useState<readonly ReportDescription[]>([]);
  const [name, setName] = useState('ratings');
  const [period, setPeriod] = useState<Period>(() => periods.thisMonth(new Date()));
  const [table, setTable] = useState<ReportTable | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const address = (format: string) =>
    `/api/v1/reports/${name}?from=${period.from}&to=${period.to}&format=${format}`;
  useEffect(() => {
    void ask<{ reports: ReportDescription[] }>('/api/v1/reports').then(
      (asked) => asked.ok && setReports(asked.body.reports),
    );
  }, []);
  const load = useCallback(async (wanted: string, { from, to }: Period) => {
    const asked = await ask<ReportTable>(`/api/v1/reports/${wanted}?from=${from}&to=${to}&format=json`);
    setTable(asked.ok ? asked.body : null);
    setWrong(asked.ok ? null : asked.problem.title);
  }, []);
  useEffect(() => {
    void load(name, period);
  }, [load, name, period]);
  return (
    <main className="office">
      <h1>{table?.title ?? text(language, 'reports')}</h1>
      <div className="office-bar">
        <label>
          {text(language, 'report')}
          <select value={name} onChange={(event) => setName(event.target.value)}>
            {reports.map((each) => (
              <option key={each.name} value={each.name}>
                {each.title}
              </option>
            ))}
          </select>
        </label>
        {(['from', 'to'] as const).map((end) => (
          <label key={end}>
            {text(language, end)}
            <input
              type="date"
              value={period[end]}
              onChange={(event) =>
                event.target.value !== '' && setPeriod({ ...period, [end]: event.target.value })
              }
            />
          </label>
        ))}
        {(['thisMonth', 'lastMonth', 'sixteenth'] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            onClick={() => setPeriod(periods[each](new Date()))}
          >
            {text(language, each)}
          </button>
        ))}
        <a className="button" href={address('html')} target="_blank" rel="noreferrer">
          {text(language, 'html')}
        </a>
        <a className="button" href={address('csv')}>
          {text(language, 'csv')}
        </a>
      </div>
      {wrong !== null && (
        <p className="office-wrong" role="alert">
          {wrong}
        </p>
      )}
      {table !== null && <Table table={table} />}
    </main>
  );
}

function Table({ table }: { table: ReportTable }) {
  const { columns, rows, notes, checks } = table;
  return (
    <>
      <table data-testid="report">
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col">
                {column.caption}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={String(row.cells[1])} className={row.kind}>
              {row.cells.map((cell, index) => (
                <td key={columns[index]?.id} className={columns[index]?.align}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="office-notes">
        {notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {checks.failures.length === 0 ? (
          <p>{text(language, 'checked', { passed: checks.passed })}</p>
        ) : (
          <p className="office-wrong">
            {text(language, 'checkFailed', { failures: checks.failures.join('; ') })}
          </p>
        )}
      </div>
    </>
  );
}
