// What each kind of visit is promised, and how much of it has been used up at a moment: a share that grows without bound.
// An appointment is promised its booked time; who comes too late for it is a walk-in with a credit.
import type { DispatchSetup } from '../../../protocol/dispatch-setup.ts';
import type { PriorityClassId, ServiceId } from '../../../protocol/ids.ts';
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

export function promisesOf({ promises, appointments }: DispatchSetup): Promises {
  const services = new Map<string, { ordinaryMinutes: number; priorityMinutes: number }>(
    promises.services.map((each) => [each.serviceId, each]),
  );
  const classes = new Map<string, { minutes: number; headStartMinutes: number }>(
    promises.classes.map((each) => [each.classId, each]),
  );
  const promised = (serviceId: ServiceId, classId: PriorityClassId | null): Promised => {
    const { ordinaryMinutes, priorityMinutes } = services.get(serviceId) ?? promises;
    if (classId === null) return { promisedMs: ordinaryMinutes * minuteMs, headStartMs: 0 };
    const own = classes.get(classId);
    const headStart = own?.headStartMinutes ?? promises.priorityHeadStartMinutes;
    return { promisedMs: (own?.minutes ?? priorityMinutes) * minuteMs, headStartMs: headStart * minuteMs };
  };
  const isLate = ({ issuedAt, appointmentAt }: Queued) =>
    appointmentAt !== null && issuedAt > appointmentAt + appointments.lateMinutes * minuteMs;
  const appointment = (ticket: Queued, at: number): UsedPromise | null => {
    if (ticket.appointmentAt === null || ticket.transferred || ticket.returned || isLate(ticket)) return null;
    const from = Math.max(ticket.appointmentAt - appointments.earlyMinutes * minuteMs, ticket.joinedAt);
    const promisedMs = appointments.promiseMinutes * minuteMs;
    const waitedMs = Math.max(0, at - from);
    return { share: waitedMs / promisedMs, waitedMs, promisedMs, kind: 'appointment' };
  };
  return {
    used(ticket, at) {
      const isPriority = ticket.priorityClass !== null;
      const { promisedMs: usual, headStartMs } = promised(ticket.serviceId, ticket.priorityClass);
      const promisedMs = usual * (ticket.transferred || ticket.returned ? promises.againShare : 1);
      const creditMs = isLate(ticket) ? appointments.lateCreditMinutes * minuteMs : 0;
      const waitedMs = Math.max(0, at - ticket.joinedAt) + headStartMs + creditMs;
      const kind = isPriority ? 'priority' : 'ordinary';
      const walkIn: UsedPromise = { share: waitedMs / promisedMs, waitedMs, promisedMs, kind };
      const booked = appointment(ticket, at);
      return booked !== null && booked.share > walkIn.share ? booked : walkIn;
    },
  };
}
