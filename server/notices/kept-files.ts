// Pictures and videos on disk, in a folder of their own: taken in from a stream without ever standing there half, given
// out by id, removed. Bounded in all and never to the last of the disk. What a file is, file-kinds.ts says by its bytes;
// which files there should be and what they are called is the document's affair (notice-store.ts).
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open as openHandle, rename, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { FileId } from '../../protocol/ids.ts';
import { type FileKind, kindOfExtension } from './file-kinds.ts';
import { receive, type TakeRefusal } from './receive.ts';

const megabyte = 1_048_576;
/** How much is written before the disk is asked again for its room. */
const askedEvery = 8 * megabyte;
const ownName = /^([0-9a-f]{24})\.([a-z0-9]+)$/;

export type TakenFile = Pick<FileKind, 'kind' | 'contentType'> & {
  readonly id: FileId;
  readonly bytes: number;
};
export type Taken =
  | { readonly ok: true; readonly file: TakenFile }
  | { readonly ok: false; readonly code: TakeRefusal };
export type OpenedFile = { readonly folder: string; readonly name: string; readonly contentType: string };

export type KeptFiles = {
  /** Takes a file in; on refusal nothing of it is left, and the stream is left to its owner, not destroyed. */
  take(stream: Readable, bounds: { readonly maxBytes: number }): Promise<Taken>;
  open(id: string): OpenedFile | null;
  remove(id: string): Promise<void>;
  /** Compares with what the document knows: `missing` are not on disk, `strays` only there, and removed if that may be. */
  reconcile(known: ReadonlySet<string>, mayRemove: boolean): { missing: string[]; strays: string[] };
};
export type FolderBounds = {
  /** Bytes of all files together. */
  readonly bytesAtMost: number;
  /** Bytes of the disk that are left to the journal and to everybody else. */
  readonly leftFree: number;
  /** Bytes that are free on the disk of this folder. */
  readonly free: (folder: string) => Promise<number>;
};
const usualBounds: FolderBounds = {
  bytesAtMost: 2_048 * megabyte,
  leftFree: 500 * megabyte,
  async free(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};
type OnDisk = OpenedFile & { readonly bytes: number };
/** The folder as it is now; `used` also counts what is being taken in. */
type Shelf = FolderBounds & { readonly folder: string; readonly files: Map<string, OnDisk>; used: number };
type Upload = { readonly id: string; readonly part: string; bytes: number; askDiskAt: number };

/** Opens the folder, makes it where there is none, and removes what an interrupted taking has left. */
export function openKeptFiles(folder: string, bounds: Partial<FolderBounds> = {}): KeptFiles {
  const files = readFolder(folder);
  const used = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const shelf: Shelf = { ...usualBounds, ...bounds, folder, files, used };
  return {
    take: (stream, { maxBytes }) => take(shelf, stream, maxBytes),
    open: (id) => files.get(id) ?? null,
    async remove(id) {
      const file = forgotten(shelf, id);
      if (file !== null) await rm(join(folder, file.name), { force: true });
    },
    reconcile(known, mayRemove) {
      const strays = [...files.keys()].filter((id) => !known.has(id));
      for (const id of mayRemove ? strays : []) {
        const file = forgotten(shelf, id);
        if (file !== null) rmSync(join(folder, file.name), { force: true });
      }
      return { missing: [...known].filter((id) => !files.has(id)), strays };
    },
  };
}

async function take(shelf: Shelf, stream: Readable, maxBytes: number): Promise<Taken> {
  const id = randomBytes(12).toString('hex');
  const upload = { id, part: join(shelf.folder, `${id}.part`), bytes: 0, askDiskAt: 0 };
  let taken: Taken | null = null;
  try {
    const received = await receive(stream, upload.part, (more) => grown(shelf, upload, more, maxBytes));
    taken = typeof received === 'string' ? refusal(received) : await putInPlace(shelf, upload, received);
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    taken = refusal('no-room-for-files');
  } finally {
    if (taken?.ok !== true) {
      shelf.used -= upload.bytes;
      await rm(upload.part, { force: true });
    }
  }
  return taken;
}

/** Counts more bytes of an upload, and says why they are too many. */
async function grown(
  shelf: Shelf,
  upload: Upload,
  more: number,
  maxBytes: number,
): Promise<TakeRefusal | null> {
  upload.bytes += more;
  shelf.used += more;
  if (upload.bytes > maxBytes) return 'file-too-large';
  if (shelf.used > shelf.bytesAtMost) return 'no-room-for-files';
  if (upload.bytes < upload.askDiskAt) return null;
  upload.askDiskAt = upload.bytes + askedEvery;
  return (await shelf.free(shelf.folder)) >= shelf.leftFree ? null : 'no-room-for-files';
}

async function putInPlace({ folder, files }: Shelf, upload: Upload, kind: FileKind): Promise<Taken> {
  const { id, bytes } = upload;
  const { contentType, extension } = kind;
  const name = `${id}.${extension}`;
  await rename(upload.part, join(folder, name));
  await syncFolder(folder);
  files.set(id, { folder, name, contentType, bytes });
  return { ok: true, file: { id: id as FileId, kind: kind.kind, contentType, bytes } };
}

function forgotten(shelf: Shelf, id: string): OnDisk | null {
  const file = shelf.files.get(id);
  if (file === undefined) return null;
  shelf.files.delete(id);
  shelf.used -= file.bytes;
  return file;
}

function refusal(code: TakeRefusal): Taken {
  return { ok: false, code };
}

/** What lies in the folder under names of our own; other people's files are left alone. */
function readFolder(folder: string): Map<string, OnDisk> {
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, OnDisk>();
  for (const name of readdirSync(folder)) {
    const [, id = '', extension = ''] = ownName.exec(name) ?? [];
    const kind = kindOfExtension(extension);
    if (extension === 'part') rmSync(join(folder, name), { force: true });
    else if (kind !== null) {
      const bytes = statSync(join(folder, name)).size;
      files.set(id, { folder, name, contentType: kind.contentType, bytes });
    }
  }
  return files;
}

function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG';
}

/** Windows has no handle on a folder to sync; its file system journals the rename. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await openHandle(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
