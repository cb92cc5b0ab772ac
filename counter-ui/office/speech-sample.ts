// A call as it would be said with these settings, in words: the same rules that the voices follow, so that one reads what a
// setting means before it is kept.

import type { Setup } from '../../protocol/setup-schema.ts';
import { callUtterance } from '../../protocol/speech/call-speech.ts';
import { transcriptOf } from '../../protocol/speech/utterance.ts';
import type { SpeechSetup } from '../../protocol/speech-setup.ts';

const number = 'A015';

/** One sentence for each language. */
export function speechSample(speech: SpeechSetup, { counters, zones }: Setup): string[] {
  const [counter] = counters;
  const zone = zones.find(({ id }) => id === counter?.zoneId);
  return speech.languages.map((language) => {
    const name = zone?.name[language] ?? zone?.name.vi;
    const isZone = speech.sayPlace === 'zone' && zone !== undefined && name !== undefined;
    const call = {
      ...{ number, counterNumber: counter?.number ?? '1', recall: false, priority: false },
      floor: speech.sayPlace === 'floor' ? (zone?.floor ?? null) : null,
      zone: isZone ? { id: zone.id, name } : null,
    };
    return transcriptOf(callUtterance(language, call, speech));
  });
}
