// The hall board: the newest call large, then recent calls, what each counter serves, missed numbers, who waits for what,
// and the announcements. Read from ten metres: docs/hall.md says how tall each letter is.
import './hall.css';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { HallView } from '../../protocol/views/hall-view.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';
import type { Announcer } from '../announcing/use-announcer.ts';
import { BoardHead } from '../parts/board-head.tsx';
import { type Place, usePlace } from '../parts/place.ts';
import { SoundBlocked } from '../parts/sound-blocked.tsx';
import { Ticker } from '../parts/ticker.tsx';
import { displayText, mainLanguage } from '../parts/words.tsx';
import { NewestCall } from './newest-call.tsx';
import { NowServing } from './now-serving.tsx';
import { RecentCalls } from './recent-calls.tsx';
import { useHall } from './use-hall.ts';
import { Missed, WaitingByService } from './waiting.tsx';

const recentShown = 6;

export function HallPage() {
  const place = usePlace();
  return place === null ? <NoViewYet problem={null} kind="hall" /> : <Hall place={place} />;
}

function Hall({ place }: { place: Place }) {
  const { body: view, problem, outOfDate, announcer, hallTime, announcements } = useHall(place);
  if (view === null) return <NoViewYet problem={problem} kind="hall" />;
  const { current, recent } = callsOf(view, announcer);
  const { languages } = view;
  return (
    <main className="hall">
      <BoardHead {...view} part={partOf(view)} hallTime={hallTime} />
      <NewestCall view={view} call={current} announcing={announcer.current} />
      <RecentCalls calls={recent.slice(0, recentShown)} languages={languages} />
      <NowServing view={view} />
      <footer className="hall-foot">
        <Missed view={view} />
        <WaitingByService view={view} />
      </footer>
      <Ticker announcements={announcements} languages={languages} />
      <OutOfDate when={outOfDate} />
      <SoundBlocked sound={announcer.sound} unlock={announcer.unlock} languages={languages} />
    </main>
  );
}

/** The call that is shown large, and those before it. A board that has announced nothing yet shows the newest quietly. */
export function callsOf(
  view: HallView,
  { current, announced }: Announcer,
): { readonly current: CallView | null; readonly recent: readonly CallView[] } {
  const shown = current?.call ?? view.calls.find((call) => call.callSeq <= announced) ?? null;
  const before = view.calls.filter((call) => call.callSeq < (shown?.callSeq ?? Number.POSITIVE_INFINITY));
  // A number that was called again stands once, with its newest call.
  const seen = new Set(shown === null ? [] : [shown.number]);
  const recent = before.filter(({ number }) => !seen.has(number) && seen.add(number));
  return { current: shown, recent };
}

/** The part of the hall that a board serves, in words. */
export function partOf({ zoneId, zones, languages }: HallView): string {
  const language = mainLanguage(languages);
  const zone = zones.find(({ id }) => id === zoneId);
  return zone === undefined ? displayText(language, 'wholeHall') : centreText(zone.name, language);
}
