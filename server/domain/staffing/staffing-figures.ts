// What the log says of a usual day: visitors of each service by half hour, and how long one takes a counter. Made from the
// journal rows of past days; days on which nobody came are left out by whoever hands them in.
import type { ServiceId, TicketId } from '../../../protocol/ids.ts';
import { localTime } from '../business-day.ts';
import type { RecordedEvent } from '../events.ts';

export type ServiceFigures = {
  /** Visitors of a usual day by the minute of the day at which their half hour begins. */
  readonly halfHours: ReadonlyMap<number, number>;
  /** From the call until the counter is free again, on average; null where nobody has been called yet. */
  readonly occupiesMs: number | null;
};
export type StaffingFigures = ReadonlyMap<ServiceId, ServiceFigures>;

export const halfHourMinutes = 30;

type Sums = { halfHours: Map<number, number>; occupiedMs: number; called: number };

/** The figures of these days, each given as its rows in order. */
export function staffingFigures(
  days: readonly (readonly RecordedEvent[])[],
  timeZone: string,
): StaffingFigures {
  const sums = new Map<ServiceId, Sums>();
  const of = (serviceId: ServiceId): Sums => {
    const known = sums.get(serviceId) ?? { halfHours: new Map(), occupiedMs: 0, called: 0 };
    sums.set(serviceId, known);
    return known;
  };
  for (const rows of days) addDay(rows, timeZone, of);
  return new Map(
    [...sums].map(([serviceId, { halfHours, occupiedMs, called }]) => [
      serviceId,
      {
        halfHours: new Map([...halfHours].map(([minute, count]) => [minute, count / days.length])),
        occupiesMs: called === 0 ? null : occupiedMs / called,
      },
    ]),
  );
}

function addDay(rows: readonly RecordedEvent[], timeZone: string, of: (serviceId: ServiceId) => Sums): void {
  const services = new Map<TicketId, ServiceId>();
  const calledAt = new Map<TicketId, number>();
  for (const { event, at } of rows) {
    if (event.type === 'ticket-issued') {
      services.set(event.ticketId, event.serviceId);
      const { minutes } = localTime(at, timeZone);
      const half = minutes - (minutes % halfHourMinutes);
      const { halfHours } = of(event.serviceId);
      halfHours.set(half, (halfHours.get(half) ?? 0) + 1);
    } else if (event.type === 'ticket-called') calledAt.set(event.ticketId, at);
    else if (event.type === 'service-finished' || event.type === 'ticket-no-show') {
      const called = calledAt.get(event.ticketId);
      const serviceId = 'serviceId' in event ? event.serviceId : services.get(event.ticketId);
      calledAt.delete(event.ticketId);
      if (called === undefined || serviceId === undefined) continue;
      const sums = of(serviceId);
      sums.occupiedMs += at - called;
      sums.called += 1;
    } else if (event.type === 'ticket-transferred') services.set(event.ticketId, event.serviceId);
  }
}
