// The pieces that a centre's voice must have recorded, found by asking the rules of speech for every number that can be
// given and every form of a call, so that the list is right whatever the rules say. Pure.
import { languageRules } from '../../protocol/speech/call-speech.ts';
import type { SpeechStyle, SpokenCall } from '../../protocol/speech/speech-rules.ts';
import type { Piece, SpeechLanguage } from '../../protocol/speech/utterance.ts';

/** What may be said at a centre. */
export type SpokenCentre = {
  readonly series: readonly {
    readonly prefix: string;
    readonly digits: number;
    readonly from: number;
    readonly to: number;
  }[];
  readonly counterNumbers: readonly string[];
  /** None where floors are not said; so too with zones. */
  readonly floors: readonly string[];
  readonly zones: readonly { readonly id: string; readonly name: string }[];
  readonly style: SpeechStyle;
  readonly hasPriority: boolean;
};
export type NeededClip = { readonly clip: string; readonly text: string };

/** In the order in which they are well recorded: the words of a call, places, letters, then numbers as one counts. */
export function clipsNeeded(language: SpeechLanguage, centre: SpokenCentre): readonly NeededClip[] {
  const { style } = centre;
  const rules = languageRules[language];
  const numbers = ticketNumbersOf(centre);
  const counters = distinct(centre.counterNumbers);
  const signs = distinct(
    [...centre.series.map(({ prefix }) => prefix), ...counters].join('').match(/\D/g) ?? [],
  );
  const letters = signs.sort().flatMap((sign) => rules.ticketNumber(sign, style));
  const counted = [
    ...numbers.flatMap((number) => rules.ticketNumber(number, style)),
    ...counters.flatMap((counter) => rules.counterNumber(counter, style)),
  ];
  const said = callsOf(centre, numbers, counters).flatMap((call) => rules.call(call, style).flat());
  const numberClips = new Set([...letters, ...counted].map(({ clip }) => clip));
  const words = said.filter(({ clip }) => !numberClips.has(clip));
  return unique([...words, ...letters, ...counted, ...said]);
}

function ticketNumbersOf({ series }: SpokenCentre): string[] {
  return distinct(
    series.flatMap(({ prefix, digits, from, to }) =>
      Array.from(
        { length: Math.max(0, to - from + 1) },
        (_, place) => `${prefix}${String(from + place).padStart(digits, '0')}`,
      ),
    ),
  );
}

/** Every form with every place; every number and every counter in one of them. */
function callsOf(
  { floors, zones, hasPriority }: SpokenCentre,
  numbers: readonly string[],
  counters: readonly string[],
): SpokenCall[] {
  const [number, counterNumber] = [numbers[0], counters[0]];
  if (number === undefined || counterNumber === undefined) return [];
  const plain: SpokenCall = {
    ...{ number, counterNumber, recall: false, priority: false, floor: null, zone: null },
  };
  const forms = [number, { from: number, to: number }].flatMap((called) =>
    [false, true].flatMap((recall) =>
      (hasPriority ? [false, true] : [false]).map((priority) => ({
        ...plain,
        number: called,
        recall,
        priority,
      })),
    ),
  );
  return [
    ...forms,
    ...forms.flatMap((form) => floors.map((floor) => ({ ...form, floor }))),
    ...forms.flatMap((form) => zones.map((zone) => ({ ...form, zone }))),
    ...numbers.map((each) => ({ ...plain, number: each })),
    ...counters.map((each) => ({ ...plain, counterNumber: each })),
  ];
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}

function unique(pieces: readonly Piece[]): NeededClip[] {
  const byClip = new Map<string, NeededClip>();
  for (const { clip, text } of pieces) if (!byClip.has(clip)) byClip.set(clip, { clip, text });
  return [...byClip.values()];
}
