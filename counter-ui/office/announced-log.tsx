// What a screen or a loudspeaker has announced, newest first and followed while it is open, so that somebody can answer
// whether a number was called there, when and how. The rows are the outlet's own.
import { useEffect, useRef, useState } from 'react';
import type { Announced, AnnouncedHow } from '../../protocol/announced.ts';
import { ask } from '../../protocol/client/ask.ts';
import { howEn } from '../../protocol/locales/en/devices.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { howVi } from '../../protocol/locales/vi/devices.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import { language } from '../language.tsx';
import { devicesText as text } from './device-kinds.ts';

const howText = textPage(howVi, howEn);
const askEveryMs = 2_000;
/** `warn`: as it should be, but nobody heard it. */
const grades: Readonly<Record<AnnouncedHow, 'good' | 'warning' | 'bad'>> = {
  ...{ spoken: 'good', shown: 'good', 'too-late': 'warning', muted: 'warning' },
  ...{ 'no-voice': 'bad', blocked: 'bad', failed: 'bad' },
};
const marks = { good: '●', warning: '▲', bad: '✖' } as const;

type Props = { device: Pick<DeviceView, 'id' | 'name'>; timeZone: string; close: () => void };

export function AnnouncedLog({ device: { id, name }, timeZone, close }: Props) {
  const { rows, failed } = useAnnounced(id);
  const [wanted, setWanted] = useState('');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const number = wanted.trim().toUpperCase();
  const found = rows?.filter((row) => row.number.toUpperCase().includes(number)) ?? [];
  return (
    <dialog ref={dialog} className="device-dialog" aria-labelledby="log-title" onClose={close}>
      <h2 id="log-title">{text(language, 'logTitle', { name })}</h2>
      <p className="device-help">{text(language, 'logHelp')}</p>
      <div className="office-bar log-find">
        <label>
          {text(language, 'logFind')}
          <input
            {...{ type: 'search', value: wanted, placeholder: 'A012', maxLength: 12 }}
            onChange={(event) => setWanted(event.target.value)}
          />
        </label>
        <button type="button" className="button" onClick={close}>
          {text(language, 'close')}
        </button>
      </div>
      {failed && <p className="office-wrong">{text(language, 'logFailed')}</p>}
      {rows !== null && found.length === 0 && (
        <p role="status">
          {rows.length === 0 ? text(language, 'logEmpty') : text(language, 'logNotFound', { number })}
        </p>
      )}
      {found.length > 0 && <Rows {...{ rows: found, timeZone }} />}
    </dialog>
  );
}

function useAnnounced(id: string): { rows: readonly Announced[] | null; failed: boolean } {
  const [rows, setRows] = useState<readonly Announced[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let isOpen = true;
    const look = async () => {
      const asked = await ask<{ announced: Announced[] }>(`/api/v1/devices/${id}/announced`);
      if (!isOpen) return;
      setFailed(!asked.ok);
      if (asked.ok) setRows(asked.body.announced);
    };
    void look();
    const timer = setInterval(() => void look(), askEveryMs);
    return () => {
      isOpen = false;
      clearInterval(timer);
    };
  }, [id]);
  return { rows, failed };
}

function Rows({ rows, timeZone }: { rows: readonly Announced[]; timeZone: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls must be reached by the keyboard
    <section className="log-rows" tabIndex={0} aria-labelledby="log-title">
      <table className="log">
        <thead>
          <tr>
            {(['logTime', 'logNumber', 'counter', 'logHow'] as const).map((each) => (
              <th key={each} scope="col">
                {text(language, each)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ callSeq, at, number, counterNumber, recall, how }) => (
            <tr key={callSeq} data-call={callSeq}>
              <td>{momentText(at, timeZone)}</td>
              <td>
                <strong>{number}</strong>
                {recall && <small className="log-recall">{text(language, 'logRecall')}</small>}
              </td>
              <td>{counterNumber}</td>
              <td className={`grade-${grades[how]}`}>{`${marks[grades[how]]} ${howText(language, how)}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The time of the centre's day; the date as well where it was another day. */
function momentText(at: number, timeZone: string): string {
  const day = { timeZone, day: '2-digit', month: '2-digit' } as const;
  const time = new Date(at).toLocaleTimeString('vi-VN', { timeZone, hourCycle: 'h23' });
  const date = new Date(at).toLocaleDateString('vi-VN', day);
  return date === new Date().toLocaleDateString('vi-VN', day) ? time : `${time}, ${date}`;
}
