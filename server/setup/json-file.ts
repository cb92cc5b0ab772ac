// lowdb's adapter over one explicit file that survives a power cut: write beside it, sync, keep the former as `.bak`,
// rename, sync the folder. A file that is missing, empty or torn is read from `.bak`, and that is said; a whole file
// with a slip in it is an error, so that nobody's edit by hand is passed over. What the document means is the store's.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { SyncAdapter } from 'lowdb';

/** Only its owner may read a document that holds password hashes, unless somebody has given it another mode. */
const ownerOnly = 0o600;

export type JsonFile = SyncAdapter<unknown> & {
  readonly warnings: readonly string[];
  /** Whether the file is no longer as this adapter last read or wrote it. */
  changedOutside(): boolean;
};

/** The file as a lowdb adapter; `read` throws `SyntaxError` for a whole file that is not JSON. */
export function jsonFile(file: string): JsonFile {
  const warnings: string[] = [];
  const backup = `${file}.bak`;
  let seen: string | null = null;
  return {
    warnings,
    changedOutside: () => textOf(file) !== seen,
    read() {
      seen = textOf(file);
      if (seen !== null && !isTorn(seen)) return JSON.parse(seen) as unknown;
      const own = parsed(seen);
      if (own !== undefined) return own;
      const former = parsed(textOf(backup));
      if (former === undefined) return null;
      warnings.push(`${file} could not be read; the version before it, ${backup}, is in force`);
      return former;
    },
    write(document) {
      const standing = textOf(file);
      if (standing !== null) copySynced(file, parsed(standing) === undefined ? `${file}.damaged` : backup);
      seen = `${JSON.stringify(document, null, 2)}\n`;
      replaceSynced(file, seen);
    },
  };
}

/** A whole document ends with its closing brace on a line of its own; one cut off by a power cut does not. */
function isTorn(text: string): boolean {
  return !/(^|\n)\}\s*$/.test(text);
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function parsed(text: string | null): unknown {
  if (text === null) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Puts the text in the file's place at once and for good; whoever looks sees the old file or the new one. */
export function replaceSynced(file: string, text: string): void {
  writeSynced(`${file}.new`, text, existsSync(file) ? statSync(file).mode & 0o777 : ownerOnly);
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
}

export function writeSynced(file: string, text: string, mode = 0o644): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function copySynced(from: string, to: string): void {
  copyFileSync(from, to);
  const handle = openSync(to, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Windows has no handle on a folder to sync; its file system journals the rename. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
