// Who is next and how long it takes, against the length of the queue: the order of the policy in force, one estimate, one for a
// person without a number, and estimates for everybody who waits, each as a multiple of the same for the shortest queue.
import { dispatchSchema } from '../../protocol/dispatch-setup.ts';
import type { CounterId, PriorityClassId, ServiceId, TicketId } from '../../protocol/ids.ts';
import { callOrder, firstToCall } from '../../server/domain/dispatch/call-order.ts';
import { rankingOf } from '../../server/domain/dispatch/policies.ts';
import { estimateWaits } from '../../server/domain/wait-estimate/estimate-waits.ts';
import type {
  FloorPicture,
  PictureCounter,
  PictureTicket,
} from '../../server/domain/wait-estimate/floor-picture.ts';
import { createWaitLaws, type WaitLaws } from '../../server/domain/wait-estimate/wait-laws.ts';
import { dispatchQuality } from './dispatch-quality.ts';
import { timesOf } from './measure.ts';

const minute = 60_000;
const now = 9 * 60 * minute;
const hours = (from: number, to: number) => ({
  opensAt: from * 60 * minute,
  closesAt: to * 60 * minute,
  intakeStopsAt: (to * 60 - 15) * minute,
  servesUntil: (to * 60 + 30) * minute,
});
const sessions = [hours(7, 11.5), hours(13.5, 17)];
const serviceIds = Array.from({ length: 20 }, (_, index) => `service-${index}` as ServiceId);
const elderly = 'elderly' as PriorityClassId;

/** Everybody in one hall: five work profiles of neighbouring services that overlap, so that all counters hang together. */
export function hall(waiting: number, counters: number): FloorPicture {
  return {
    ...{ now, startOfDay: 0, sessions, bookings: [], dispatch: dispatchSchema.parse({}) },
    waiting: Array.from({ length: waiting }, (_, index) => person(index, waiting)),
    counters: Array.from({ length: counters }, (_, index) => counterOf(index)),
  };
}

function person(index: number, of: number): PictureTicket {
  const joinedAt = now - Math.round(((of - index) / of) * 60 * minute);
  return {
    ...{ id: `ticket-${index}` as TicketId, number: `A${index}`, order: index },
    serviceId: serviceIds[(index * 7) % serviceIds.length] ?? ('' as ServiceId),
    priorityClass: index % 7 === 0 ? elderly : null,
    ...{ issuedAt: joinedAt, joinedAt, transferred: index % 20 === 0, returned: false },
    appointmentAt: index % 10 === 3 ? joinedAt + 10 * minute : null,
    ...{ passed: 0, turnsToWait: null, reservedFor: null },
  };
}

const profiles = 5;

function counterOf(index: number): PictureCounter {
  const since = now - (index % 9) * minute;
  const first = (index % profiles) * 4;
  const services = Array.from(
    { length: 6 },
    (_, next) => serviceIds[(first + next) % serviceIds.length],
  ).filter((each) => each !== undefined);
  const [serviceId = '' as ServiceId] = services;
  return {
    ...{ id: `counter-${index}` as CounterId, services, terms: new Map(), status: 'serving' },
    inHand: {
      ...{ ticketId: `in-hand-${index}` as TicketId, serviceId, priorityClass: null },
      ...{ issuedAt: since, transferred: false, returned: false },
    },
    ...{ calledAt: since, startedAt: since, since, expectedBackAt: null, openedToday: true },
    ...{ operatorId: null, priorityRun: 0, opensInSession: [null, sessions[1]?.opensAt ?? null] },
  };
}

/** Ten days of a centre in which a service takes some minutes, more or less. */
export function learned(): WaitLaws {
  const laws = createWaitLaws(serviceIds.map((id) => ({ id, departmentId: id, kind: null })));
  for (let day = 0; day < 10; day += 1) {
    laws.hear({ kind: 'day-started', at: 0, startOfDay: 0, sessions, booked: 0 });
    for (let index = 0; index < 600; index += 1) {
      const at = (7 * 60 + (index * 4) / 5) * minute;
      const about = {
        ticketId: `day-${day}-${index}` as TicketId,
        serviceId: serviceIds[index % serviceIds.length] ?? ('' as ServiceId),
        priorityClass: index % 7 === 0 ? elderly : null,
        ...{ appointmentAt: null, counterId: `counter-${index % 40}` as CounterId, operatorId: null },
      };
      const length = (3 + ((index * 37) % 11)) * minute;
      laws.hear({ kind: 'arrived', at, ...about });
      laws.hear({ kind: 'called', at: at + minute, ...about });
      laws.hear({ kind: 'started', at: at + 1.3 * minute, ...about });
      laws.hear({ kind: 'finished', at: at + 1.3 * minute + length, ...about });
    }
  }
  laws.hear({ kind: 'day-started', at: 0, startOfDay: 0, sessions, booked: 0 });
  return laws;
}

const acts = ['next', 'whole order', 'one estimate', 'all newcomers', 'everybody'] as const;
type Act = (typeof acts)[number];

function actsOn(picture: FloorPicture, laws: WaitLaws): Readonly<Record<Act, (round: number) => unknown>> {
  const ranking = rankingOf(picture.dispatch);
  const moment = { at: now, priorityRun: 0 };
  const ids = picture.waiting.map(({ id }) => id);
  const estimate = (tickets: TicketId[], round: number) =>
    estimateWaits(picture, laws, { tickets, newcomers: [] }, { seed: `bench ${round}` });
  const newcomers = serviceIds.flatMap((serviceId) => [
    { serviceId, priorityClass: null },
    { serviceId, priorityClass: elderly },
  ]);
  return {
    next: () => firstToCall(picture.waiting, moment, ranking),
    'whole order': () => callOrder(picture.waiting, moment, ranking),
    'one estimate': (round) => estimate(ids.slice(-1), round),
    'all newcomers': (round) =>
      estimateWaits(picture, laws, { tickets: [], newcomers }, { seed: `bench ${round}` }),
    everybody: (round) => estimate(ids, round),
  };
}

export async function dispatch(rounds: number | null): Promise<void> {
  const count = rounds ?? 30;
  const laws = learned();
  console.log(
    `dispatch: milliseconds (median, p99 of ${count}) and × the shortest queue; 150 plays an estimate, fewer where more than 150 wait`,
  );
  console.log('  counters  waiting  what               median      p99   × shortest');
  for (const counters of [5, 40]) {
    const shortest = new Map<Act, number>();
    for (const waiting of [10, 100, 500]) {
      const all = actsOn(hall(waiting, counters), laws);
      for (const act of acts) {
        const { median, p99 } = await timesOf(count, (round) => Promise.resolve(all[act](round)));
        const first = shortest.get(act) ?? median;
        shortest.set(act, first);
        const cells = [median.toFixed(3).padStart(8), p99.toFixed(3).padStart(8)];
        console.log(
          `  ${String(counters).padStart(8)}  ${String(waiting).padStart(7)}  ${act.padEnd(16)} ${cells.join(' ')} ${(median / first).toFixed(1).padStart(8)} ×`,
        );
      }
    }
  }
  dispatchQuality();
}
