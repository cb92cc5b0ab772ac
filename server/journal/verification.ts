// Reads a journal through from its first row and names the first one that is not what was written: altered, removed,
// put elsewhere. Rows missing at the very end leave no trace in the file; compare `rows` and `head` with an older note
// of them.
import { genesis, rowHash } from './hash-chain.ts';
import { type EventRow, rowTextOf } from './journal-row.ts';
import { type Database, DatabaseSync } from './sqlite.ts';

export type Verified =
  /** `head` is the last row's hash. */
  | { readonly ok: true; readonly rows: number; readonly head: string }
  /** `seq` is the first bad row: missing from the file, or not what was written after the row before it. */
  | { readonly ok: false; readonly seq: number; readonly reason: 'missing' | 'altered' };

/** Opens the file for reading only; throws where it cannot be read as a journal. */
export function verifyJournal(file: string): Verified {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    return verifyRows(db);
  } finally {
    db.close();
  }
}

function verifyRows(db: Database): Verified {
  let rows = 0;
  let head = genesis;
  for (const each of db.prepare('SELECT * FROM events ORDER BY seq').iterate()) {
    const row = each as EventRow;
    const due = rows + 1;
    if (row.seq > due) return { ok: false, seq: due, reason: 'missing' };
    if (row.seq < due || rowHash(head, rowTextOf(row)) !== row.hash)
      return { ok: false, seq: row.seq, reason: 'altered' };
    head = row.hash;
    rows = due;
  }
  return { ok: true, rows, head };
}
