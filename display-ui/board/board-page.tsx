// The board above one counter: its number, the ticket in hand and its service, the officer, or why it serves nobody. A new
// call blinks once.
import './board.css';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useAwake } from '../../protocol/client/use-awake.ts';
import { useFreshPage } from '../../protocol/client/use-fresh-page.ts';
import { useHallTime, useLiveView } from '../../protocol/client/use-live-view.ts';
import type { CounterId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterBoardView } from '../../protocol/views/hall-view.ts';
import { clockText } from '../parts/hall-clock.ts';
import { usePlace } from '../parts/place.ts';
import { CentreWords, displayText, mainLanguage, Words } from '../parts/words.tsx';

const notPaired = { type: '', title: '', status: 401, code: 'device-not-paired' } as const;

export function BoardPage() {
  const place = usePlace();
  if (place === null) return <NoViewYet problem={null} kind="counter-board" />;
  if (place.counterId === null) return <NoViewYet problem={notPaired} kind="counter-board" />;
  return <Board counterId={place.counterId as CounterId} />;
}

function Board({ counterId }: { counterId: CounterId }) {
  const live = useLiveView<'counter-board'>({ view: 'counter-board', counterId });
  const hallTime = useHallTime(live.clockOffsetMs);
  const idle = live.body?.ticketStatus !== 'called';
  useFreshPage(live.newerVersion, hallTime, live.body?.timeZone ?? 'UTC', idle);
  useAwake();
  const view = live.body;
  if (view === null) return <NoViewYet problem={live.problem} kind="counter-board" />;
  const { languages, counter } = view;
  return (
    <main className={`board board-${counter.status}`}>
      <h1 className="board-counter">
        <span className="board-caption">
          <Words word="counter" languages={languages.slice(0, 2)} />
        </span>
        <strong>{counter.number}</strong>
      </h1>
      <div className="board-middle">
        {view.number === null ? (
          <State view={view} />
        ) : (
          <p
            key={view.callSeq ?? 0}
            className={view.ticketStatus === 'called' ? 'board-number board-called' : 'board-number'}
            data-testid="board-number"
          >
            {view.number}
          </p>
        )}
        {view.serviceName !== null && (
          <p className="board-service">
            <CentreWords text={view.serviceName} languages={languages} />
          </p>
        )}
      </div>
      <Officer view={view} />
      <OutOfDate when={live.outOfDate} />
    </main>
  );
}

function Officer({
  view: { operatorName, operatorPhotoUrl, counter, languages },
}: {
  view: CounterBoardView;
}) {
  return (
    <p className="board-officer">
      {operatorPhotoUrl !== null && <img src={operatorPhotoUrl} alt="" />}
      <span>{operatorName ?? centreText(counter.name, mainLanguage(languages))}</span>
    </p>
  );
}

function State({ view: { counter, pauseReason, backAt, timeZone, languages } }: { view: CounterBoardView }) {
  const word = counter.status === 'closed' ? 'closed' : counter.status === 'open' ? 'free' : 'paused';
  const sign = { closed: '✕', paused: 'Ⅱ', free: '✓' }[word];
  return (
    <p className="board-state" data-testid="board-state">
      <span className="board-word">
        <b aria-hidden="true">{sign}</b>
        <span>
          {displayText(mainLanguage(languages), word)}
          {languages[1] !== undefined && <small lang={languages[1]}>{displayText(languages[1], word)}</small>}
        </span>
      </span>
      {pauseReason !== null && (
        <span className="board-reason">
          <CentreWords text={pauseReason} languages={languages} />
          {backAt !== null && (
            <small data-testid="board-back">
              {displayText(mainLanguage(languages), 'backAt', { time: clockText(backAt, timeZone).time })}
            </small>
          )}
        </span>
      )}
    </p>
  );
}
