// The board above one counter: its number and the ticket it serves, or why it serves nobody. A new call blinks once.
import './board.css';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import type { CounterId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { CounterBoardView } from '../../protocol/views/hall-view.ts';
import { displayText, usePlace } from '../display-text.ts';

export function BoardPage() {
  const place = usePlace();
  if (place === null) return <NoViewYet problem={null} kind="counter-board" />;
  if (place.counterId === null)
    return (
      <NoViewYet
        problem={{ type: '', title: '', status: 401, code: 'device-not-paired' }}
        kind="counter-board"
      />
    );
  return <Board counterId={place.counterId as CounterId} />;
}

function Board({ counterId }: { counterId: CounterId }) {
  const live = useLiveView<'counter-board'>({ view: 'counter-board', counterId });
  useNewerVersion(live.newerVersion, true);
  const view = live.body;
  if (view === null) return <NoViewYet problem={live.problem} kind="counter-board" />;
  return (
    <main className={`board board-${view.counter.status}`}>
      <p className="board-counter">
        <small>{displayText('vi', 'counter')}</small>
        <strong>{view.counter.number}</strong>
      </p>
      <div className="board-middle">
        {view.number === null ? (
          <p className="board-state" data-testid="board-state">
            {stateText(view)}
          </p>
        ) : (
          <p
            key={view.callSeq ?? 0}
            className={view.ticketStatus === 'called' ? 'board-number board-called' : 'board-number'}
            data-testid="board-number"
          >
            {view.number}
          </p>
        )}
        {view.serviceName !== null && <p className="board-service">{centreText(view.serviceName, 'vi')}</p>}
      </div>
      <p className="board-officer">{view.operatorName ?? centreText(view.counter.name, 'vi')}</p>
      <OutOfDate when={live.outOfDate} />
    </main>
  );
}

function stateText({ counter, pauseReason }: CounterBoardView): string {
  if (counter.status === 'closed') return displayText('vi', 'closed');
  if (counter.status === 'open') return displayText('vi', 'free');
  return pauseReason === null
    ? displayText('vi', 'paused')
    : `${displayText('vi', 'paused')} – ${centreText(pauseReason, 'vi')}`;
}
