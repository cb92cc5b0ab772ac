// Queues, derived from the tickets: who waits for a service, who may be called at a counter, who is ahead of whom.
import type { CounterId, ServiceId, TicketId } from '../../protocol/ids.ts';
import type { DispatchReason } from '../../protocol/views/view-parts.ts';
import {
  type BranchState,
  isInHand,
  type StaffedCounter,
  type Ticket,
  type TicketInHand,
  type WaitingTicket,
} from './branch-state.ts';
import type { CentreRules } from './centre-rules.ts';
import { callOrder, callReason } from './dispatch/call-order.ts';
import { drawsFrom, rankingAt } from './draws.ts';

export function isWaiting(ticket: Ticket): ticket is WaitingTicket {
  return ticket.status === 'waiting';
}

/** Whom "next" at this counter draws from now: its profile's services, and whoever is kept for this counter. */
export function eligibleAt(
  state: BranchState,
  rules: CentreRules,
  counterId: CounterId,
  at: number,
): WaitingTicket[] {
  const services = new Set<ServiceId>(drawsFrom(state, rules, counterId, at));
  const eligible: WaitingTicket[] = [];
  for (const ticket of state.tickets.values()) {
    if (!isWaiting(ticket)) continue;
    if (ticket.reservedFor === null ? services.has(ticket.serviceId) : ticket.reservedFor === counterId)
      eligible.push(ticket);
  }
  return eligible;
}

/** Those in the order in which "next" at this counter calls them now. */
export function orderAt(
  state: BranchState,
  rules: CentreRules,
  counterId: CounterId,
  at: number,
): { readonly order: readonly WaitingTicket[]; readonly reason: DispatchReason | null } {
  const ranking = rankingAt(state, rules, counterId);
  const moment = { at, priorityRun: state.counters.get(counterId)?.priorityRun ?? 0 };
  const order = callOrder(eligibleAt(state, rules, counterId, at), moment, ranking);
  return { order, reason: order.length === 0 ? null : callReason(order, moment, ranking) };
}

export function waitingCount(state: BranchState): number {
  let count = 0;
  for (const ticket of state.tickets.values()) if (isWaiting(ticket)) count += 1;
  return count;
}

/** People waiting, by service. */
export function waitingByService(state: BranchState): Map<ServiceId, WaitingTicket[]> {
  const queues = new Map<ServiceId, WaitingTicket[]>();
  for (const ticket of state.tickets.values()) {
    if (!isWaiting(ticket)) continue;
    const queue = queues.get(ticket.serviceId);
    if (queue === undefined) queues.set(ticket.serviceId, [ticket]);
    else queue.push(ticket);
  }
  return queues;
}

export function ticketInHand(state: BranchState, counter: StaffedCounter): TicketInHand | null {
  const ticket: Ticket | undefined =
    counter.ticketInHand === null ? undefined : state.tickets.get(counter.ticketInHand as TicketId);
  return ticket !== undefined && isInHand(ticket) ? ticket : null;
}
