// The kiosk's texts, and times as the hall reads them.
import { kioskEn } from '../../protocol/locales/en/kiosk.ts';
import { textPage } from '../../protocol/locales/text-page.ts';
import { kioskVi } from '../../protocol/locales/vi/kiosk.ts';

export const kioskText = textPage(kioskVi, kioskEn);

export function timeText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

export function dateText(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('vi-VN', {
    timeZone,
    weekday: 'long',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).format(at);
}
