// Pictures, videos and announcements with the calls beside them: two thirds for the pictures, a third for the calls, and
// neither ever over the other.
import '../hall/hall.css';
import './media.css';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { callsOf, partOf } from '../hall/hall-page.tsx';
import { NewestCall } from '../hall/newest-call.tsx';
import { RecentCalls } from '../hall/recent-calls.tsx';
import { useHall } from '../hall/use-hall.ts';
import { BoardHead } from '../parts/board-head.tsx';
import { type Place, usePlace } from '../parts/place.ts';
import { SoundBlocked } from '../parts/sound-blocked.tsx';
import { Ticker } from '../parts/ticker.tsx';
import { Stage } from './stage.tsx';

const recentShown = 4;

export function MediaPage() {
  const place = usePlace();
  return place === null ? <NoViewYet problem={null} kind="media" /> : <Media place={place} />;
}

function Media({ place }: { place: Place }) {
  const { body: view, problem, outOfDate, announcer, hallTime, announcements } = useHall(place);
  if (view === null) return <NoViewYet problem={problem} kind="media" />;
  const { current, recent } = callsOf(view, announcer);
  const { languages } = view;
  return (
    <main className="hall media">
      <BoardHead {...view} part={partOf(view)} hallTime={hallTime} />
      <Stage media={view.media} announcements={announcements} centre={view.centre} languages={languages} />
      <NewestCall view={view} call={current} announcing={announcer.current} />
      <RecentCalls calls={recent.slice(0, recentShown)} languages={languages} />
      <Ticker announcements={announcements} languages={languages} />
      <OutOfDate when={outOfDate} />
      <SoundBlocked sound={announcer.sound} unlock={announcer.unlock} languages={languages} />
    </main>
  );
}
