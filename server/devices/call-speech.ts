// The sound of a call as the hall hears it: chime, then the call in each of the centre's languages, so often. Made once,
// kept with a bound, the same for screens and for the server's own loudspeakers.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DriverContext } from '../../hardware/driver-context.ts';
import { byteCache } from '../../hardware/speaker/byte-cache.ts';
import { chime } from '../../hardware/speaker/chime.ts';
import { clipPackVoice } from '../../hardware/speaker/clip-voice.ts';
import { espeakVoice } from '../../hardware/speaker/espeak.ts';
import { durationMs, joined, silence } from '../../hardware/speaker/sound.ts';
import type { SoundToPlay } from '../../hardware/speaker/speaker.ts';
import { type SpokenPhrases, spokenPhrases } from '../../hardware/speaker/spoken-phrases.ts';
import { spokenSampleRate } from '../../hardware/speaker/spoken-sound.ts';
import type { Voice } from '../../hardware/speaker/voice.ts';
import { encodeWav } from '../../hardware/speaker/wav.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { callUtterance, languageRules } from '../../protocol/speech/call-speech.ts';
import type { SpokenCall } from '../../protocol/speech/speech-rules.ts';
import {
  type SpeechLanguage,
  speechLanguages,
  transcriptOf,
  type Utterance,
} from '../../protocol/speech/utterance.ts';
import type { CallView } from '../../protocol/views/view-parts.ts';

export type SaidWords = { readonly language: SpeechLanguage; readonly text: string };
export type CallSpeech = {
  /** `hurried`: said once, however often calls are said here. Null where no voice can say it. */
  of(call: CallView, hurried: boolean): Promise<SoundToPlay | null>;
  /** What is said, for a voice of the screen's own and for logs. */
  words(call: CallView): SaidWords[];
  /** A sound to try a loudspeaker and the voice with, made anew: one, two, three. */
  trial(): Promise<SoundToPlay | null>;
  status(): DeviceStatus;
  detail(): string | null;
  /** Takes an edited set-up, or a clip pack that has appeared, into force; true where voices have changed. */
  apply(): boolean;
};

const betweenMs = 600;
const bytesKept = 16 * 2 ** 20;

export function createCallSpeech(parts: {
  setup: () => Setup;
  /** The folder with a clip pack for each language, `vi` and `en`. */
  clipFolder: string;
  context: DriverContext;
  changed: (status: DeviceStatus) => void;
}): CallSpeech {
  const { setup, context } = parts;
  const kept = byteCache<SoundToPlay>(bytesKept, ({ wav }) => wav.byteLength);
  let phrases: SpokenPhrases = spokenPhrases([], context, parts.changed);
  let applied = '';

  const utterances = (call: CallView): Utterance[] => {
    const { speech } = setup();
    return speech.languages.map((language) =>
      callUtterance(language, spokenCall(call, setup(), language), speech),
    );
  };
  const sound = async (
    said: readonly Utterance[],
    times: number,
    withChime: boolean,
    isTrial = false,
  ): Promise<SoundToPlay | null> => {
    const key = JSON.stringify([said, times, withChime, applied]);
    const known = isTrial ? undefined : kept.get(key);
    if (known !== undefined) return known;
    const all = await Promise.all(
      said.map(async (each) => ({ each, spoken: await (isTrial ? phrases.tried(each) : phrases.of(each)) })),
    );
    const spoken = all.flatMap(({ each, spoken }) =>
      spoken === null ? [] : [{ each, sound: spoken.sound }],
    );
    if (spoken.length === 0) return null;
    const pause = silence(betweenMs, spokenSampleRate);
    const once = spoken.flatMap((each) => [each.sound, pause]);
    const whole = joined([
      ...(withChime ? [chime(spokenSampleRate), silence(200, spokenSampleRate)] : []),
      ...Array.from({ length: times }, () => once).flat(),
    ]);
    const made = {
      ...{ wav: encodeWav(whole), durationMs: durationMs(whole) },
      transcript: spoken.map(({ each }) => transcriptOf(each)).join(' '),
    };
    if (spoken.length === said.length) kept.set(key, made);
    return made;
  };
  return {
    of(call, hurried) {
      const { times, chime: withChime } = setup().speech;
      return sound(utterances(call), hurried ? 1 : times, withChime);
    },
    words: (call) => utterances(call).map((each) => ({ language: each.language, text: transcriptOf(each) })),
    trial() {
      const { languages, ...style } = setup().speech;
      const language = languages[0] ?? 'vi';
      const phrase = languageRules[language].ticketNumber('123', { ...style, numbers: 'digits' });
      return sound([{ language, phrases: [phrase] }], 1, true, true);
    },
    status: () => phrases.status(),
    detail: () => phrases.detail(),
    apply() {
      const { voices, wordsPerMinute, region } = setup().speech;
      const folders = speechLanguages.map((language) => join(parts.clipFolder, language)).filter(existsSync);
      const wanted = JSON.stringify([voices, wordsPerMinute, region, folders]);
      if (wanted === applied) return false;
      applied = wanted;
      const made: Voice[] = voices.flatMap((kind) => {
        if (kind === 'espeak-ng') return [espeakVoice({ wordsPerMinute, region })];
        return folders.length === 0 ? [] : [clipPackVoice(...folders)];
      });
      phrases = spokenPhrases(made, context, parts.changed);
      return true;
    },
  };
}

/** What is said of a call: the place where the set-up wants it. */
function spokenCall(call: CallView, { speech, zones }: Setup, language: SpeechLanguage): SpokenCall {
  const zone = zones.find(({ id }) => id === call.zoneId);
  const { number, counterNumber, recall, priority } = call;
  const name = zone?.name[language] ?? zone?.name.vi;
  return {
    ...{ number, counterNumber, recall, priority },
    floor: speech.sayPlace === 'floor' ? (zone?.floor ?? null) : null,
    zone:
      speech.sayPlace === 'zone' && zone !== undefined && name !== undefined ? { id: zone.id, name } : null,
  };
}
