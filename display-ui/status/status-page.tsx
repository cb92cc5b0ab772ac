// The status television: how dossiers are progressing by department, who waits where, how satisfied people were today, and
// the announcements. Long lists are shown some rows at a time, so that each row can be read from where people sit.
import './status.css';
import { NoViewYet, OutOfDate } from '../../protocol/client/screen-state.tsx';
import { useAwake } from '../../protocol/client/use-awake.ts';
import { useFreshPage } from '../../protocol/client/use-fresh-page.ts';
import { useHallTime, useLiveView } from '../../protocol/client/use-live-view.ts';
import type { StatusView } from '../../protocol/views/status-view.ts';
import { BoardHead } from '../parts/board-head.tsx';
import { useDraft } from '../parts/draft.ts';
import { Ticker } from '../parts/ticker.tsx';
import { Dossiers } from './dossiers.tsx';
import { Satisfaction } from './satisfaction.tsx';
import { statusText } from './status-text.ts';
import { WaitingByDepartment } from './waiting-by-department.tsx';

export function StatusPage() {
  const live = useLiveView<'status'>({ view: 'status' });
  const hallTime = useHallTime(live.clockOffsetMs);
  const draft = useDraft();
  useFreshPage(live.newerVersion, hallTime, live.body?.timeZone ?? 'UTC', true);
  useAwake();
  if (live.body === null) return <NoViewYet problem={live.problem} kind="status" />;
  const view: StatusView = live.body;
  const announcements = [...(draft === null ? [] : [draft]), ...view.announcements];
  return (
    <main className="status">
      <BoardHead {...view} part={statusText(view.languages, 'title')} hallTime={hallTime} />
      <Dossiers view={view} />
      <Satisfaction view={view} />
      <WaitingByDepartment view={view} />
      <Ticker announcements={announcements} languages={view.languages} />
      <OutOfDate when={live.outOfDate} />
    </main>
  );
}
