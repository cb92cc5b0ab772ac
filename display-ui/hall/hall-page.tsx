// The hall board: the newest call large, then recent calls, what each counter serves, missed numbers, and who waits.
// Read from ten metres; the largest number is a quarter of the screen's height.
import './hall.css';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useHallTime, useLiveView, useNewerVersion } from '../../protocol/client/use-live-view.ts';
import type { ZoneId } from '../../protocol/ids.ts';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { clockText, displayText, usePlace } from '../display-text.ts';
import { Caption } from './caption.tsx';
import { NowServing } from './now-serving.tsx';
import { useCallSequence } from './use-call-sequence.ts';

const recentShown = 6;

export function HallPage() {
  const place = usePlace();
  return place === null ? (
    <NoViewYet problem={null} kind="hall" />
  ) : (
    <Hall zoneId={place.zoneId as ZoneId | null} />
  );
}

function Hall({ zoneId }: { zoneId: ZoneId | null }) {
  const live = useLiveView<'hall'>({ view: 'hall', ...(zoneId === null ? {} : { zoneId }) });
  const sequence = useCallSequence(live.body, live.clockOffsetMs);
  const hallTime = useHallTime(live.clockOffsetMs);
  const announcing = (sequence?.current?.until ?? 0) > performance.now();
  useNewerVersion(live.newerVersion, !announcing);
  const view = live.body;
  if (view === null) return <NoViewYet problem={live.problem} kind="hall" />;
  // A board that has announced nothing yet shows the newest of the calls before it quietly.
  const announced = sequence?.current?.call ?? null;
  const current = announced ?? view.calls.find((call) => call.callSeq <= (sequence?.announced ?? 0)) ?? null;
  const recent = view.calls
    .filter((call) => call.callSeq < (current?.callSeq ?? Number.POSITIVE_INFINITY))
    .slice(0, recentShown);
  return (
    <div className="hall">
      <HallHeader view={view} hallTime={hallTime} />
      <Newest call={current} announced={announced !== null} />
      <section className="hall-recent" aria-label={displayText('vi', 'recent')}>
        <Caption name="recent" />
        <ol data-testid="recent-calls">
          {recent.map((call) => (
            <li key={call.callSeq}>
              <strong>{call.number}</strong>
              <span>
                {displayText('vi', 'counter')} {call.counterNumber}
              </span>
            </li>
          ))}
        </ol>
      </section>
      <NowServing view={view} />
      <HallFooter view={view} />
      <OutOfDate when={live.outOfDate} />
    </div>
  );
}

function HallHeader({ view, hallTime }: { view: HallView; hallTime: number }) {
  const { time, date } = clockText(hallTime, view.timeZone);
  return (
    <header className="hall-header">
      <div>
        <p className="hall-centre">{centreText(view.centre.name, 'vi')}</p>
        <p className="hall-zone">
          {view.zone === null ? displayText('vi', 'wholeHall') : centreText(view.zone.name, 'vi')}
        </p>
      </div>
      <div className="hall-clock">
        <p className="hall-time">{time}</p>
        <p>{date}</p>
      </div>
    </header>
  );
}

function Newest({ call, announced }: { call: CallView | null; announced: boolean }) {
  return (
    <section
      className="hall-newest"
      aria-live="polite"
      data-testid="newest-call"
      data-call-seq={call?.callSeq ?? ''}
    >
      {call === null ? (
        <p className="hall-welcome">{displayText('vi', 'welcome')}</p>
      ) : (
        <div key={call.callSeq} className={announced ? 'hall-call hall-call-new' : 'hall-call'}>
          <p className="hall-call-caption">
            {displayText('vi', 'ticket')}
            {call.recall && <span className="hall-recall"> · {displayText('vi', 'recall')}</span>}
          </p>
          <p className="hall-call-number" data-testid="newest-number">
            {call.number}
          </p>
          <p className="hall-call-counter">
            <span>
              {displayText('vi', 'toCounter')} <small lang="en">{displayText('en', 'toCounter')}</small>
            </span>
            <strong data-testid="newest-counter">{call.counterNumber}</strong>
          </p>
        </div>
      )}
    </section>
  );
}

function HallFooter({ view }: { view: HallView }) {
  const waiting = view.waiting.filter((each) => each.waiting > 0);
  return (
    <footer className="hall-footer">
      {view.missed.length > 0 && (
        <p>
          <span>{displayText('vi', 'missed')}:</span> {view.missed.map((each) => each.number).join('  ')}
        </p>
      )}
      <p className="hall-waiting">
        <span>{displayText('vi', 'waiting')}:</span>{' '}
        {waiting.map((each) => (
          <span key={each.departmentId} className="hall-waiting-one">
            {each.short} <strong>{each.waiting}</strong>
          </span>
        ))}
      </p>
    </footer>
  );
}
