// Who may still come today and be called before somebody who waits already: by half hour, the walk-ins of those services and
// classes that could pass, and everybody booked. Whoever can only be called after all who wait now need not be played.
import type { PriorityClassId } from '../../../protocol/ids.ts';
import { halfHourMs, halfHours, todaysLevel } from './arrival-law.ts';
import type { FloorComponent } from './floor-component.ts';
import type { FloorLanes } from './floor-lanes.ts';
import type { FloorPicture } from './floor-picture.ts';
import type { PlanService } from './floor-plan.ts';
import type { LawTables } from './law-tables.ts';
import { keyOf } from './play-chance.ts';
import type { WaitLaws } from './wait-laws.ts';

export type ExpectedArrivals = {
  /** What may come: pairs of service and class. */
  readonly services: Int32Array;
  readonly classes: Int32Array;
  /** By half hour of the day: how many of each pair and of those before it are expected. */
  readonly sums: Float64Array;
  readonly bookings: readonly ExpectedBooking[];
};
export type ExpectedBooking = {
  readonly seconds: number;
  readonly service: number;
  readonly klass: number;
  readonly lane: number;
  readonly key: number;
};
type Sorted = {
  readonly services: readonly PlanService[];
  readonly classes: readonly (PriorityClassId | null)[];
  readonly sorter: FloorLanes;
  readonly component: FloorComponent;
};

export function expectedArrivals(
  picture: FloorPicture,
  laws: WaitLaws,
  tables: LawTables,
  sorted: Sorted,
): ExpectedArrivals {
  const { services, classes } = sorted;
  const canPass = passersOf(sorted);
  const pairs: { service: number; klass: number; rates: Float64Array }[] = [];
  for (const [service, { id }] of services.entries())
    for (const [klass, priorityClass] of classes.entries())
      if (sorted.component.services.has(id) && canPass(service, priorityClass)) {
        const rates = ratesOf(picture, laws, tables, id, priorityClass);
        if (rates !== null) pairs.push({ service, klass, rates });
      }
  const sums = new Float64Array(halfHours * pairs.length);
  for (let slot = 0; slot < halfHours; slot += 1) {
    let sum = 0;
    for (const [index, { rates }] of pairs.entries()) {
      sum += rates[slot] ?? 0;
      sums[slot * pairs.length + index] = sum;
    }
  }
  return {
    services: Int32Array.from(pairs, (each) => each.service),
    classes: Int32Array.from(pairs, (each) => each.klass),
    sums,
    bookings: bookingsOf(picture, sorted),
  };
}

/** Whether a later ticket of a kind may go before one that waits: not where its line lies nowhere above any other's. */
function passersOf({ services, classes, sorter, component }: Sorted) {
  const isPlain = component.counters.every(({ terms }) => terms.size === 0);
  const lines = services.flatMap(({ id }) =>
    classes.map((priorityClass) =>
      sorter.lineOfKind({ serviceId: id, priorityClass, transferred: false, returned: false }),
    ),
  );
  const offsets = Math.min(...lines.map((line) => line?.offset ?? Number.NEGATIVE_INFINITY));
  const slopes = Math.min(...lines.map((line) => line?.slope ?? Number.NEGATIVE_INFINITY));
  return (service: number, priorityClass: PriorityClassId | null): boolean => {
    const serviceId = services[service]?.id;
    if (serviceId === undefined) return false;
    const line = sorter.lineOfKind({ serviceId, priorityClass, transferred: false, returned: false });
    return !isPlain || line === null || line.offset > offsets || line.slope > slopes;
  };
}

/** Expected arrivals of a service and class in each half hour from now on; null where there are none. */
function ratesOf(
  { now, startOfDay }: FloorPicture,
  laws: WaitLaws,
  tables: LawTables,
  serviceId: string,
  priorityClass: PriorityClassId | null,
): Float64Array | null {
  const usual = tables.usualADay(serviceId, priorityClass ?? '');
  if (usual <= 0) return null;
  const departmentId = laws.traits.get(serviceId)?.departmentId ?? serviceId;
  const here = (now - startOfDay) / halfHourMs;
  const departments = [...laws.traits.values()].filter((each) => each.departmentId === departmentId);
  const isPriority = priorityClass !== null;
  let day = 0;
  for (const { id } of departments)
    for (const name of tables.classes) if ((name !== '') === isPriority) day += tables.usualADay(id, name);
  let gone = 0;
  for (let slot = 0; slot < Math.min(halfHours, here); slot += 1)
    gone += (tables.profile[slot] ?? 0) * Math.min(1, here - slot);
  const level = todaysLevel(laws.state.arrivals, departmentId, isPriority, day * gone);
  return Float64Array.from(tables.profile, (share) => usual * level * share);
}

/** Booked visits more than four hours away are not asked for. */
const bookedAheadMs = 4 * 3_600_000;

function bookingsOf(
  { bookings, now }: FloorPicture,
  { services, classes, sorter }: Sorted,
): ExpectedBooking[] {
  return bookings.flatMap((booking, index) => {
    const service = services.findIndex(({ id }) => id === booking.serviceId);
    const own = services[service];
    if (own === undefined || booking.appointmentAt > now + bookedAheadMs) return [];
    const lane = sorter.ownLane(
      {
        ...{
          number: '',
          serviceId: own.id,
          priorityClass: booking.priorityClass,
          passed: 0,
          turnsToWait: null,
        },
        ...{ transferred: false, returned: false, appointmentAt: booking.appointmentAt },
        ...{ order: Number.MAX_SAFE_INTEGER, issuedAt: now + 1, joinedAt: now + 1 },
      },
      own.group,
    );
    return [
      {
        seconds: (booking.appointmentAt - now) / 1_000,
        service,
        klass: Math.max(0, classes.indexOf(booking.priorityClass)),
        lane,
        key: keyOf(`${booking.serviceId} ${booking.appointmentAt} ${index}`),
      },
    ];
  });
}
