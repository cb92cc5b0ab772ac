// One recorded piece as it was recorded, read within bounds: whoever records puts all kinds of files into a folder. What
// is made of it is clip-pack.ts; whether it is a good recording is pack-gaps.ts.
import { readFile, stat } from 'node:fs/promises';
import { durationMs, type Sound } from './sound.ts';
import { decodeWav } from './wav.ts';

export const clipBytesAtMost = 2_000_000;
export const clipMsAtMost = 10_000;

/** `fault`: a sentence. */
export type Recording =
  | { readonly state: 'read'; readonly sound: Sound }
  | { readonly state: 'missing' | 'unreadable' | 'too-long'; readonly fault: string };

/** The recording in a file. Never rejects. */
export async function readRecording(path: string): Promise<Recording> {
  try {
    const sound = decodeWav(await boundedFile(path, clipBytesAtMost));
    return durationMs(sound) > clipMsAtMost
      ? { state: 'too-long', fault: `It is longer than ${clipMsAtMost / 1_000} s.` }
      : { state: 'read', sound };
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { state: isMissing ? 'missing' : 'unreadable', fault: String(error) };
  }
}

/** A file's bytes; a pipe or a device in the folder would never end. */
export async function boundedFile(path: string, bytesAtMost: number): Promise<Buffer> {
  const stats = await stat(path);
  if (!stats.isFile()) throw new RangeError('This is no file.');
  if (stats.size > bytesAtMost) throw new RangeError(`The file is larger than ${bytesAtMost} bytes.`);
  return readFile(path);
}

/** Changes when another file takes its place; null where there is none. */
export async function fileStamp(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size, ino } = await stat(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return null;
  }
}
