// What a booked time is worth: from `earlyMinutes` before it whoever came in time for it counts as waiting for it; who came
// more than `lateMinutes` after it is a walk-in with a credit of waiting. Once sent on or absent, one is a walk-in too.
import type { DispatchSetup } from '../../../protocol/dispatch-setup.ts';
import { minuteMs, type Queued } from './dispatch-policy.ts';

export type Appointments = {
  /** When the ticket begins to wait for its appointment; null when it has none, or none any more. */
  countsFrom(ticket: Queued): number | null;
  /** So much longer does it count as having waited: the credit of who came too late, else 0. */
  creditMs(ticket: Queued): number;
};

export function appointmentsOf({ appointments }: DispatchSetup): Appointments {
  const { earlyMinutes, lateMinutes, lateCreditMinutes } = appointments;
  // By when one came and not by the time now: whoever came in time keeps the appointment while the centre is late.
  const isLate = ({ issuedAt, appointmentAt }: Queued) =>
    appointmentAt !== null && issuedAt > appointmentAt + lateMinutes * minuteMs;
  const isUsedUp = ({ transferred, returned }: Queued) => transferred || returned;
  return {
    countsFrom(ticket) {
      if (ticket.appointmentAt === null || isUsedUp(ticket) || isLate(ticket)) return null;
      return ticket.appointmentAt - earlyMinutes * minuteMs;
    },
    creditMs: (ticket) => (isLate(ticket) && !isUsedUp(ticket) ? lateCreditMinutes * minuteMs : 0),
  };
}
