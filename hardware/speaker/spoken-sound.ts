// What every voice does to a raw recording or a synthesiser's output before it is joined to others: one rate, one loudness,
// no silence around it, no click at its ends. Pure.
import { resampled } from './resampling.ts';
import { faded, levelled, type Sound, trimmed, withoutOffset } from './sound.ts';

/** Samples a second of everything that is spoken: what espeak-ng gives, and more than a hall's loudspeakers render. */
export const spokenSampleRate = 22_050;
const fadeMs = 5;

/** The sound as it may stand beside any other; empty where it is all silence. */
export function asSpoken(sound: Sound): Sound {
  return faded(levelled(resampled(trimmed(withoutOffset(sound)), spokenSampleRate)), fadeMs);
}
