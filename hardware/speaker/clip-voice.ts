// The voice of recorded pieces: one pack for each language, pieces joined to phrases and phrases to an utterance. A pack
// that appears, or whose manifest is mended, is taken from the next utterance on.
import type { SpeechLanguage } from '../../protocol/speech/utterance.ts';
import type { ClipManifest } from './clip-manifest.ts';
import { type ClipPack, openClipPack } from './clip-pack.ts';
import { joined, type Sound, silence } from './sound.ts';
import { spokenSampleRate } from './spoken-sound.ts';
import { type Voice, VoiceFailure } from './voice.ts';

/** A voice of the packs in these folders; the first one of a language speaks it. */
export function clipPackVoice(...folders: readonly string[]): Voice {
  const packs = new Map<string, ClipPack>();
  const packIn = async (folder: string) => {
    const known = packs.get(folder);
    if (known !== undefined && (await known.isCurrent())) return known;
    packs.delete(folder);
    const opened = await openClipPack(folder);
    packs.set(folder, opened);
    return opened;
  };
  const packOf = async (language: SpeechLanguage) => {
    let why: VoiceFailure | null = null;
    for (const folder of folders) {
      try {
        const pack = await packIn(folder);
        if (pack.manifest.language === language) return pack;
      } catch (error) {
        if (!(error instanceof VoiceFailure)) throw error;
        why ??= error;
      }
    }
    throw why ?? new VoiceFailure('no-clip-pack', `There is no pack of clips for "${language}".`);
  };
  return {
    kind: 'clips',
    async say({ language, phrases }) {
      const pack = await packOf(language);
      const sounds = new Map<string, Sound>();
      const missing = new Set<string>();
      for (const { clip } of phrases.flat()) {
        const sound = sounds.get(clip) ?? (await pack.spoken(clip));
        if (sound === null) missing.add(clip);
        else sounds.set(clip, sound);
      }
      if (missing.size > 0) {
        const names = [...missing];
        throw new VoiceFailure('clips-missing', `${pack.manifest.name} lacks ${names.join(', ')}.`, names);
      }
      return assembled(
        phrases.map((phrase) => phrase.flatMap(({ clip }) => sounds.get(clip) ?? [])),
        pack.manifest,
      );
    },
  };
}

type Pauses = Pick<ClipManifest, 'gapMs' | 'phrasePauseMs'>;

function assembled(phrases: readonly (readonly Sound[])[], { gapMs, phrasePauseMs }: Pauses): Sound {
  const gap = silence(gapMs, spokenSampleRate);
  const pause = silence(phrasePauseMs, spokenSampleRate);
  const sounds = phrases
    .filter((phrase) => phrase.length > 0)
    .flatMap((phrase, index) => [
      ...(index === 0 ? [] : [pause]),
      ...phrase.flatMap((sound, place) => (place === 0 ? [sound] : [gap, sound])),
    ]);
  if (sounds.length === 0) throw new VoiceFailure('voice-failed', 'There is nothing to say.');
  return joined(sounds);
}
