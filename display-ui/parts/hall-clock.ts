// The hall's clock and date in the board's language, by the centre's own time zone.
import type { Language } from '../../protocol/ids.ts';

const locales: Readonly<Record<Language, string>> = { vi: 'vi-VN', en: 'en-GB', km: 'km-KH', zh: 'zh-CN' };

export function clockText(
  at: number,
  timeZone: string,
  language: Language = 'vi',
): { readonly time: string; readonly weekday: string; readonly date: string } {
  const text = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales[language], { timeZone, ...options }).format(at);
  return {
    time: text({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: text({ weekday: 'long' }),
    date: text({ day: '2-digit', month: '2-digit', year: 'numeric' }),
  };
}
