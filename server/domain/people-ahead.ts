// "People ahead": only those who will be called before this ticket, that is, those whom the counters serving its service
// would call first under the policy in force. The finished and the absent never count.
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import type { BranchState, WaitingTicket } from './branch-state.ts';
import type { CentreRules } from './centre-rules.ts';
import { callOrder } from './dispatch/call-order.ts';
import { mayServe } from './draws.ts';
import { eligibleAt, isWaiting } from './queue.ts';

/** The counters that call from this service: those open, or all that serve it where none is open. */
function callingCounters(
  state: BranchState,
  rules: CentreRules,
  serviceId: ServiceId,
  at: number,
): CounterId[] {
  const serving = [...rules.counters.keys()].filter((id) =>
    mayServe(state, rules, id, at).includes(serviceId),
  );
  const open = serving.filter((id) => (state.counters.get(id)?.status ?? 'closed') !== 'closed');
  return open.length > 0 ? open : serving;
}

/** All whom those counters draw from: the services they share, and whoever is kept for one of them. */
function sharedQueue(
  state: BranchState,
  rules: CentreRules,
  serviceId: ServiceId,
  at: number,
): WaitingTicket[] {
  const counters = new Set(callingCounters(state, rules, serviceId, at));
  const shared = new Set<ServiceId>([serviceId]);
  for (const id of counters) for (const service of mayServe(state, rules, id, at)) shared.add(service);
  const queue: WaitingTicket[] = [];
  for (const ticket of state.tickets.values()) {
    if (!isWaiting(ticket)) continue;
    if (ticket.reservedFor === null ? shared.has(ticket.serviceId) : counters.has(ticket.reservedFor))
      queue.push(ticket);
  }
  return queue;
}

/** How many would be called before a ticket issued now for this service. */
export function aheadOfNew(state: BranchState, rules: CentreRules, serviceId: ServiceId, at: number): number {
  return sharedQueue(state, rules, serviceId, at).length;
}

/** How many will be called before this waiting ticket; for one kept for a counter, those that counter calls first. */
export function aheadOf(state: BranchState, rules: CentreRules, ticket: WaitingTicket, at: number): number {
  const queue =
    ticket.reservedFor === null
      ? sharedQueue(state, rules, ticket.serviceId, at)
      : eligibleAt(state, rules, ticket.reservedFor, at);
  const order = callOrder(queue, { at, priorityRun: 0 }, rules.plainRanking);
  return Math.max(
    0,
    order.findIndex((each) => each.id === ticket.id),
  );
}
