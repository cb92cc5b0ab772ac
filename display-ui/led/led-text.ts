// The wall's words in the language that the centre names first. What the centre wrote itself comes with the view.
import type { Language } from '../../protocol/ids.ts';
import { ledEn } from '../../protocol/locales/en/led.ts';
import { ledVi } from '../../protocol/locales/vi/led.ts';

export type LedWords = Readonly<Record<keyof typeof ledVi, string>>;

export function ledWords(languages: readonly Language[]): LedWords {
  return (languages[0] ?? 'vi') === 'vi' ? ledVi : ledEn;
}
