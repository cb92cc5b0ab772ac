// Appointments first, in the order of their booked times: those who came in time, from `earlyMinutes` before it on. All
// others first come; who came too late for the booked time is one of these, with a credit of waiting. Bound on the longest
// wait: a walk-in is passed by appointments (as many as are booked) and by late ones who joined within the credit after it;
// an appointment whose time has come only by those booked before it.
import type { DispatchReason } from '../../../protocol/views/view-parts.ts';
import { appointmentsOf } from './appointments.ts';
import { beforeOthersMs, minuteMs, type PolicyMaker, type Queued, waitedMs } from './dispatch-policy.ts';
import { cameFirst } from './plain-reasons.ts';

export const appointmentWindow: PolicyMaker = (setup) => {
  const { countsFrom, creditMs } = appointmentsOf(setup);
  const { lateCreditMinutes } = setup.appointments;
  /** How long it has waited for its appointment; null as long as it counts as a walk-in. */
  const dueMs = (ticket: Queued, at: number): number | null => {
    const from = countsFrom(ticket);
    return from === null || at < from ? null : at - from;
  };
  return {
    unbounded: false,
    bound: { code: 'appointments-only', params: { lateCreditMinutes, passedAtMost: setup.passedAtMost } },
    urgency(ticket, { at }) {
      const due = dueMs(ticket, at);
      return due === null ? waitedMs(ticket, at) + creditMs(ticket) : beforeOthersMs + due;
    },
    reason(first, second, { at }) {
      const due = dueMs(first, at);
      if (due !== null)
        return appointmentReason(first, due, second, second === undefined ? null : dueMs(second, at));
      const passes = second !== undefined && second.joinedAt < first.joinedAt;
      if (!passes || creditMs(first) === 0) return cameFirst(first, at);
      const pair = { number: first.number, otherNumber: second.number };
      return { code: 'late-appointment', params: { ...pair, creditMinutes: lateCreditMinutes } };
    },
  };
};

function appointmentReason(
  { number }: Queued,
  due: number,
  second: Queued | undefined,
  secondDue: number | null,
): DispatchReason {
  if (second === undefined || (secondDue !== null && secondDue === due))
    return { code: 'appointment-due', params: { number, dueMinutes: Math.floor(due / minuteMs) } };
  const pair = { number, otherNumber: second.number };
  if (secondDue === null) return { code: 'appointment-first', params: pair };
  return {
    code: 'appointment-earlier',
    params: { ...pair, minutes: Math.ceil((due - secondDue) / minuteMs) },
  };
}
