// The contract of a voice: it is given an utterance and gives the sound of it, or says in one word why it cannot. A voice
// never takes longer than its bound. Which voice is asked first, and what is kept, is spoken-phrases.ts.
import type { DeviceReason } from '../../protocol/device-status.ts';
import type { Utterance } from '../../protocol/speech/utterance.ts';
import type { Sound } from './sound.ts';

export type VoiceKind = 'clips' | 'espeak-ng';

export interface Voice {
  readonly kind: VoiceKind;
  /** The utterance's sound, levels made even, without silence before and after. Rejects with `VoiceFailure` only. */
  say(utterance: Utterance): Promise<Sound>;
}

export type VoiceFailureReason = Extract<
  DeviceReason,
  'no-voice-program' | 'voice-silent' | 'voice-failed' | 'clips-missing' | 'no-clip-pack'
>;

/** Why a voice did not speak. `missing`: the clips that are not there, by name. */
export class VoiceFailure extends Error {
  override readonly name = 'VoiceFailure';
  readonly reason: VoiceFailureReason;
  readonly missing: readonly string[];

  constructor(reason: VoiceFailureReason, detail: string, missing: readonly string[] = []) {
    super(`${reason}: ${detail}`);
    this.reason = reason;
    this.missing = missing;
  }
}
