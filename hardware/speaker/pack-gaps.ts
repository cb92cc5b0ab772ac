// What is wrong with a pack of clips, piece by piece, before a citizen hears it: what is missing, and what was recorded in
// vain.
import type { ClipPack } from './clip-pack.ts';
import { clipBytesAtMost, clipMsAtMost } from './clip-recording.ts';
import type { NeededClip } from './clips-needed.ts';
import { loudestLevel, type Sound } from './sound.ts';

/** −40 dBFS: no voice before a microphone is that quiet. */
const quietBelow = 0.01;
const fullScale = 0.999;
/** So many samples at full scale side by side are a flattened peak, and no peak. */
const flatFrom = 3;

/** The sentence of each fault is in `gapSentences`. */
export type PackGap = NeededClip & {
  readonly fault: 'missing' | 'unreadable' | 'too-quiet' | 'clipped' | 'too-long';
};

export const gapSentences: { readonly [F in PackGap['fault']]: string } = {
  missing: 'has not been recorded',
  unreadable: `cannot be read as a WAV file of at most ${clipBytesAtMost / 1_000_000} MB`,
  'too-quiet': 'is near silence: record it closer to the microphone',
  clipped: 'is distorted: record it with less gain',
  'too-long': `is longer than ${clipMsAtMost / 1_000} seconds`,
};

/** The pieces of which the pack has no good recording. */
export async function packGaps(pack: ClipPack, needed: readonly NeededClip[]): Promise<readonly PackGap[]> {
  const gaps: PackGap[] = [];
  for (const piece of needed) {
    const recording = await pack.recording(piece.clip);
    const fault = recording.state === 'read' ? soundFault(recording.sound) : recording.state;
    if (fault !== null) gaps.push({ ...piece, fault });
  }
  return gaps;
}

function soundFault(sound: Sound): 'too-quiet' | 'clipped' | null {
  if (loudestLevel(sound) < quietBelow) return 'too-quiet';
  let flat = 0;
  for (const sample of sound.samples) {
    flat = Math.abs(sample) >= fullScale ? flat + 1 : 0;
    if (flat === flatFrom) return 'clipped';
  }
  return null;
}
