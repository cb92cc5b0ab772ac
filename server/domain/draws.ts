// From which services a counter's "next" draws now: its work profile of today, the services it is lent to, as far as whoever
// sits there may serve them, and only while a lending's condition holds.
import type { CounterId, ServiceId } from '../../protocol/ids.ts';
import type { BranchState } from './branch-state.ts';
import type { CentreRules, WorkProfile } from './centre-rules.ts';
import type { Ranking } from './dispatch/call-order.ts';
import type { Lending } from './events.ts';

const minuteMs = 60_000;

function profileAt(state: BranchState, rules: CentreRules, counterId: CounterId): WorkProfile {
  const other = state.counters.get(counterId)?.profileId ?? null;
  // A profile that the set-up no longer has leaves the counter with its own.
  return (other === null ? undefined : rules.profiles.get(other)) ?? rules.profileOf(counterId);
}

/** The services of its work profile of today. */
export function ownServices(
  state: BranchState,
  rules: CentreRules,
  counterId: CounterId,
): readonly ServiceId[] {
  return profileAt(state, rules, counterId).serviceIds;
}

/** The lendings that have not ended by then. */
export function lendingsAt(state: BranchState, counterId: CounterId, at: number): readonly Lending[] {
  return (state.counters.get(counterId)?.lendings ?? []).filter(({ until }) => until === null || at < until);
}

/** The services that the counter may be called to serve, whether or not a condition holds just then. */
export function mayServe(
  state: BranchState,
  rules: CentreRules,
  counterId: CounterId,
  at: number,
): ServiceId[] {
  const counter = state.counters.get(counterId);
  const lent = lendingsAt(state, counterId, at).map(({ serviceId }) => serviceId);
  const skills =
    counter === undefined || counter.status === 'closed' ? null : rules.skillsOf(counter.operatorId);
  return [...new Set([...ownServices(state, rules, counterId), ...lent])].filter(
    (id) => rules.services.has(id) && (skills === null || skills.has(id)),
  );
}

/** The services from which it draws at this moment. */
export function drawsFrom(
  state: BranchState,
  rules: CentreRules,
  counterId: CounterId,
  at: number,
): ServiceId[] {
  const { serviceIds, conditions } = profileAt(state, rules, counterId);
  const lendings = lendingsAt(state, counterId, at);
  return mayServe(state, rules, counterId, at).filter((id) => {
    const holds = (minutes: number | null) => isOver(state, id, minutes, at);
    if (serviceIds.includes(id) && holds(conditions.get(id) ?? null)) return true;
    return lendings.some(
      ({ serviceId, whileWaitOverMinutes }) => serviceId === id && holds(whileWaitOverMinutes),
    );
  });
}

export function rankingAt(state: BranchState, rules: CentreRules, counterId: CounterId): Ranking {
  return profileAt(state, rules, counterId).ranking;
}

/** Whether somebody whom any counter may call has waited there longer; null: there is no such condition. */
function isOver(state: BranchState, serviceId: ServiceId, minutes: number | null, at: number): boolean {
  if (minutes === null) return true;
  for (const ticket of state.tickets.values()) {
    if (
      ticket.status === 'waiting' &&
      ticket.serviceId === serviceId &&
      ticket.reservedFor === null &&
      at - ticket.joinedAt > minutes * minuteMs
    )
      return true;
  }
  return false;
}
