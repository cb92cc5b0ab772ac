// What each kind of visit is promised, and how much of it has been used up at a moment: a share that grows without bound.
// An appointment is promised its booked time; what a late one is worth is in appointments.ts.
import type { DispatchSetup } from '../../../protocol/dispatch-setup.ts';
import type { PriorityClassId, ServiceId } from '../../../protocol/ids.ts';
import { appointmentsOf } from './appointments.ts';
import { minuteMs, type Queued } from './dispatch-policy.ts';

export type UsedPromise = {
  /** 1 when the whole promise has been used up. */
  readonly share: number;
  readonly waitedMs: number;
  readonly promisedMs: number;
  readonly kind: 'ordinary' | 'priority' | 'appointment';
};
export type Promises = {
  used(ticket: Queued, at: number): UsedPromise;
};
type Promised = { readonly promisedMs: number; readonly headStartMs: number };

function usualPromises({ promises }: DispatchSetup) {
  const services = new Map<string, { ordinaryMinutes: number; priorityMinutes: number }>(
    promises.services.map((each) => [each.serviceId, each]),
  );
  const classes = new Map<string, { minutes: number; headStartMinutes: number }>(
    promises.classes.map((each) => [each.classId, each]),
  );
  return (serviceId: ServiceId, classId: PriorityClassId | null): Promised => {
    const { ordinaryMinutes, priorityMinutes } = services.get(serviceId) ?? promises;
    if (classId === null) return { promisedMs: ordinaryMinutes * minuteMs, headStartMs: 0 };
    const own = classes.get(classId);
    const headStart = own?.headStartMinutes ?? promises.priorityHeadStartMinutes;
    return { promisedMs: (own?.minutes ?? priorityMinutes) * minuteMs, headStartMs: headStart * minuteMs };
  };
}

export function promisesOf(setup: DispatchSetup): Promises {
  const usual = usualPromises(setup);
  const { countsFrom, creditMs } = appointmentsOf(setup);
  const appointment = (ticket: Queued, at: number): UsedPromise | null => {
    const from = countsFrom(ticket);
    if (from === null) return null;
    const promisedMs = setup.appointments.promiseMinutes * minuteMs;
    const waitedMs = Math.max(0, at - Math.max(from, ticket.joinedAt));
    return { share: waitedMs / promisedMs, waitedMs, promisedMs, kind: 'appointment' };
  };
  return {
    used(ticket, at) {
      const promise = usual(ticket.serviceId, ticket.priorityClass);
      const again = ticket.transferred || ticket.returned;
      const promisedMs = promise.promisedMs * (again ? setup.promises.againShare : 1);
      const waitedMs = Math.max(0, at - ticket.joinedAt) + promise.headStartMs + creditMs(ticket);
      const kind = ticket.priorityClass === null ? 'ordinary' : 'priority';
      const walkIn: UsedPromise = { share: waitedMs / promisedMs, waitedMs, promisedMs, kind };
      const booked = appointment(ticket, at);
      return booked !== null && booked.share > walkIn.share ? booked : walkIn;
    },
  };
}

/** The shortest and the longest of all promises, and the most anybody counts as having waited when joining. */
export function rangeOfPromises({ promises, appointments }: DispatchSetup): {
  readonly shortestMinutes: number;
  readonly longestMinutes: number;
  readonly creditMinutes: number;
} {
  const { services, classes, againShare, priorityHeadStartMinutes } = promises;
  const usual = [promises, ...services].flatMap((each) => [each.ordinaryMinutes, each.priorityMinutes]);
  const every = [...usual, ...classes.map((each) => each.minutes)];
  const headStarts = [priorityHeadStartMinutes, ...classes.map((each) => each.headStartMinutes)];
  return {
    shortestMinutes: Math.min(...every.map((each) => each * againShare), appointments.promiseMinutes),
    longestMinutes: Math.max(...every),
    creditMinutes: Math.max(...headStarts) + appointments.lateCreditMinutes,
  };
}
