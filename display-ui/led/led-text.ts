// The few words of the LED wall, Vietnamese first; capitals, because a wall of few pixels shows them best. What the centre
// wrote itself comes with the view.
import type { Language } from '../../protocol/ids.ts';

export const ledVi = {
  counter: 'QUẦY',
  recall: 'MỜI LẠI',
  priority: 'ƯU TIÊN',
  outOfDate: 'MẤT KẾT NỐI',
} as const;

export const ledEn: Record<keyof typeof ledVi, string> = {
  counter: 'COUNTER',
  recall: 'AGAIN',
  priority: 'PRIORITY',
  outOfDate: 'NO CONNECTION',
};

export type LedWords = Readonly<Record<keyof typeof ledVi, string>>;

/** The words in the language that the centre names first. */
export function ledWords(languages: readonly Language[]): LedWords {
  return (languages[0] ?? 'vi') === 'vi' ? ledVi : ledEn;
}
