// Gathers what the wait estimator needs from the state: who is ahead, which counters are open, today's service times.
import type { TicketId } from '../../protocol/ids.ts';
import type { EstimateView } from '../../protocol/views/view-parts.ts';
import type { BranchState } from '../domain/branch-state.ts';
import type { CentreRules } from '../domain/centre-rules.ts';
import { aheadOf } from '../domain/people-ahead.ts';
import { waitEstimators } from '../domain/wait-estimate/estimators.ts';

/** The estimate for a waiting ticket in whole seconds; null where nothing is known or it does not wait. */
export function estimateOf(
  state: BranchState,
  rules: CentreRules,
  ticketId: TicketId,
  at: number,
): EstimateView | null {
  const ticket = state.tickets.get(ticketId);
  if (ticket?.status !== 'waiting') return null;
  const serving = [...rules.servicesOf].filter(
    ([id, services]) =>
      (ticket.reservedFor === null ? services.includes(ticket.serviceId) : id === ticket.reservedFor) &&
      state.counters.get(id)?.status === 'open',
  );
  const services = new Set(serving.flatMap(([, each]) => each));
  const serviceTimesMs: number[] = [];
  for (const other of state.tickets.values()) {
    if (other.status === 'finished' && services.has(other.serviceId))
      serviceTimesMs.push(other.finishedAt - other.startedAt);
  }
  const estimate = waitEstimators['todays-pace']({
    ticket,
    ahead: aheadOf(state, rules, ticket, at),
    openCounters: serving.length,
    serviceTimesMs,
  });
  if (estimate === null) return null;
  const seconds = (ms: number) => Math.round(ms / 1_000);
  return {
    lowSeconds: seconds(estimate.lowMs),
    medianSeconds: seconds(estimate.medianMs),
    highSeconds: seconds(estimate.highMs),
  };
}
