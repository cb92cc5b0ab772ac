// The "ding-dong" before a call: two notes of a struck bar, a major third apart, the lower one last. Pure.
import { louder, peakOf, type Sound } from './sound.ts';

const seconds = 1.2;
const peak = 10 ** (-6.5 / 20);
const notes = [
  { atSecond: 0, hertz: 659.26 },
  { atSecond: 0.42, hertz: 523.25 },
] as const;
/** A bar's partials: the higher ones are weaker and die sooner. */
const partials = [
  { ratio: 1, share: 1, diesInSeconds: 0.3 },
  { ratio: 2, share: 0.35, diesInSeconds: 0.18 },
  { ratio: 3, share: 0.12, diesInSeconds: 0.1 },
  { ratio: 5.4, share: 0.05, diesInSeconds: 0.04 },
] as const;
/** Not struck harder than that: a shorter one is heard as a click. */
const strikeSeconds = 0.004;
/** The last of the ringing is led to nothing. */
const endSeconds = 0.06;

/** A two-tone chime of about 1.2 s, no louder than −6 dBFS, silent at both ends. */
export function chime(sampleRate: number): Sound {
  const last = Math.round(seconds * sampleRate) - 1;
  const samples = Float32Array.from({ length: last + 1 }, (_, at) => {
    const ending = Math.min(1, (last - at) / (endSeconds * sampleRate));
    return notes.reduce((sum, note) => sum + ending * struck(note.hertz, at / sampleRate - note.atSecond), 0);
  });
  const sound = { sampleRate, samples };
  return louder(sound, peak / peakOf(sound));
}

/** A note, so many seconds after it was struck. */
function struck(hertz: number, second: number): number {
  if (second < 0) return 0;
  const sum = partials.reduce(
    (total, { ratio, share, diesInSeconds }) =>
      total + share * Math.exp(-second / diesInSeconds) * Math.sin(2 * Math.PI * hertz * ratio * second),
    0,
  );
  return sum * Math.min(1, second / strikeSeconds);
}
