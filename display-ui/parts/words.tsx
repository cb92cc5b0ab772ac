// The boards' own words in the centre's languages: the first large, up to two more small beside it.
import type { CentreText, Language } from '../../protocol/ids.ts';
import { displayEn } from '../../protocol/locales/en/display.ts';
import { displayKm } from '../../protocol/locales/km/display.ts';
import { centreText, type TextParams, textPage } from '../../protocol/locales/text-page.ts';
import { displayVi } from '../../protocol/locales/vi/display.ts';
import { displayZh } from '../../protocol/locales/zh/display.ts';

export type DisplayWord = keyof typeof displayVi;
export type Languages = readonly Language[];
export const displayText = textPage(displayVi, displayEn, { km: displayKm, zh: displayZh });

const languagesShown = 3;

/** The first language of the board. */
export function mainLanguage(languages: Languages): Language {
  return languages[0] ?? 'vi';
}

export function Words({
  word,
  languages,
  params = {},
}: {
  word: DisplayWord;
  languages: Languages;
  params?: TextParams;
}) {
  const [first = 'vi', ...others] = languages.slice(0, languagesShown);
  return (
    <>
      <span lang={first}>{displayText(first, word, params)}</span>
      {others.map((language) => (
        <small key={language} lang={language}>
          {displayText(language, word, params)}
        </small>
      ))}
    </>
  );
}

/** A text that the centre wrote, in the first language, and once more where the second has words of its own. */
export function CentreWords({ text, languages }: { text: CentreText; languages: Languages }) {
  const [first = 'vi', second] = languages;
  const main = centreText(text, first);
  const other = second === undefined ? undefined : text[second];
  return (
    <>
      <span lang={first}>{main}</span>
      {other !== undefined && other !== main && <small lang={second}>{other}</small>}
    </>
  );
}
