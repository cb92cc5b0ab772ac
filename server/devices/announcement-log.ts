// What each outlet (a loudspeaker, a sign, a screen) has announced, in files beside the journal: a row when a call's turn
// begins, on disk before the first sound, and a row when it has ended. After a restart it tells where each outlet goes on:
// what was announced to its end is never announced again, what broke off in the middle is, while it is fresh. Bounded: a
// full file is put aside and the one before it goes.
import { mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Announced, AnnouncedHow } from '../../protocol/announced.ts';

/** `how` null: its turn has begun, and nothing is known of its end. */
export type AnnouncedRow = Omit<Announced, 'how'> & {
  readonly outletId: string;
  /** What was said; absent where nothing is. */
  readonly transcript?: string;
  readonly how: AnnouncedHow | null;
};
export interface AnnouncementLog {
  /** The newest call that an outlet is done with: one whose end is not known it is not. Null for one that is new. */
  announced(outletId: string): number | null;
  /** Rejects where it cannot be written. */
  add(row: AnnouncedRow): Promise<void>;
  /** Newest first, the last word on each call. */
  rows(outletId: string): readonly AnnouncedRow[];
  /** The same as people are shown it; what an outlet is at now has no end yet. */
  ended(outletId: string): Announced[];
}

const rowsKept = 200;
const bytesAtMost = 2 * 2 ** 20;

/** What the server itself announces goes on where it stopped, so it is synced; what screens report is only looked up. */
export function announcementLogs(dataDir: string | null): Record<'server' | 'screens', AnnouncementLog> {
  if (dataDir === null) return { server: memoryLog(), screens: memoryLog() };
  return {
    server: fileLog(join(dataDir, 'announcements.ndjson')),
    screens: fileLog(join(dataDir, 'announced-by-screens.ndjson'), { synced: false }),
  };
}

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

/** `synced`: a row is safe from a power cut once `add` resolves. */
export function fileLog(file: string, { synced = true } = {}): AnnouncementLog {
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
      if (synced) await handle.datasync();
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
  const outlets = new Map<string, AnnouncedRow[]>();
  return {
    take(row: AnnouncedRow) {
      const rows = outlets.get(row.outletId) ?? [];
      outlets.set(row.outletId, rows);
      const begun = rows.findIndex(({ callSeq, at }) => callSeq === row.callSeq && at === row.at);
      if (begun >= 0) rows[begun] = row;
      else rows.unshift(row);
      rows.splice(rowsKept);
    },
    announced(outletId: string) {
      const [last] = outlets.get(outletId) ?? [];
      if (last === undefined) return null;
      return last.how === null ? last.callSeq - 1 : last.callSeq;
    },
    rows: (outletId: string): readonly AnnouncedRow[] => outlets.get(outletId) ?? [],
    ended: (outletId: string): Announced[] =>
      (outlets.get(outletId) ?? []).flatMap((row, place) => {
        const { callSeq, at, number, counterNumber, recall, how } = row;
        // The newest may be under way; an older one without an end was broken off.
        if (how === null && place === 0) return [];
        return [{ callSeq, at, number, counterNumber, recall, how: how ?? 'failed' }];
      }),
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
      return typeof row?.outletId === 'string' && Number.isInteger(row.callSeq) ? [row as AnnouncedRow] : [];
    } catch {
      return [];
    }
  });
}
