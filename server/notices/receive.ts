// Writes what a stream brings to a part file, synced, and tells what it is; or stops as soon as it is clear that it is not
// taken. The bounds and the part file's end, its name or its removal, are kept-files.ts's affair.
import { type FileHandle, open as openHandle } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { type FileKind, headBytes, kindOfFile } from './file-kinds.ts';

/** `upload-broken`: the sender went away before the end. */
export type TakeRefusal = 'file-too-large' | 'wrong-file-type' | 'no-room-for-files' | 'upload-broken';

/** Writes the stream to `part` for good and tells its kind, or why it is not taken; throws where the disk fails. */
export async function receive(
  stream: Readable,
  part: string,
  grown: (more: number) => Promise<TakeRefusal | null>,
): Promise<FileKind | TakeRefusal> {
  const handle = await openHandle(part, 'wx', 0o600);
  try {
    return await pour(stream, handle, grown);
  } catch (error) {
    if (stream.errored !== null || (stream.destroyed && !stream.readableEnded)) return 'upload-broken';
    throw error;
  } finally {
    await handle.close();
  }
}

async function pour(
  stream: Readable,
  handle: FileHandle,
  grown: (more: number) => Promise<TakeRefusal | null>,
): Promise<FileKind | TakeRefusal> {
  const head = Buffer.alloc(headBytes);
  let seen = 0;
  // Leaving the loop must not destroy a request: its sender is still to hear why.
  for await (const each of stream.iterator({ destroyOnReturn: false })) {
    const chunk = each as Buffer;
    const refused = await grown(chunk.length);
    if (refused !== null) return refused;
    if (seen < headBytes) {
      seen += chunk.copy(head, seen);
      if (seen === headBytes && kindOfFile(head) === null) return 'wrong-file-type';
    }
    await handle.writeFile(chunk);
  }
  await handle.sync();
  return kindOfFile(head.subarray(0, seen)) ?? 'wrong-file-type';
}
