// What every view is built from, and the small looks that several views share. Views are pure: the same floor at the
// same time gives the same view.

import { fileUrl } from '../../../protocol/file-url.ts';
import type { CounterId, DepartmentId, ServiceId } from '../../../protocol/ids.ts';
import type { Notices } from '../../../protocol/notices.ts';
import type { CounterSetup } from '../../../protocol/setup-schema.ts';
import type {
  CallView,
  CounterHead,
  CounterStatus,
  PromiseView,
  TicketView,
} from '../../../protocol/views/view-parts.ts';
import type { BranchState, StaffedCounter, Ticket, TicketInHand } from '../../domain/branch-state.ts';
import type { Intake } from '../../domain/business-day.ts';
import type { CentreRules } from '../../domain/centre-rules.ts';
import { ticketInHand } from '../../domain/queue.ts';
import type { DeviceFacts } from '../device-facts.ts';
import type { Foresight } from '../estimates/wait-estimates.ts';

export type ViewInput = {
  readonly state: BranchState;
  readonly rules: CentreRules;
  /** Epoch ms. */
  readonly at: number;
  readonly intake: Intake;
  readonly devices: DeviceFacts;
  readonly notices: Notices;
  readonly estimates: Foresight;
  /** The newest call that the asker was shown; null: it may have been away, and is given all that is still announced. */
  readonly heardSeq: number | null;
};

export function ticketView(ticket: Ticket): TicketView {
  const { id, number, serviceId, status, issuedAt, priorityClass } = ticket;
  return { id, number, serviceId, status, issuedAt, priorityClass };
}

/** How much of its promise a ticket has used up by now, or by `until` (epoch ms). */
export function promiseView({ rules, at }: ViewInput, ticket: Ticket, until = at): PromiseView {
  const { kind, share, waitedMs, promisedMs } = rules.promises.used(ticket, until);
  return {
    ...{ kind, waitedMinutes: Math.floor(waitedMs / 60_000) },
    ...{ promisedMinutes: Math.round(promisedMs / 60_000), percent: Math.floor(share * 100) },
  };
}

export function counterStatus({ state }: ViewInput, id: CounterId): CounterStatus {
  return state.counters.get(id)?.status ?? 'closed';
}

export function counterHead(input: ViewInput, { id, number, name }: CounterSetup): CounterHead {
  return { id, number, name, status: counterStatus(input, id) };
}

export function staffedCounter({ state }: ViewInput, id: CounterId): StaffedCounter | null {
  const counter = state.counters.get(id);
  return counter === undefined || counter.status === 'closed' ? null : counter;
}

export function inHandAt(input: ViewInput, id: CounterId): TicketInHand | null {
  const counter = staffedCounter(input, id);
  return counter === null ? null : ticketInHand(input.state, counter);
}

export function staffName({ rules }: ViewInput, username: string): string {
  return rules.setup.staff.find((each) => each.username === username)?.name ?? username;
}

export function pauseReasonName({ rules }: ViewInput, id: string | null) {
  return rules.setup.pauseReasons.find((each) => each.id === id)?.name ?? null;
}

export function serviceName({ rules }: ViewInput, id: ServiceId) {
  return rules.services.get(id)?.name ?? { vi: id };
}

export function departmentName({ rules }: ViewInput, id: DepartmentId) {
  return rules.setup.departments.find((department) => department.id === id)?.name ?? { vi: id };
}

export function priorityName({ rules }: ViewInput, id: string | null) {
  return rules.setup.priorityClasses.find((each) => each.id === id)?.name ?? null;
}

const fewestServices = 5;

/** How long this service has taken today, half of the times, in seconds; null before enough were finished. */
export function usualSeconds({ state }: ViewInput, serviceId: ServiceId): number | null {
  const times: number[] = [];
  for (const ticket of state.tickets.values())
    if (ticket.status === 'finished' && ticket.serviceId === serviceId)
      times.push(ticket.finishedAt - ticket.startedAt);
  const middle = times.sort((a, b) => a - b)[Math.ceil(times.length / 2) - 1];
  return times.length < fewestServices || middle === undefined ? null : Math.round(middle / 1_000);
}

/**
 * The newest calls, newest first, with what the counter is called: so many, and all older ones that are wanted. Calls of
 * counters that are gone are left out.
 */
export function callViews(
  { state, rules }: ViewInput,
  zoneId: string | null,
  atLeast: number,
  isWanted: (call: { readonly at: number; readonly callSeq: number }) => boolean = () => false,
): CallView[] {
  const calls: CallView[] = [];
  for (let index = state.calls.length - 1; index >= 0; index -= 1) {
    const call = state.calls[index];
    if (calls.length >= atLeast && (call === undefined || !isWanted(call))) break;
    const counter = call === undefined ? undefined : rules.counters.get(call.counterId);
    if (call === undefined || counter === undefined || (zoneId !== null && counter.zoneId !== zoneId))
      continue;
    calls.push({ ...call, counterNumber: counter.number, zoneId: counter.zoneId });
  }
  return calls;
}

/** The centre as boards name it. */
export function shownCentre({ rules }: ViewInput) {
  const { name, look } = rules.setup.centre;
  return { name, logoUrl: look.logo === null ? null : fileUrl(look.logo) };
}

/** The officer's photo, where there is one. */
export function photoUrl({ rules }: ViewInput, username: string | null): string | null {
  const photo = rules.setup.staff.find((each) => each.username === username)?.photo ?? null;
  return photo === null ? null : fileUrl(photo);
}
