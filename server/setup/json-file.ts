// lowdb's adapter over one explicit file that survives a power cut: write beside it, sync, keep the former as `.bak`,
// rename, sync the folder. A file that is missing, empty or torn is read from `.bak`, and that is said.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { SyncAdapter } from 'lowdb';

export type JsonFile = SyncAdapter<unknown> & { readonly warnings: readonly string[] };

export function jsonFile(file: string): JsonFile {
  const warnings: string[] = [];
  const backup = `${file}.bak`;
  return {
    warnings,
    read() {
      const own = parsed(file);
      if (own !== undefined) return own;
      const kept = parsed(backup);
      if (kept === undefined) return null;
      warnings.push(`${file} could not be read; the version before it, ${backup}, is in force`);
      return kept;
    },
    write(document) {
      if (parsed(file) !== undefined) copySynced(file, backup);
      writeSynced(`${file}.new`, `${JSON.stringify(document, null, 2)}\n`);
      renameSync(`${file}.new`, file);
      syncFolder(dirname(file));
    },
  };
}

function parsed(file: string): unknown {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch {
    return undefined;
  }
}

export function writeSynced(file: string, text: string, mode = 0o644): void {
  const handle = openSync(file, 'w', mode);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

export function copySynced(from: string, to: string): void {
  copyFileSync(from, to);
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
