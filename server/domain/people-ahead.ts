// "People ahead": only those who will be called before this ticket, that is, those whom the counters serving its service
// would call first under the policy in force. The finished and the absent never count.
import type { ServiceId } from '../../protocol/ids.ts';
import type { BranchState, WaitingTicket } from './branch-state.ts';
import type { CentreRules } from './centre-rules.ts';
import { dispatchPolicies } from './dispatch/policies.ts';
import { isWaiting } from './queue.ts';

/** The services drawn together with this one: by the open counters that serve it, or by all where none is open. */
function sharedServices(state: BranchState, rules: CentreRules, serviceId: ServiceId): Set<ServiceId> {
  const serving = [...rules.servicesOf].filter(([, services]) => services.includes(serviceId));
  const open = serving.filter(
    ([counterId]) => (state.counters.get(counterId)?.status ?? 'closed') !== 'closed',
  );
  const shared = new Set<ServiceId>([serviceId]);
  for (const [, services] of open.length > 0 ? open : serving)
    for (const service of services) shared.add(service);
  return shared;
}

function sharedQueue(state: BranchState, rules: CentreRules, serviceId: ServiceId): WaitingTicket[] {
  const shared = sharedServices(state, rules, serviceId);
  const queue: WaitingTicket[] = [];
  for (const ticket of state.tickets.values()) {
    if (isWaiting(ticket) && ticket.reservedFor === null && shared.has(ticket.serviceId)) queue.push(ticket);
  }
  return queue;
}

/** How many would be called before a ticket issued now for this service. */
export function aheadOfNew(state: BranchState, rules: CentreRules, serviceId: ServiceId): number {
  return sharedQueue(state, rules, serviceId).length;
}

/** How many will be called before this waiting ticket; 0 for one kept for a counter, which goes first there. */
export function aheadOf(state: BranchState, rules: CentreRules, ticket: WaitingTicket, at: number): number {
  if (ticket.reservedFor !== null) return 0;
  const order = dispatchPolicies[rules.setup.dispatch.policy].order(
    sharedQueue(state, rules, ticket.serviceId),
    at,
  );
  return Math.max(
    0,
    order.findIndex((each) => each.id === ticket.id),
  );
}
