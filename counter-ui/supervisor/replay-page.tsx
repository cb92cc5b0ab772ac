// A day of the journal played again at a speed, with the parts of the live floor, which here only show.
import './replay.css';
import { useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { BusinessDay } from '../../protocol/ids.ts';
import { replayEn } from '../../protocol/locales/en/replay.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { replayVi } from '../../protocol/locales/vi/replay.ts';
import type { Role } from '../../protocol/setup-schema.ts';
import type { ReplayDay } from '../../protocol/views/replay-view.ts';
import { language } from '../language.tsx';
import { OfficeHeader } from '../office/office-header.tsx';
import { SignedIn } from '../session.tsx';
import { FloorContext } from './act.ts';
import { FloorParts } from './floor-parts.tsx';
import { Readers } from './readers.tsx';
import { ReplayBar } from './replay-bar.tsx';
import { timeText } from './supervisor-text.ts';
import { useTitle } from './use-alarm-sound.ts';
import { useReplay } from './use-replay.ts';

const text = textPage(replayVi, replayEn);
const readers: readonly Role[] = ['supervisor', 'technician'];
/** Putting a long day together takes a while. */
const answerWithinMs = 60_000;

export function ReplayPage() {
  useTitle(text(language, 'title'), 0);
  return (
    <SignedIn>
      {(session, signOut) => (
        <>
          <OfficeHeader {...{ name: session.name, roles: session.roles, signOut }} ownAlarms />
          <Readers roles={session.roles} may={readers}>
            <ChosenDay />
          </Readers>
        </>
      )}
    </SignedIn>
  );
}

function ChosenDay() {
  const [days, setDays] = useState<readonly BusinessDay[] | null>(null);
  const [chosen, setChosen] = useState<string>('');
  const [day, setDay] = useState<ReplayDay | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(() => {
    void ask<{ days: BusinessDay[] }>('/api/v1/replay').then((asked) => {
      if (!asked.ok) return setWrong(asked.problem.title);
      const wanted = new URLSearchParams(window.location.search).get('day');
      setDays(asked.body.days);
      setChosen(wanted ?? asked.body.days[0] ?? '');
    });
  }, []);
  useEffect(() => {
    if (chosen === '') return;
    let isWanted = true;
    setDay(null);
    void ask<ReplayDay>(`/api/v1/replay/${chosen}`, { withinMs: answerWithinMs }).then((asked) => {
      if (!isWanted) return;
      setDay(asked.ok ? asked.body : null);
      setWrong(asked.ok ? null : asked.problem.title);
    });
    return () => {
      isWanted = false;
    };
  }, [chosen]);
  return (
    <>
      <div className="replay-day">
        <h1>{text(language, 'title')}</h1>
        <label>
          {text(language, 'day')}
          <select value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {days?.map((each) => (
              <option key={each} value={each}>
                {each.split('-').reverse().join('/')}
              </option>
            ))}
          </select>
        </label>
        {day !== null && <DayNote day={day} />}
      </div>
      {days?.length === 0 && <p>{text(language, 'noDays')}</p>}
      {wrong !== null && <p role="alert">{wrong}</p>}
      {day === null && wrong === null && days?.length !== 0 && (
        <p role="status">{text(language, 'loading')}</p>
      )}
      {day !== null && <Played key={day.day} day={day} />}
    </>
  );
}

function DayNote({ day: { rows, firstAt, lastAt, timeZone } }: { day: ReplayDay }) {
  const [first, last] = [timeText(firstAt, timeZone), timeText(lastAt, timeZone)];
  return (
    <p className="floor-note">
      {text(language, 'rows', { rows, first, last })}. {text(language, 'todaysNames')}
    </p>
  );
}

function Played({ day }: { day: ReplayDay }) {
  const replay = useReplay(day);
  const { view, at, wrong } = replay;
  return (
    <>
      <ReplayBar {...{ day, replay }} />
      {wrong !== null && <p role="alert">{wrong}</p>}
      {view === null ? (
        <p role="status">{text(language, 'loading')}</p>
      ) : (
        <FloorContext
          value={{
            ...{ view, now: at, show: null },
            may: () => false,
            act: () => Promise.resolve(false),
            tell: () => {},
          }}
        >
          <div data-testid="replayed" data-seq={view.floor.seq}>
            <FloorParts sound={null} />
          </div>
        </FloorContext>
      )}
    </>
  );
}
