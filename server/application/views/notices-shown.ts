// Which announcements, pictures and videos a board shows at a time, and how loud the calls of each zone are. Pure.
import { fileUrl } from '../../../protocol/file-url.ts';
import type { Announcement, KeptFile } from '../../../protocol/notices.ts';
import { percentAt, timeOfDay } from '../../../protocol/time-of-day.ts';
import type { HallView, ShownAnnouncement } from '../../../protocol/views/hall-view.ts';
import { localTime } from '../../domain/business-day.ts';
import type { ViewInput } from './view-input.ts';

/** A board of the whole centre shows what is meant for any zone; a zone's own board, what is meant for it or for all. */
function isFor(zoneId: string | null, meant: string | null): boolean {
  return zoneId === null || meant === null || meant === zoneId;
}

export function isInForce({ from, to }: Pick<Announcement, 'from' | 'to'>, at: number): boolean {
  return (from === null || from <= at) && (to === null || at < to);
}

export function announcementsFor({ notices, at }: ViewInput, zoneId: string | null): ShownAnnouncement[] {
  return notices.announcements
    .filter((each) => isInForce(each, at) && isFor(zoneId, each.zoneId))
    .map(({ id, text }) => ({ id, text }));
}

export function mediaFor(input: ViewInput, zoneId: string | null): HallView['media'] {
  const { timeZone } = input.rules.setup.centre;
  return input.notices.files
    .filter(({ showing }) => isFor(zoneId, showing.zoneId) && isShownAt(showing, input.at, timeZone))
    .map(({ id, kind, showing }) => ({ id, kind, url: fileUrl(id), seconds: showing.seconds }));
}

export function isShownAt(showing: KeptFile['showing'], at: number, timeZone: string): boolean {
  const { shown, fromDay, toDay, weekdays, hours } = showing;
  if (!shown) return false;
  const { day, weekday } = localTime(at, timeZone);
  const time = timeOfDay(at, timeZone);
  return (
    (fromDay === null || fromDay <= day) &&
    (toDay === null || day <= toDay) &&
    (weekdays.length === 0 || weekdays.includes(weekday)) &&
    (hours === null || (hours.from <= time && time < hours.to))
  );
}

/** How loud the calls of a zone are now, percent: by the hour, by the zone, and 0 where it is muted. */
export function loudness({ rules, notices, at }: ViewInput, zoneId: string): number {
  const { speech, centre } = rules.setup;
  if (notices.mutedZones.some((muted) => muted === zoneId)) return 0;
  const ofZone = speech.zoneVolume.find((each) => each.zoneId === zoneId)?.percent ?? 100;
  return Math.round(((percentAt(speech.volume, at, centre.timeZone) ?? 100) * ofZone) / 100);
}
