// The languages of speech in one table, and the utterance of a call in each. Pure.
import { english } from './english.ts';
import type { LanguageRules, SpeechStyle, SpokenCall } from './speech-rules.ts';
import type { SpeechLanguage, Utterance } from './utterance.ts';
import { vietnamese } from './vietnamese.ts';

export const languageRules: { readonly [L in SpeechLanguage]: LanguageRules } = {
  vi: vietnamese,
  en: english,
};

export function callUtterance(language: SpeechLanguage, call: SpokenCall, style: SpeechStyle): Utterance {
  return { language, phrases: languageRules[language].call(call, style) };
}
