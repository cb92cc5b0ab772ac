// What every board of the hall has: the view of its zone, whose turn it is to be announced, the hall's time, and how it
// heals: it stays awake, and is loaded anew when there is a newer version and no call has its turn.
import type { LiveState } from '../../protocol/client/live-view.ts';
import { useAwake } from '../../protocol/client/use-awake.ts';
import { useFreshPage } from '../../protocol/client/use-fresh-page.ts';
import { useHallTime, useLiveView } from '../../protocol/client/use-live-view.ts';
import type { ZoneId } from '../../protocol/ids.ts';
import type { ShownAnnouncement } from '../../protocol/views/hall-view.ts';
import { type Announcer, useAnnouncer } from '../announcing/use-announcer.ts';
import { useDraft } from '../parts/draft.ts';
import { isPreview, type Place } from '../parts/place.ts';

export type Hall = Pick<LiveState<'hall'>, 'body' | 'problem' | 'outOfDate'> & {
  readonly announcer: Announcer;
  readonly hallTime: number;
  /** Those in force, and the one that somebody is writing and looks at here. */
  readonly announcements: readonly ShownAnnouncement[];
};

export function useHall({ zoneId }: Place, { silent = false } = {}): Hall {
  const live = useLiveView<'hall'>({
    view: 'hall',
    ...(zoneId === null ? {} : { zoneId: zoneId as ZoneId }),
  });
  const { body, clockOffsetMs, outOfDate, report } = live;
  const announcer = useAnnouncer(
    { heard: body, clockOffsetMs, outOfDate, report },
    { silent, preview: isPreview },
  );
  const hallTime = useHallTime(clockOffsetMs);
  useFreshPage(live.newerVersion, hallTime, body?.timeZone ?? 'UTC', announcer.current === null);
  useAwake();
  const draft = useDraft();
  const announcements = [...(draft === null ? [] : [draft]), ...(body?.announcements ?? [])];
  return { body, problem: live.problem, outOfDate, announcer, hallTime, announcements };
}
