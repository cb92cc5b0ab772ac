// How calls are spoken, as the form's table of fields: orders of languages and voices as one choice each, numbers as texts.
// What the server takes is protocol/speech-setup.ts.
import { type SpeechLanguage, speechLanguages } from '../../protocol/speech/utterance.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';
import { language } from '../language.tsx';
import { type Choice, type Field, type FormValues, devicesText as text } from './device-kinds.ts';
import { fieldValue, valuesOf } from './device-values.ts';

type Voice = SpeechSetup['voices'][number];
const languageName = (each: SpeechLanguage) => text(language, each);
const voiceName = (each: Voice) => (each === 'clips' ? text(language, 'clips') : each);

/** One alone or both in either order, each as one choice. */
function orders<T extends string>(pair: readonly [T, T], nameOf: (each: T) => string): Choice[] {
  const [one, other] = pair;
  const both = (first: T, second: T): Choice => [
    `${first} ${second}`,
    text(language, 'firstThen', { first: nameOf(first), second: nameOf(second) }),
  ];
  return [[one, nameOf(one)], [other, nameOf(other)], both(one, other), both(other, one)];
}

export const speechFields: readonly Field[] = [
  {
    ...{ key: 'languages', label: 'languages', kind: 'choice' },
    choices: orders(speechLanguages, languageName),
  },
  {
    ...{ key: 'numbers', label: 'numbers', kind: 'choice' },
    choices: [
      ['digits', 'numbersDigits'],
      ['value', 'numbersValue'],
    ],
  },
  {
    ...{ key: 'region', label: 'region', kind: 'choice' },
    choices: [
      ['north', 'regionNorth'],
      ['south', 'regionSouth'],
    ],
  },
  {
    ...{ key: 'sayPlace', label: 'sayPlace', kind: 'choice' },
    choices: [
      ['none', 'placeNone'],
      ['floor', 'placeFloor'],
      ['zone', 'placeZone'],
    ],
  },
  {
    ...{ key: 'times', label: 'times', kind: 'choice', help: 'timesHelp', isNumber: true },
    choices: [
      ['1', 'once'],
      ['2', 'twice'],
      ['3', 'thrice'],
    ],
  },
  { key: 'chime', label: 'chime', kind: 'yes-no' },
  {
    ...{ key: 'voices', label: 'voices', kind: 'choice', help: 'voicesHelp' },
    choices: orders<Voice>(['clips', 'espeak-ng'], voiceName),
  },
  {
    ...{ key: 'wordsPerMinute', label: 'wordsPerMinute', kind: 'number', help: 'wordsHelp' },
    ...{ min: 80, max: 260 },
  },
  {
    ...{ key: 'announcedForSeconds', label: 'announcedForSeconds', kind: 'number' },
    ...{ help: 'announcedForHelp', min: 10, max: 600 },
  },
  {
    ...{ key: 'spokenForSeconds', label: 'spokenForSeconds', kind: 'number' },
    ...{ help: 'spokenForHelp', min: 10, max: 1_800 },
  },
];
const ordered: readonly string[] = ['languages', 'voices'];

export function speechValues(speech: SpeechSetup): FormValues {
  return valuesOf(speechFields, speech);
}

/** The speech as the form's texts say it; what is not among its fields stays. */
export function speechOf(values: FormValues, before: SpeechSetup): SpeechSetup {
  const said = speechFields.map((field) => {
    const value = fieldValue(field, values[field.key] ?? '');
    return [field.key, ordered.includes(field.key) ? String(value).split(' ') : value];
  });
  return { ...before, ...Object.fromEntries(said) };
}
