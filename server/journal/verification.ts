// Reads a journal through from its first row and names the first one that is not what was written: altered, removed,
// put elsewhere. Rows missing at the very end leave no trace in the file; compare `rows` with an older note of it.
import { genesis, rowHash } from './hash-chain.ts';
import { DatabaseSync } from './sqlite.ts';

export type Verified =
  | { readonly ok: true; readonly rows: number; readonly hash: string }
  | { readonly ok: false; readonly seq: number; readonly fault: 'missing' | 'altered' };

export function verifyJournal(file: string): Verified {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    let previous = genesis;
    let expected = 1;
    for (const each of db.prepare('SELECT * FROM events ORDER BY seq').iterate()) {
      const row = each as Record<string, string> & { seq: number; at: number; schema_version: number };
      if (row.seq !== expected) return { ok: false, seq: expected, fault: 'missing' };
      const { seq, at, type = '', payload = '', actor = '' } = row;
      const fields = {
        seq,
        at,
        type,
        payload,
        actor,
        businessDay: row.business_day as never,
        schemaVersion: row.schema_version,
        commandId: row.command_id ?? '',
      };
      const hash = rowHash(previous, fields);
      if (hash !== row.hash) return { ok: false, seq, fault: 'altered' };
      previous = hash;
      expected += 1;
    }
    return { ok: true, rows: expected - 1, hash: previous };
  } finally {
    db.close();
  }
}
