// The chain over the journal: each row's SHA-256 covers the row before it and everything in the row, so that a row that
// was altered, removed or put elsewhere is found. Rows cut off at the end cannot be known from the file alone.
import { createHash } from 'node:crypto';
import type { RecordedEvent } from '../domain/events.ts';

/** What the first row is chained to. */
export const genesis = '0'.repeat(64);

export type RowText = Pick<
  RecordedEvent,
  'seq' | 'at' | 'businessDay' | 'schemaVersion' | 'actor' | 'commandId'
> & {
  readonly type: string;
  /** The payload as it stands in the file. */
  readonly payload: string;
};

/** The row's hash, 64 hexadecimal digits. Fields are length-prefixed by JSON, so that none can run into another. */
export function rowHash(previous: string, row: RowText): string {
  const fields = [
    previous,
    row.seq,
    row.at,
    row.businessDay,
    row.type,
    row.schemaVersion,
    row.payload,
    row.actor,
    row.commandId,
  ];
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}
