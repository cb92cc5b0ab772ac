// One page of texts: keys are a type derived from the Vietnamese page, so that a text missing in another language does
// not compile. Pages live in locales/vi and locales/en, one per subject; a screen bundles only the pages it shows. Further
// languages are pages of their own, whole or not there: what has none is shown in English.
import type { CentreText, Language } from '../ids.ts';

export type TextParams = Readonly<Record<string, string | number>>;
export type TextPage<Key extends string> = (language: Language, key: Key, params?: TextParams) => string;

type Page<Key extends string> = Readonly<Record<NoInfer<Key>, string>>;

/** Builds the reader of one page; `{name}` in a text is replaced by the parameter of that name. */
export function textPage<Key extends string>(
  vi: Record<Key, string>,
  en: Page<Key>,
  others: Partial<Record<Exclude<Language, 'vi' | 'en'>, Page<Key>>> = {},
): TextPage<Key> {
  const pages: Partial<Record<Language, Page<Key>>> = { ...others, vi, en };
  return (language, key, params = {}) =>
    (pages[language] ?? en)[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      String(params[name] ?? whole),
    );
}

/** A text of the centre in the language asked for; where it has none in English for a guest, else in Vietnamese. */
export function centreText(text: CentreText, language: Language): string {
  return text[language] ?? (language === 'vi' ? undefined : text.en) ?? text.vi;
}
