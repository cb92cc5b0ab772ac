// The calendar of the centre: which business day a moment belongs to, and whether numbers are given at that moment.
// Everything is reckoned in the centre's time zone, whatever the machine's own zone is.
import type { BusinessDay } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';

type Hours = Setup['hours'];
export type LocalTime = { readonly day: BusinessDay; readonly weekday: number; readonly minutes: number };
/** `opensAt`/`closesAt`: epoch ms of the next change, null where none lies within the coming three weeks. */
export type Intake = {
  readonly open: boolean;
  readonly opensAt: number | null;
  readonly closesAt: number | null;
};

const minuteMs = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'iso8601',
    hourCycle: 'h23',
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
  });
  formats.set(timeZone, format);
  return format;
}

/** A moment (epoch ms) on the centre's calendar and clock. Weekday 1 is Monday, 7 Sunday. */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts: Record<string, string> = {};
  for (const part of formatOf(timeZone).formatToParts(at)) parts[part.type] = part.value;
  const day = `${parts.year}-${parts.month}-${parts.day}`;
  const weekday = ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return { day: day as BusinessDay, weekday, minutes: Number(parts.hour) * 60 + Number(parts.minute) };
}

export function businessDayOf(at: number, timeZone: string): BusinessDay {
  return localTime(at, timeZone).day;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function sessionsOf(hours: Hours, local: LocalTime): DaySession[] {
  if (!hours.weekdays.includes(local.weekday)) return [];
  if (hours.holidays.some((holiday) => holiday.date === local.day)) return [];
  return hours.sessions.map((session) => ({
    opens: minutesOf(session.opens),
    stops: minutesOf(session.closes) - session.intakeStopsBeforeMinutes,
    closes: minutesOf(session.closes),
  }));
}

/** The spans of a day in which numbers are given, in minutes since midnight; empty on days off. */
function intakeSpans(hours: Hours, local: LocalTime): { from: number; to: number }[] {
  return sessionsOf(hours, local).map(({ opens, stops }) => ({ from: opens, to: stops }));
}

export type DaySession = { readonly opens: number; readonly stops: number; readonly closes: number };

/** The sessions of a moment's day in minutes since midnight, and when each stops giving numbers; empty on days off. */
export function sessionsOn(at: number, hours: Hours, timeZone: string): DaySession[] {
  return sessionsOf(hours, localTime(at, timeZone));
}

/** When the session of this moment ends, epoch ms; null outside of sessions. */
export function sessionEnd(at: number, hours: Hours, timeZone: string): number | null {
  const { minutes } = localTime(at, timeZone);
  const session = sessionsOn(at, hours, timeZone).find(
    ({ opens, closes }) => minutes >= opens && minutes < closes,
  );
  return session === undefined ? null : at - (at % minuteMs) + (session.closes - minutes) * minuteMs;
}

/** Whether numbers are given at a moment, and when that changes. */
export function intakeAt(at: number, hours: Hours, timeZone: string): Intake {
  const now = localTime(at, timeZone);
  const thisMinute = at - (at % minuteMs);
  const open = intakeSpans(hours, now).find((span) => now.minutes >= span.from && now.minutes < span.to);
  if (open !== undefined)
    return { open: true, opensAt: null, closesAt: thisMinute + (open.to - now.minutes) * minuteMs };
  // From noon to noon: a day on which the clocks change is then neither skipped nor reckoned an hour wrong.
  const noonToday = thisMinute + (12 * 60 - now.minutes) * minuteMs;
  for (let ahead = 0; ahead < 21; ahead += 1) {
    const noon = noonToday + ahead * 24 * 60 * minuteMs;
    const day = localTime(noon, timeZone);
    const next = intakeSpans(hours, day).find((span) => ahead > 0 || span.from > now.minutes);
    if (next === undefined) continue;
    return { open: false, opensAt: noon + (next.from - day.minutes) * minuteMs, closesAt: null };
  }
  return { open: false, opensAt: null, closesAt: null };
}
