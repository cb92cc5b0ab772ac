// How dossiers are progressing, department by department: received, solved, in progress, overdue, and a bar of the same.
import type { DossierRow } from '../../protocol/notices.ts';
import type { StatusView } from '../../protocol/views/status-view.ts';
import { pageOf, useTurn } from '../parts/use-turn.ts';
import type { Languages } from '../parts/words.tsx';
import { count, pageMs, percent, statusText } from './status-text.ts';

const rowsAtOnce = 8;
type Figures = Omit<DossierRow, 'departmentId' | 'name'>;

export function Dossiers({ view: { dossiers, languages } }: { view: StatusView }) {
  const turn = useTurn(pageMs);
  if (dossiers === null)
    return (
      <section className="dossiers dossiers-none">
        <p>{statusText(languages, 'noFigures')}</p>
      </section>
    );
  const day = (text: string) => text.split('-').reverse().join('/');
  return (
    <section className="dossiers" data-testid="dossiers">
      <h2>{statusText(languages, 'period', { from: day(dossiers.from), to: day(dossiers.to) })}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{statusText(languages, 'department')}</th>
            <th scope="col">{statusText(languages, 'received')}</th>
            <th scope="col">{statusText(languages, 'solved')}</th>
            <th scope="col">{statusText(languages, 'inTime')}</th>
            <th scope="col">{statusText(languages, 'open')}</th>
            <th scope="col">{statusText(languages, 'late')}</th>
          </tr>
        </thead>
        <tbody>
          {pageOf(dossiers.rows, rowsAtOnce, turn).map((row) => (
            <Row key={row.name} name={row.name} figures={row} languages={languages} />
          ))}
        </tbody>
        <tfoot>
          <Row name={statusText(languages, 'total')} figures={dossiers.total} languages={languages} />
        </tfoot>
      </table>
    </section>
  );
}

function Row({ name, figures, languages }: { name: string; figures: Figures; languages: Languages }) {
  const { received, solvedInTime, solvedLate, openInTime, openLate } = figures;
  const solved = solvedInTime + solvedLate;
  const overdue = solvedLate + openLate;
  return (
    <tr>
      <th scope="row">
        <span>{name}</span>
        <Bar figures={figures} />
      </th>
      <td>{count(languages, received)}</td>
      <td>{count(languages, solved)}</td>
      <td>{percent(languages, solvedInTime, solved)}</td>
      <td>{count(languages, openInTime + openLate)}</td>
      <td className={overdue > 0 ? 'dossiers-late' : ''}>
        {overdue > 0 ? `! ${count(languages, overdue)}` : '0'}
      </td>
    </tr>
  );
}

/** The figures of a row as shares of what was received; the row says them in figures. */
function Bar({ figures }: { figures: Figures }) {
  const { received, solvedInTime, solvedLate, openInTime, openLate } = figures;
  if (received === 0) return null;
  const parts = [
    ['in-time', solvedInTime],
    ['late', solvedLate + openLate],
    ['open', openInTime],
  ] as const;
  return (
    <i className="bar" aria-hidden="true">
      {parts.map(([kind, value]) => (
        <i key={kind} className={`bar-${kind}`} style={{ width: `${(100 * value) / received}%` }} />
      ))}
    </i>
  );
}
