// A floor as staffing advice sees it, written in people and minutes: 09:00 on Monday, a session from 07:30 to 11:30.
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import type {
  CounterPicture,
  ServicePicture,
  StaffingPicture,
} from '../../server/domain/staffing/staffing-picture.ts';
import { sharedGroups } from '../../server/domain/staffing/staffing-picture.ts';
import { clock } from './domain-clock.ts';

export const minuteMs = 60_000;

type Written = {
  /** Per service: who waits, for how long the first has, minutes each takes, and who comes in every half hour to come. */
  services: Record<string, { waiting?: number; longest?: number; takes?: number; perHalfHour?: number }>;
  counters: Record<string, Partial<Omit<CounterPicture, 'counterId' | 'serviceIds'>> & { serves: string[] }>;
  time?: string;
};

export function counter(id: string, serves: string[], more: Partial<CounterPicture> = {}): CounterPicture {
  return {
    ...{ counterId: id as CounterId, serviceIds: serves as ServiceId[], status: 'open', reserve: false },
    ...{ openedAt: clock('07:30'), opensAt: null, busyForMs: 0, lentFor: [] },
    ...more,
  };
}

export function service(
  id: string,
  { waiting = 0, longest = 0, takes = 6, perHalfHour = 0 }: Written['services'][string],
  at = clock('09:00'),
): ServicePicture {
  const expected = Array.from({ length: 6 }, (_, index) => {
    const fromAt = at + index * 30 * minuteMs;
    return { fromAt, toAt: fromAt + 30 * minuteMs, visitors: perHalfHour };
  });
  return {
    ...{ serviceId: id as ServiceId, waiting, longestWaitMs: longest * minuteMs },
    ...{ occupiesMs: takes * minuteMs, expected: perHalfHour === 0 ? [] : expected },
  };
}

export function staffedFloor({ services, counters, time = '09:00' }: Written): StaffingPicture {
  const at = clock(time);
  const pictures = Object.entries(counters).map(([id, { serves, ...more }]) => counter(id, serves, more));
  return {
    ...{ at, sessionBeginsAt: clock('07:30'), sessionEndsAt: clock('11:30') },
    groups: sharedGroups(pictures),
    services: Object.entries(services).map(([id, written]) => service(id, written, at)),
    counters: pictures,
  };
}
