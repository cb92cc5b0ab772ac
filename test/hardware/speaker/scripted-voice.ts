// A voice that says what a test wants: it keeps what it was asked, and speaks a sound of its own, fails, or waits.
import type { Sound } from '../../../hardware/speaker/sound.ts';
import { type Voice, VoiceFailure, type VoiceKind } from '../../../hardware/speaker/voice.ts';
import { transcriptOf, type Utterance } from '../../../protocol/speech/utterance.ts';

type Answer = Sound | Error | Promise<Sound>;
export type ScriptedVoice = Voice & {
  readonly asked: string[];
  /** What it does from now on. */
  answer: (utterance: Utterance) => Answer;
};

/** So many samples of a level that tells voices apart. */
export function plainSound(samples = 100, level = 0.1): Sound {
  return { sampleRate: 22_050, samples: new Float32Array(samples).fill(level) };
}

export function scriptedVoice(
  kind: VoiceKind,
  answer: (utterance: Utterance) => Answer = () => plainSound(),
) {
  const voice: ScriptedVoice = {
    ...{ kind, answer, asked: [] },
    async say(utterance) {
      voice.asked.push(transcriptOf(utterance));
      const given = await voice.answer(utterance);
      if (given instanceof Error) throw given;
      return given;
    },
  };
  return voice;
}

export const words = (text: string, language: Utterance['language'] = 'vi'): Utterance => ({
  language,
  phrases: [[{ clip: text, text }]],
});
export const lacking = (...clips: string[]) => new VoiceFailure('clips-missing', 'lacks some', clips);
export const silent = () => new VoiceFailure('voice-silent', 'no sound in time');
export const absent = () => new VoiceFailure('no-voice-program', 'not installed');
export const crashed = () => new VoiceFailure('voice-failed', 'ended with a signal');
