// What each loudspeaker has announced, in a file of its own beside the journal: a row when a call's turn begins, synced
// before the first sound, and a row when it has ended. After a restart it tells where each loudspeaker goes on: what was
// said to its end is never said again, what broke off in the middle is, while it is fresh. Bounded: a full file is put aside and the one before it goes.
import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Announced, AnnouncedHow } from '../../protocol/announced.ts';

/** `how` null: its turn has begun, and nothing is known of its end. */
export type AnnouncedRow = Omit<Announced, 'how'> & {
  readonly speakerId: string;
  readonly transcript: string;
  readonly how: AnnouncedHow | null;
};
export interface AnnouncementLog {
  /** The newest call that a loudspeaker is done with: one whose end is not known it is not. Null for one that is new. */
  announced(speakerId: string): number | null;
  /** Rejects where it cannot be written. */
  add(row: AnnouncedRow): Promise<void>;
  /** Newest first, the last word on each call. */
  rows(speakerId: string): readonly AnnouncedRow[];
}

const rowsKept = 200;
const bytesAtMost = 2 * 2 ** 20;

/** A log that is forgotten with the process. */
export function memoryLog(): AnnouncementLog & { readonly all: readonly AnnouncedRow[] } {
  const all: AnnouncedRow[] = [];
  const kept = rowKeeper();
  return {
    all,
    ...kept,
    async add(row) {
      all.push(row);
      kept.take(row);
    },
  };
}

export function fileLog(file: string): AnnouncementLog {
  const kept = rowKeeper();
  for (const row of [...rowsOf(`${file}.1`), ...rowsOf(file)]) kept.take(row);
  let writing: Promise<void> = Promise.resolve();
  /** What a power cut has left of a row has a line of its own. */
  let before = endsTorn(file) ? '\n' : '';
  const write = async (row: AnnouncedRow): Promise<void> => {
    mkdirSync(dirname(file), { recursive: true });
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > bytesAtMost) renameSync(file, `${file}.1`);
    const handle = await open(file, 'a');
    try {
      await handle.write(`${before}${JSON.stringify(row)}\n`);
      before = '';
      await handle.datasync();
    } finally {
      await handle.close();
    }
  };
  return {
    ...kept,
    add(row) {
      kept.take(row);
      const mine = writing.then(() => write(row));
      writing = mine.catch(() => {});
      return mine;
    },
  };
}

function rowKeeper() {
  const speakers = new Map<string, AnnouncedRow[]>();
  return {
    take(row: AnnouncedRow) {
      const rows = speakers.get(row.speakerId) ?? [];
      speakers.set(row.speakerId, rows);
      const begun = rows.findIndex(({ callSeq, at }) => callSeq === row.callSeq && at === row.at);
      if (begun >= 0) rows[begun] = row;
      else rows.unshift(row);
      rows.splice(rowsKept);
    },
    announced(speakerId: string) {
      const [last] = speakers.get(speakerId) ?? [];
      if (last === undefined) return null;
      return last.how === null ? last.callSeq - 1 : last.callSeq;
    },
    rows: (speakerId: string): readonly AnnouncedRow[] => speakers.get(speakerId) ?? [],
  };
}

function endsTorn(file: string): boolean {
  try {
    const bytes = readFileSync(file);
    return bytes.length > 0 && bytes.at(-1) !== 0x0a;
  } catch {
    return false;
  }
}

/** The rows of a file; a last one that was cut off by a power cut is passed over. */
function rowsOf(file: string): AnnouncedRow[] {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    try {
      const row = JSON.parse(line) as Partial<AnnouncedRow> | null;
      return typeof row?.speakerId === 'string' && Number.isInteger(row.callSeq) ? [row as AnnouncedRow] : [];
    } catch {
      return [];
    }
  });
}
