// A loudspeaker for whoever has none: takes as long as the sound and remembers what was said.
import type { DriverContext } from '../driver-context.ts';
import type { Played, Speaker } from '../speaker/speaker.ts';

export type SpeakerSimulator = Speaker & {
  /** Newest first. */
  readonly said: readonly { readonly at: number; readonly text: string }[];
};

const saidKept = 20;

export function speakerSimulator(
  { now, after }: Pick<DriverContext, 'now' | 'after'>,
  changed: () => void,
): SpeakerSimulator {
  const said: { at: number; text: string }[] = [];
  let end = () => {};
  return {
    said,
    play({ durationMs, transcript }) {
      said.unshift({ at: now(), text: transcript });
      said.splice(saidKept);
      changed();
      return new Promise<Played>((resolve) => {
        const cancel = after(durationMs, () => resolve({ state: 'played' }));
        end = () => {
          cancel();
          resolve({ state: 'failed', reason: 'sound-card-failed' });
        };
      });
    },
    stop: () => end(),
  };
}
