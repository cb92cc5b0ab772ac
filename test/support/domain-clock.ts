// Times of the test centre, said as its people say them: "08:15" on Monday 23 November 2026, in Vietnam (UTC+7, no
// summer time). No test asks the machine what time it is.
import type { BusinessDay } from '../../protocol/ids.ts';

export const monday = '2026-11-23' as BusinessDay;
export const tuesday = '2026-11-24' as BusinessDay;

/** Epoch ms of a time of day (`HH:MM` or `HH:MM:SS`) at the centre; Monday unless another day is named. */
export function clock(time: string, day: string = monday): number {
  return Date.parse(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`);
}
