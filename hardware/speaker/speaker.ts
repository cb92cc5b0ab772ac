// The contract of a loudspeaker: it plays one sound at a time to its end and says whether it did.
import type { DeviceReason } from '../../protocol/device-status.ts';

export type Played =
  | { readonly state: 'played' }
  | {
      readonly state: 'failed';
      readonly reason: Extract<DeviceReason, 'no-sound-program' | 'no-sound-card' | 'sound-card-failed'>;
    };
export type SoundToPlay = {
  readonly wav: Uint8Array;
  readonly durationMs: number;
  /** What is said in it, for a log. */
  readonly transcript: string;
};
export interface Speaker {
  /** Never rejects; bounded by the sound's duration and some seconds. */
  play(sound: SoundToPlay): Promise<Played>;
  stop(): void;
}
