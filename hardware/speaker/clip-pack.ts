// A folder of recorded pieces, open: each recording as it was recorded, or ready to be joined to others. A recording that
// appears or is mended is taken the next time it is asked for. Joining them is clip-voice.ts, which pieces are needed is
// clips-needed.ts, what is wrong with recordings pack-gaps.ts.
import { join } from 'node:path';
import { byteCache } from './byte-cache.ts';
import { type ClipManifest, clipFile, manifestFile, readManifest } from './clip-manifest.ts';
import { fileStamp, type Recording, readRecording } from './clip-recording.ts';
import type { Sound } from './sound.ts';
import { asSpoken } from './spoken-sound.ts';

/** Some six minutes of sound. */
const bytesKept = 32 * 2 ** 20;

export type ClipPack = {
  readonly manifest: ClipManifest;
  /** As it was recorded. Never rejects. */
  recording(clip: string): Promise<Recording>;
  /** Ready to be joined to others; null where it is missing or of no use. Never rejects. */
  spoken(clip: string): Promise<Sound | null>;
  /** Whether the manifest is still the one that was read. */
  isCurrent(): Promise<boolean>;
};

/** Opens a folder with a manifest.json; rejects with `VoiceFailure` "no-clip-pack" and a sentence for what is none. */
export async function openClipPack(folder: string): Promise<ClipPack> {
  const stamp = await fileStamp(manifestFile(folder));
  const manifest = await readManifest(folder);
  const kept = byteCache<Sound>(bytesKept, ({ samples }) => samples.byteLength);
  const pathOf = (clip: string) => {
    const file = clipFile(manifest, clip);
    return file === null ? null : join(folder, file);
  };
  return {
    manifest,
    async recording(clip) {
      const path = pathOf(clip);
      return path === null
        ? { state: 'missing', fault: 'This is no name of a piece.' }
        : await readRecording(path);
    },
    async spoken(clip) {
      const path = pathOf(clip);
      const clipStamp = path === null ? null : await fileStamp(path);
      if (path === null || clipStamp === null) return null;
      const key = `${path} ${clipStamp}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const recording = await readRecording(path);
      const sound = recording.state === 'read' ? asSpoken(recording.sound) : null;
      if (sound === null || sound.samples.length === 0) return null;
      kept.set(key, sound);
      return sound;
    },
    isCurrent: async () => (await fileStamp(manifestFile(folder))) === stamp,
  };
}
