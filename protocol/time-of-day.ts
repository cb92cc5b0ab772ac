// A time of day, and which of several entries of a day applies.
import { z } from 'zod';

/** A time of day in the centre's time zone, `HH:MM`, 24 hours. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time HH:MM');

const formats = new Map<string, Intl.DateTimeFormat>();

/** `HH:MM` in a time zone. */
export function timeOfDay(at: number, timeZone: string): string {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
  formats.set(timeZone, format);
  return format.format(at);
}

/** The last percentage that has begun, or the last of the day before; null where nothing is written. */
export function percentAt(
  hours: readonly { readonly from: string; readonly percent: number }[],
  at: number,
  timeZone: string,
): number | null {
  if (hours.length === 0) return null;
  const time = timeOfDay(at, timeZone);
  const byTime = [...hours].sort((a, b) => a.from.localeCompare(b.from));
  return (byTime.findLast(({ from }) => from <= time) ?? byTime.at(-1))?.percent ?? null;
}
