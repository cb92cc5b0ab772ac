// Advice as the key of a sentence and its figures, minutes and times of day as they are said. The names of groups, counters
// and services are the set-up's, in the reader's language: whoever shows the sentence puts them in ({group}, {counter},
// {services}). The sentences are in protocol/locales (advice.ts).
import { timeOfDay } from '../../../protocol/time-of-day.ts';
import type { StaffingAdvice } from './staffing-advice.ts';

export type AdviceCode = 'lend' | 'open' | 'open-eases' | 'close';
export type AdviceWords = {
  readonly code: AdviceCode;
  readonly params: Readonly<Record<string, string | number>>;
};

function minutesOf(ms: number): number {
  return Math.round(ms / 60_000);
}

export function adviceWords(
  { deed, waiting, counters, expected, targetMs, without, withDeed }: StaffingAdvice,
  timeZone: string,
): AdviceWords {
  const params = {
    ...{ waiting, counters, expected: Math.round(expected), late: Math.round(without.late) },
    ...{ topMinutes: minutesOf(without.topWaitMs), topTime: timeOfDay(without.topAt, timeZone) },
    ...{ withMinutes: minutesOf(withDeed.topWaitMs), targetMinutes: minutesOf(targetMs) },
  };
  if (deed.kind === 'close') return { code: 'close', params };
  if (deed.kind === 'lend') {
    const untilTime = timeOfDay(deed.untilAt, timeZone);
    return {
      code: 'lend',
      params: { ...params, untilTime, lenderMinutes: minutesOf(deed.fromTopWaitMs) },
    };
  }
  const code = withDeed.topWaitMs <= targetMs ? 'open' : 'open-eases';
  return { code, params: { ...params, byTime: timeOfDay(deed.byAt, timeZone) } };
}
