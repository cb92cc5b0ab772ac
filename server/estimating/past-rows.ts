// The journal's rows of the last working days, read beside the writer: what the estimator learns from before anybody comes.

import type { RecordedEvent } from '../domain/events.ts';
import { type EventRow, recordedOf } from '../journal/journal-row.ts';
import { DatabaseSync } from '../journal/sqlite.ts';

const daysAtMost = 20;

/** In order, up to and with `untilSeq`; day by day, so that a journal of years costs no more than one of weeks. */
export function* pastRows(file: string, untilSeq: number): Generator<RecordedEvent> {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const newestBefore = db.prepare('SELECT max(business_day) AS day FROM events WHERE business_day < ?');
    const days: string[] = [];
    for (let before = '9999-12-31'; days.length < daysAtMost; before = days.at(-1) ?? before) {
      const { day } = newestBefore.get(before) as { day: string | null };
      if (day === null) break;
      days.push(day);
    }
    const ofDay = db.prepare('SELECT * FROM events WHERE business_day = ? AND seq <= ? ORDER BY seq');
    for (const day of days.reverse())
      for (const row of ofDay.iterate(day, untilSeq)) yield recordedOf(row as EventRow);
  } finally {
    db.close();
  }
}
