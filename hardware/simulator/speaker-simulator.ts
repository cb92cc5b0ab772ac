// A loudspeaker for whoever has none: takes as long as the sound, one after another, and remembers what was said.
import type { DriverContext } from '../driver-context.ts';
import type { Played, SoundToPlay, Speaker } from '../speaker/speaker.ts';

export type SpeakerSimulator = Speaker & {
  /** Newest first. */
  readonly said: readonly { readonly at: number; readonly text: string }[];
};

const saidKept = 20;
const brokenOff: Played = { state: 'failed', reason: 'sound-card-failed' };

export function speakerSimulator(
  { now, after }: Pick<DriverContext, 'now' | 'after'>,
  changed: () => void,
): SpeakerSimulator {
  const said: { at: number; text: string }[] = [];
  let end = () => {};
  let before: Promise<unknown> = Promise.resolve();
  let stops = 0;
  const playNow = ({ durationMs, transcript }: SoundToPlay): Promise<Played> => {
    said.unshift({ at: now(), text: transcript });
    said.splice(saidKept);
    changed();
    return new Promise((resolve) => {
      const cancel = after(durationMs, () => resolve({ state: 'played' }));
      end = () => {
        cancel();
        resolve(brokenOff);
      };
    });
  };
  return {
    said,
    play(sound) {
      const stopsBefore = stops;
      const played = before.then(() => (stops === stopsBefore ? playNow(sound) : brokenOff));
      before = played;
      return played;
    },
    stop() {
      stops += 1;
      end();
    },
  };
}
