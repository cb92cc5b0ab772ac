// What one officer did on a day, and how long the same services usually take, read from the open journal: the read model of
// stints for services, the events for pauses, outcomes and absences. What is made of it is server/reports'.
import type { BusinessDay, OperatorId, ServiceId } from '../../protocol/ids.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { type EventRow, recordedOf } from './journal-row.ts';
import type { Database } from './sqlite.ts';

export type ServiceTime = { readonly serviceId: ServiceId; readonly ms: number };
export type OperatorFigures = {
  /** Services of this person that ended a visit on this day. */
  served(day: BusinessDay, operatorId: OperatorId): ServiceTime[];
  /** What this person did besides: opened, paused, finished with an outcome, marked absent; in order. */
  deeds(day: BusinessDay, operatorId: OperatorId): RecordedEvent[];
  /** Times of these services by everybody, from this day backwards; so many of each, or four weeks of working days. */
  usual(day: BusinessDay, serviceIds: readonly ServiceId[], enough: number): ServiceTime[];
};
type StintRow = { service_id: ServiceId; ms: number };

const daysLookedAt = 20;

export function operatorFigures(db: Database): OperatorFigures {
  const finished = `SELECT service_id, finished_at - started_at AS ms FROM stints INDEXED BY stints_by_day
     WHERE ends = 1 AND business_day = ? AND service_id IS NOT NULL`;
  const own = db.prepare(`${finished} AND operator_id = ?`);
  const all = db.prepare(finished);
  const dayBefore = db.prepare(
    'SELECT max(business_day) AS day FROM stints INDEXED BY stints_by_day WHERE ends = 1 AND business_day < ?',
  );
  const deeds = db.prepare(
    `SELECT * FROM events INDEXED BY events_by_day WHERE business_day = ? AND type IN
     ('counter-opened', 'counter-closed', 'counter-taken-over', 'counter-paused', 'counter-resumed',
      'service-finished', 'ticket-no-show', 'step-undone')
     AND (json_extract(payload, '$.operatorId') = ? OR json_extract(payload, '$.from') = ?) ORDER BY seq`,
  );
  const timeOf = ({ service_id: serviceId, ms }: StintRow): ServiceTime => ({ serviceId, ms });
  return {
    served: (day, operatorId) => (own.all(day, operatorId) as StintRow[]).map(timeOf),
    deeds: (day, operatorId) =>
      deeds.all(day, operatorId, operatorId).map((row) => recordedOf(row as EventRow)),
    usual(last, serviceIds, enough) {
      const wanted = new Map(serviceIds.map((id) => [id, 0]));
      const times: ServiceTime[] = [];
      let day: BusinessDay | null = last;
      for (let looked = 0; looked < daysLookedAt && day !== null && wanted.size > 0; looked += 1) {
        const before = new Map(wanted);
        for (const row of all.all(day) as StintRow[]) {
          if (!before.has(row.service_id)) continue;
          times.push(timeOf(row));
          const count = (wanted.get(row.service_id) ?? 0) + 1;
          if (count < enough) wanted.set(row.service_id, count);
          else wanted.delete(row.service_id);
        }
        day = (dayBefore.get(day) as { day: BusinessDay | null }).day;
      }
      return times;
    },
  };
}
