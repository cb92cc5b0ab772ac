// Business days by themselves, read from the open journal in pages: for playing a day again. Each read uses the index by day,
// so that it costs the same whatever the years kept.
import type { BusinessDay } from '../../protocol/ids.ts';
import type { PastDays } from '../application/journal-port.ts';
import { type EventRow, recordedOf } from './journal-row.ts';
import type { Database } from './sqlite.ts';

const afterEveryDay = '9999-99-99';

export function pastDays(db: Database): PastDays {
  const dayBefore = db.prepare('SELECT max(business_day) AS day FROM events WHERE business_day < ?');
  const rows = db.prepare(
    'SELECT * FROM events INDEXED BY events_by_day WHERE business_day = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  return {
    days(limit) {
      const found: BusinessDay[] = [];
      while (found.length < limit) {
        const { day } = dayBefore.get(found.at(-1) ?? afterEveryDay) as { day: BusinessDay | null };
        if (day === null) break;
        found.push(day);
      }
      return found;
    },
    rows: (day, after, limit) => rows.all(day, after, limit).map((row) => recordedOf(row as EventRow)),
  };
}
