// Pictures and videos: brought, put in order, given their hours, removed.
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { FilesAnswer } from '../../protocol/endpoints/notice-endpoints.ts';
import type { KeptFile } from '../../protocol/notices.ts';
import type { Problem } from '../../protocol/refusals.ts';
import { language } from '../language.tsx';
import { sendFile } from './send-file.ts';
import { ShowingForm } from './showing-form.tsx';
import { type Centre, noticesText as text } from './use-centre.ts';

export function Pictures({ centre }: { centre: Centre }) {
  const [answer, setAnswer] = useState<FilesAnswer | null>(null);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const load = useCallback(async () => {
    const asked = await ask<FilesAnswer>('/api/v1/files');
    if (asked.ok) setAnswer(asked.body);
  }, []);
  useEffect(() => {
    void load();
  }, [load]);
  const bring = async (files: FileList | null) => {
    for (const file of files ?? []) {
      setSent(0);
      const refused = await sendFile(file, setSent);
      setSent(null);
      setProblem(refused);
      if (refused !== null) break;
    }
    await load();
  };
  const act = async (path: string, method: 'PUT' | 'DELETE', body?: unknown) => {
    const asked = await ask(`/api/v1/files/${path}`, { method, ...(body === undefined ? {} : { body }) });
    setProblem(asked.ok ? null : asked.problem);
    await load();
  };
  return (
    <section>
      <label className="button button-primary">
        + {text(language, 'addFile')}
        <input
          className="visually-hidden"
          type="file"
          multiple
          accept="image/png,image/jpeg,image/webp,image/gif,video/mp4,video/webm"
          onChange={(event) => {
            void bring(event.target.files);
            event.target.value = '';
          }}
        />
      </label>
      <p className="preview-help">
        {sent === null
          ? text(language, 'addFileHelp', { limit: answer?.megabytesAtMost ?? '' })
          : text(language, 'sending', { percent: sent })}
      </p>
      {problem !== null && (
        <p className="office-wrong" role="alert">
          {problem.title}
        </p>
      )}
      <ul className="files" data-testid="files">
        {answer?.files.map((file: KeptFile, place) => (
          <ShowingForm
            key={file.id}
            {...{ file, centre }}
            keep={(showing) => void act(file.id, 'PUT', { showing })}
            earlier={place === 0 ? null : () => void act(`${file.id}/place`, 'PUT', { place: place - 1 })}
            remove={() => void act(file.id, 'DELETE')}
          />
        ))}
        {answer?.files.length === 0 && <li>{text(language, 'noFiles')}</li>}
      </ul>
    </section>
  );
}
