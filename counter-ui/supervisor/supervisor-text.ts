// The supervisor's words, and times and spans as they are read at a glance.
import type { CentreText } from '../../protocol/ids.ts';
import { adviceEn } from '../../protocol/locales/en/advice.ts';
import { reasonEn } from '../../protocol/locales/en/office.ts';
import { alarmEn, supervisorEn } from '../../protocol/locales/en/supervisor.ts';
import { centreText, textPage } from '../../protocol/locales/text-page.ts';
import { adviceVi } from '../../protocol/locales/vi/advice.ts';
import { reasonVi } from '../../protocol/locales/vi/office.ts';
import { alarmVi, supervisorVi } from '../../protocol/locales/vi/supervisor.ts';
import { language } from '../language.tsx';

const page = textPage(supervisorVi, supervisorEn);
export const alarmText = textPage(alarmVi, alarmEn);
export const adviceText = textPage(adviceVi, adviceEn);
export const deviceReasonText = textPage(reasonVi, reasonEn);
export type Word = keyof typeof supervisorVi;

export function say(word: Word, params: Readonly<Record<string, string | number>> = {}): string {
  return page(language, word, params);
}

/** A text that the centre wrote. */
export function own(text: CentreText): string {
  return centreText(text, language);
}

/** A span in whole minutes: "12 phút". */
export function minutesText(ms: number): string {
  const minutes = Math.floor(Math.max(0, ms) / 60_000);
  return minutes === 0 ? say('underMinute') : say('forMinutes', { minutes });
}

/** A moment by the centre's clock: "09:40". */
export function timeText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at);
}
