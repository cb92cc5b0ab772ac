// How bright boards are at a time of day. Pure.
import type { BrightnessSetup } from '../../protocol/device-setup.ts';

/** The last hour that has begun, or the last of the day before; null where the set-up says nothing of it. */
export function brightnessAt(hours: BrightnessSetup, at: number, timeZone: string): number | null {
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at);
  const byTime = [...hours].sort((a, b) => a.from.localeCompare(b.from));
  return (byTime.findLast(({ from }) => from <= time) ?? byTime.at(-1))?.percent ?? null;
}
