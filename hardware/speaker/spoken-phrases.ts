// The sound of utterances by the first voice that can say them: made once, kept with a bound in bytes, asked for by many at
// once and made for them together. A voice that failed as a whole is left alone for a while; one that lacks a piece is asked
// again for the next sentence. Tells how it stands with the centre's voice.
import type { DeviceGrade, DeviceReason, DeviceStatus } from '../../protocol/device-status.ts';
import { type Utterance, wordsToRead } from '../../protocol/speech/utterance.ts';
import { type DriverContext, statusKeeper } from '../driver-context.ts';
import { byteCache } from './byte-cache.ts';
import type { Sound } from './sound.ts';
import { type Voice, VoiceFailure, type VoiceKind } from './voice.ts';

export type Spoken = { readonly sound: Sound; readonly voice: VoiceKind };
export type SpokenPhrases = {
  /** Null where no voice can say it. Never rejects. */
  of(utterance: Utterance): Promise<Spoken | null>;
  /** The same made anew, whatever is kept and whoever is left alone: how the voices are now. */
  tried(utterance: Utterance): Promise<Spoken | null>;
  status(): DeviceStatus;
  /** What is missing, by name; null where nothing is known to be. */
  detail(): string | null;
};

const bytesKept = 16 * 2 ** 20;
/** A voice that does not work at all costs its whole time-out only once in so long. */
const leftAloneMs = 60_000;
const gapsNamed = 20;
const notThere: readonly DeviceReason[] = ['no-voice-program', 'no-clip-pack'];

/** `voices` are asked in their order. */
export function spokenPhrases(
  voices: readonly Voice[],
  context: DriverContext,
  changed: (status: DeviceStatus) => void,
): SpokenPhrases {
  const kept = byteCache<Spoken>(bytesKept, ({ sound }) => sound.samples.byteLength);
  const making = new Map<string, Promise<Spoken | null>>();
  const leftAlone = new Map<Voice, { until: number; reason: DeviceReason }>();
  const gaps = new Set<string>();
  const status = statusKeeper(context, changed);

  const failed = (voice: Voice, error: unknown): DeviceReason => {
    const failure = error instanceof VoiceFailure ? error : null;
    context.log('warn', 'a voice did not speak', { voice: voice.kind, error: String(error) });
    if (failure?.reason !== 'clips-missing')
      leftAlone.set(voice, { until: context.now() + leftAloneMs, reason: failure?.reason ?? 'voice-failed' });
    for (const gap of failure?.missing ?? []) if (gaps.size < gapsNamed) gaps.add(gap);
    return failure?.reason ?? 'voice-failed';
  };
  /** Those left alone are asked last, where nobody else could; what is not installed is not asked at all. */
  const inTurn = (): readonly Voice[] => {
    const isLeft = (voice: Voice) => (leftAlone.get(voice)?.until ?? 0) > context.now();
    const mayBeAsked = (voice: Voice) => !notThere.includes(leftAlone.get(voice)?.reason ?? 'voice-failed');
    return [
      ...voices.filter((voice) => !isLeft(voice)),
      ...voices.filter((voice) => isLeft(voice) && mayBeAsked(voice)),
    ];
  };
  const say = async (utterance: Utterance, asked = inTurn()): Promise<Spoken | null> => {
    let trouble: DeviceReason | null = null;
    for (const voice of asked) {
      try {
        const sound = await voice.say(utterance);
        leftAlone.delete(voice);
        if (voice.kind === 'clips') for (const { clip } of utterance.phrases.flat()) gaps.delete(clip);
        const [alone] = [...leftAlone.values()];
        const [grade, reason] = standing(trouble, alone?.reason ?? null, gaps.size > 0);
        status.heard(grade, reason);
        return { sound, voice: voice.kind };
      } catch (error) {
        trouble = failed(voice, error);
      }
    }
    status.known('bad', 'no-voice');
    return null;
  };
  return {
    of(utterance) {
      const key = `${utterance.language} ${wordsToRead(utterance)}`;
      const known = kept.get(key);
      if (known !== undefined) return Promise.resolve(known);
      const underway = making.get(key);
      if (underway !== undefined) return underway;
      const made = say(utterance).then((spoken) => {
        making.delete(key);
        if (spoken !== null) kept.set(key, spoken);
        return spoken;
      });
      making.set(key, made);
      return made;
    },
    tried: (utterance) => say(utterance, voices),
    status: status.current,
    detail: () => (gaps.size === 0 ? null : [...gaps].join(', ')),
  };
}

/** Somebody has spoken: all is well, or the next voice had to. */
function standing(
  trouble: DeviceReason | null,
  someLeftAlone: DeviceReason | null,
  hasGaps: boolean,
): [DeviceGrade, DeviceReason] {
  if (trouble !== null) return ['warning', trouble];
  if (hasGaps) return ['warning', 'clips-missing'];
  return someLeftAlone !== null ? ['warning', someLeftAlone] : ['good', 'answered'];
}
