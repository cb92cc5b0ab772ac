// The figures of dossiers for the status television: imported as the provincial system exports them, refused where they do
// not add up, with the cell that fails.
import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { DossierFigures } from '../../protocol/notices.ts';
import type { Problem } from '../../protocol/refusals.ts';
import { language } from '../language.tsx';
import { SureButton } from './sure-button.tsx';
import { type Centre, momentText, noticesText as text } from './use-centre.ts';

type Answer = { dossiers: DossierFigures | null };

export function DossierImport({ centre }: { centre: Centre }) {
  const [figures, setFigures] = useState<DossierFigures | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async () => {
    const asked = await ask<Answer>('/api/v1/dossiers');
    if (asked.ok) setFigures(asked.body.dossiers);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  const bring = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const file = form.get('file');
    const body = {
      from: String(form.get('from')),
      to: String(form.get('to')),
      csv: file instanceof File ? await file.text() : '',
    };
    const asked = await ask<Answer>('/api/v1/dossiers', { method: 'PUT', body });
    setProblem(asked.ok ? null : asked.problem);
    if (asked.ok) setFigures(asked.body.dossiers);
  };
  const remove = async () => {
    await ask('/api/v1/dossiers', { method: 'DELETE' });
    await load();
  };
  return (
    <section>
      <p>{text(language, 'dossiersHelp')}</p>
      <form className="notice-form" onSubmit={(event) => void bring(event)}>
        <div className="notice-row">
          <label>
            {text(language, 'fromDay')}
            <input name="from" type="date" required />
          </label>
          <label>
            {text(language, 'toDay')}
            <input name="to" type="date" required />
          </label>
          <label>
            {text(language, 'file')}
            <input name="file" type="file" accept=".csv,text/csv" required />
          </label>
          <button type="submit" className="button button-primary">
            {text(language, 'import')}
          </button>
        </div>
        {problem !== null && (
          <div className="office-wrong" role="alert">
            <p>{problem.title}</p>
            <ul>
              {problem.errors?.map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          </div>
        )}
      </form>
      <p data-testid="imported">{figures === null ? text(language, 'noDossiers') : about(figures, centre)}</p>
      {figures !== null && <SureButton word="removeDossiers" sure="removeSure" act={() => void remove()} />}
    </section>
  );
}

function about({ from, to, rows, importedBy, importedAt }: DossierFigures, { timeZone }: Centre): string {
  const day = (words: string) => words.split('-').reverse().join('/');
  return text(language, 'imported', {
    ...{ from: day(from), to: day(to), count: rows.length, name: importedBy },
    received: rows.reduce((sum, row) => sum + row.received, 0).toLocaleString('vi-VN'),
    time: momentText(importedAt, timeZone),
  });
}
