// One page of texts: keys are a type derived from the Vietnamese page, so that a text missing in another language does
// not compile. Pages live in locales/vi and locales/en, one per subject; a screen bundles only the pages it shows.
import type { CentreText, Language } from '../ids.ts';

export type TextParams = Readonly<Record<string, string | number>>;
export type TextPage<Key extends string> = (language: Language, key: Key, params?: TextParams) => string;

/** Builds the reader of one page; `{name}` in a text is replaced by the parameter of that name. */
export function textPage<Key extends string>(
  vi: Record<Key, string>,
  en: Record<NoInfer<Key>, string>,
): TextPage<Key> {
  const pages: Record<Language, Record<Key, string>> = { vi, en };
  return (language, key, params = {}) =>
    pages[language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** A text of the centre in the language asked for, or in Vietnamese where it has none. */
export function centreText(text: CentreText, language: Language): string {
  return (language === 'en' ? text.en : undefined) ?? text.vi;
}
