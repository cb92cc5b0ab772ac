// In which order a counter calls those it may call. For every policy alike: who comes back and is due goes first, then who
// has been passed too often (the longest waiting first), then the profile's ranks, then the policy's urgency times the
// profile's weight; who comes back and has turns to wait goes last, so that a free counter never sits idle.
import type { DispatchReason } from '../../../protocol/views/view-parts.ts';
import type { CallMoment, DispatchPolicy, Queued } from './dispatch-policy.ts';

/** What a counter's work profile says of a service; unnamed services have rank 1 and weight 1. */
export type ServiceTerms = { readonly rank: number; readonly weight: number };
export type Ranking = {
  readonly policy: DispatchPolicy;
  /** Infinity where the policy promises no bound. */
  readonly passedAtMost: number;
  readonly terms: ReadonlyMap<string, ServiceTerms>;
};

const plainTerms: ServiceTerms = { rank: 1, weight: 1 };
const termsOf = ({ serviceId }: Queued, { terms }: Ranking) => terms.get(serviceId) ?? plainTerms;

const lastTier = 3;
/** 0 due, 1 passed too often, 2 the ordinary order, 3 has turns to wait. */
function tierOf({ turnsToWait, passed }: Queued, passedAtMost: number): number {
  if (turnsToWait === 0) return 0;
  if (turnsToWait !== null) return lastTier;
  return passed >= passedAtMost ? 1 : 2;
}

type Place = { readonly tier: number; readonly rank: number; readonly urgency: number };

function placeOf(ticket: Queued, moment: CallMoment, ranking: Ranking): Place {
  const tier = tierOf(ticket, ranking.passedAtMost);
  if (tier !== 2) return { tier, rank: 0, urgency: tier === lastTier ? -(ticket.turnsToWait ?? 0) : 0 };
  const { rank, weight } = termsOf(ticket, ranking);
  return { tier, rank, urgency: ranking.policy.urgency(ticket, moment) * weight };
}

function compare(a: Place, b: Place, first: Queued, second: Queued): number {
  return (
    a.tier - b.tier ||
    a.rank - b.rank ||
    b.urgency - a.urgency ||
    first.joinedAt - second.joinedAt ||
    first.order - second.order
  );
}

/** The whole order; nobody is left out and nobody is added. */
export function callOrder<T extends Queued>(
  eligible: readonly T[],
  moment: CallMoment,
  ranking: Ranking,
): T[] {
  const placed = eligible.map((ticket) => ({ ticket, place: placeOf(ticket, moment, ranking) }));
  placed.sort((a, b) => compare(a.place, b.place, a.ticket, b.ticket));
  return placed.map(({ ticket }) => ticket);
}

/** The place in the list of whoever is called first; -1 for an empty list. The same answer as `callOrder`, in one pass. */
export function firstToCall(eligible: readonly Queued[], moment: CallMoment, ranking: Ranking): number {
  let first = -1;
  let best: Place | null = null;
  for (const [index, ticket] of eligible.entries()) {
    const place = placeOf(ticket, moment, ranking);
    const before = eligible[first];
    if (best !== null && before !== undefined && compare(best, place, before, ticket) <= 0) continue;
    first = index;
    best = place;
  }
  return first;
}

/** Why the first of an order comes first. */
export function callReason(order: readonly Queued[], moment: CallMoment, ranking: Ranking): DispatchReason {
  const [first, second] = order;
  if (first === undefined) throw new RangeError('nobody waits');
  const tier = tierOf(first, ranking.passedAtMost);
  const { number, passed } = first;
  if (tier === 0) return { code: 'due', params: { number } };
  if (tier === 1) return { code: 'passed-too-often', params: { number, passed } };
  if (tier === lastTier) return reasonOfReturn(first, second);
  if (second === undefined) return ranking.policy.reason(first, second, moment);
  const pair = { number, otherNumber: second.number };
  if (second.turnsToWait !== null)
    return { code: 'before-return', params: { ...pair, turns: second.turnsToWait } };
  const [mine, theirs] = [termsOf(first, ranking), termsOf(second, ranking)];
  if (mine.rank !== theirs.rank) return { code: 'profile-order', params: pair };
  // The policy would give a reason for the opposite where only the weights turned its order round.
  const { policy } = ranking;
  if (mine.weight !== theirs.weight && policy.urgency(first, moment) < policy.urgency(second, moment))
    return { code: 'profile-weight', params: pair };
  return policy.reason(first, second, moment);
}

/** Only people who come back wait: who has fewest turns left goes first. */
function reasonOfReturn({ number, turnsToWait }: Queued, second: Queued | undefined): DispatchReason {
  if (second === undefined) return { code: 'nobody-else', params: { number } };
  const params = { number, turns: turnsToWait ?? 0, otherNumber: second.number };
  return { code: 'fewest-turns', params: { ...params, otherTurns: second.turnsToWait ?? 0 } };
}

/** Whom a call passes: those that the counter could have called and who joined before the called one. */
export function isPassedBy(waiting: Pick<Queued, 'joinedAt'>, called: Pick<Queued, 'joinedAt'>): boolean {
  return waiting.joinedAt < called.joinedAt;
}
