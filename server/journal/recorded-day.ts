// The rows of one business day of a journal that may be in use elsewhere: opened for reading only, nothing is migrated.
import type { BusinessDay } from '../../protocol/ids.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { type EventRow, recordedOf } from './journal-row.ts';
import { DatabaseSync } from './sqlite.ts';

/** In order of seq; none where nothing was written on that day. Throws where the file cannot be read as a journal. */
export function readRecordedDay(file: string, day: BusinessDay): RecordedEvent[] {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = db.prepare('SELECT * FROM events WHERE business_day = ? ORDER BY seq').all(day);
    return rows.map((row) => recordedOf(row as EventRow));
  } finally {
    db.close();
  }
}
