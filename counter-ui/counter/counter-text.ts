// The officer's texts, and spans of time as the officer reads them.

import { counterEn } from '../../protocol/locales/en/counter.ts';
import { reasonEn } from '../../protocol/locales/en/reason.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { counterVi } from '../../protocol/locales/vi/counter.ts';
import { reasonVi } from '../../protocol/locales/vi/reason.ts';
import type { DispatchReason } from '../../protocol/views/view-parts.ts';
import { language } from '../language.tsx';

export const counterText = textPage(counterVi, counterEn);
const reasonText = textPage(reasonVi, reasonEn);

/** The sentence for a reason; a reason of a newer server that this page does not know gives nothing. */
export function reasonSentence({ code, params }: DispatchReason): string {
  return Object.hasOwn(reasonVi, code) ? reasonText(language, code as keyof typeof reasonVi, params) : '';
}

/** 754000 ms as "12:34". */
export function runningText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The centre's time of day, "08:05". */
export function hourText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi', {
    ...{ timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).format(at);
}
