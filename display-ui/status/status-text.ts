// The texts of the status television in the board's first language, its figures in the way of that language.
import { statusEn } from '../../protocol/locales/en/status.ts';
import { type TextParams, textPage } from '../../protocol/locales/text-page.ts';
import { statusVi } from '../../protocol/locales/vi/status.ts';
import { type Languages, mainLanguage } from '../parts/words.tsx';

const text = textPage(statusVi, statusEn);
/** How long some rows of many stand. */
export const pageMs = 10_000;

export function statusText(languages: Languages, key: keyof typeof statusVi, params?: TextParams): string {
  return text(mainLanguage(languages), key, params);
}

/** 1.234 in Vietnamese, 1,234 in English. */
export function count(languages: Languages, value: number): string {
  return new Intl.NumberFormat(mainLanguage(languages) === 'vi' ? 'vi-VN' : 'en-GB').format(value);
}

/** A share as "99,9 %", or a dash of nothing. */
export function percent(languages: Languages, part: number, whole: number): string {
  if (whole === 0) return '–';
  const format = new Intl.NumberFormat(mainLanguage(languages) === 'vi' ? 'vi-VN' : 'en-GB', {
    maximumFractionDigits: 1,
  });
  return `${format.format((100 * part) / whole)} %`;
}
