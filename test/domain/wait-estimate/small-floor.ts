// A small floor for the tests of the wait estimator: one morning from 7:00 to 11:30 and one afternoon, times given as minutes
// since midnight, and laws that have learned exactly so long a service.

import { dispatchSchema } from '../../../protocol/dispatch-setup.ts';
import type { CounterId, PriorityClassId, ServiceId, TicketId } from '../../../protocol/ids.ts';
import type {
  FloorPicture,
  PictureCounter,
  PictureInHand,
  PictureTicket,
} from '../../../server/domain/wait-estimate/floor-picture.ts';
import { createWaitLaws, type WaitLaws } from '../../../server/domain/wait-estimate/wait-laws.ts';

export const minute = 60_000;
export const elderly = 'elderly' as PriorityClassId;
export const idOf = (word: string) => word as TicketId;
export const serviceOf = (word: string) => word as ServiceId;
const h = (hours: number) => hours * 60 * minute;
export const sessions = [
  { opensAt: h(7), closesAt: h(11.5), intakeStopsAt: h(11.25), servesUntil: h(12) },
  { opensAt: h(13.5), closesAt: h(17), intakeStopsAt: h(16.75), servesUntil: h(17.5) },
];

/** A ticket that joined so many minutes after midnight. */
export function ticket(id: string, joined: number, more: Partial<PictureTicket> = {}): PictureTicket {
  return {
    ...{ id: idOf(id), number: id, serviceId: serviceOf('a'), priorityClass: null },
    ...{
      issuedAt: joined * minute,
      joinedAt: joined * minute,
      order: 0,
      transferred: false,
      returned: false,
    },
    ...{ appointmentAt: null, passed: 0, turnsToWait: null, reservedFor: null },
    ...more,
  };
}

export function counter(id: string, more: Partial<PictureCounter> = {}): PictureCounter {
  return {
    ...{ id: id as CounterId, services: [serviceOf('a')], terms: new Map(), status: 'idle', inHand: null },
    ...{ calledAt: null, startedAt: null, since: h(7), expectedBackAt: null, openedToday: true },
    ...{ operatorId: null, priorityRun: 0, opensInSession: [null, sessions[1]?.opensAt ?? null] },
    ...more,
  };
}

/** What a counter has in hand since so many minutes after midnight. */
export function serving(
  id: string,
  since: number,
  more: Partial<PictureInHand> = {},
): Partial<PictureCounter> {
  const inHand: PictureInHand = {
    ...{ ticketId: idOf(id), serviceId: serviceOf('a'), priorityClass: null, issuedAt: since * minute },
    ...{ transferred: false, returned: false },
    ...more,
  };
  return {
    status: 'serving',
    inHand,
    calledAt: since * minute,
    startedAt: since * minute,
    since: since * minute,
  };
}

export function floor(at: number, more: Partial<FloorPicture>): FloorPicture {
  return {
    ...{ now: at * minute, startOfDay: 0, sessions, waiting: [], counters: [], bookings: [] },
    dispatch: dispatchSchema.parse({}),
    ...more,
  };
}

const known = { priorityClass: null, appointmentAt: null, counterId: 'one' as CounterId, operatorId: null };

/** Laws of a hall where each service takes just so many minutes, everybody is there at once and nobody pauses. */
export function exactLaws(minutes: Readonly<Record<string, number>>, cases = 2_000): WaitLaws {
  const services = Object.keys(minutes).map((id) => ({ id, departmentId: 'hall', kind: null }));
  const laws = createWaitLaws(services);
  const day = () => laws.hear({ kind: 'day-started', at: 0, startOfDay: 0, sessions, booked: 0 });
  day();
  laws.hear({ kind: 'counter-opened', at: h(7), counterId: known.counterId, operatorId: null });
  for (let index = 0; index < cases; index += 1)
    for (const [service, length] of Object.entries(minutes)) {
      const about = { ...known, ticketId: idOf(`${service}${index}`), serviceId: serviceOf(service) };
      laws.hear({ kind: 'called', at: h(8), ...about });
      laws.hear({ kind: 'started', at: h(8), ...about });
      laws.hear({ kind: 'finished', at: h(8) + length * minute, ...about });
    }
  laws.hear({ kind: 'counter-closed', at: h(100_000), counterId: known.counterId, operatorId: null });
  day();
  return laws;
}
