// The picture of the running floor: its queues and counters as they are, the log's figures scaled to today, and what only
// the caller knows: the session, which counters are in reserve, due or lent, and which services are looked at together.
import type { CounterId, ServiceId } from '../../../protocol/ids.ts';
import type { BranchState, Counter } from '../branch-state.ts';
import { localTime } from '../business-day.ts';
import type { CentreRules } from '../centre-rules.ts';
import { mayServe } from '../draws.ts';
import { ticketInHand, waitingByService } from '../queue.ts';
import { scaledToToday } from './expected-arrivals.ts';
import { halfHourMinutes, type StaffingFigures } from './staffing-figures.ts';
import {
  type CounterPicture,
  type ExpectedArrivals,
  type ServiceGroup,
  type StaffingPicture,
  sharedGroups,
} from './staffing-picture.ts';

export type FloorFacts = {
  readonly at: number;
  readonly sessionBeginsAt: number;
  readonly sessionEndsAt: number;
  readonly figures: StaffingFigures;
  readonly reserve: ReadonlySet<CounterId>;
  /** When closed counters are expected to open. */
  readonly due: ReadonlyMap<CounterId, number>;
  readonly lent: ReadonlyMap<CounterId, readonly ServiceId[]>;
  /** Null: the groups that follow from which counters share services, loans left out. */
  readonly groups: readonly ServiceGroup[] | null;
};

/** Before anybody was served: what a visit takes where nothing is known. */
const unknownServiceMs = 8 * 60_000;
/** Whoever has been served longer than usual is expected to take this share of the usual time still. */
const leastRest = 0.3;

export function floorPicture(state: BranchState, rules: CentreRules, facts: FloorFacts): StaffingPicture {
  const { at, figures, sessionBeginsAt, sessionEndsAt } = facts;
  const queues = waitingByService(state);
  const usual = [...rules.services.keys()].map((serviceId) => ({
    ...{ serviceId, usual: usualToday(facts, rules, serviceId) },
    arrivedToday: state.issuedByService.get(serviceId) ?? 0,
  }));
  const expected = scaledToToday(usual, at);
  const occupies = (serviceId: ServiceId) => figures.get(serviceId)?.occupiesMs ?? unknownServiceMs;
  const counters = [...rules.counters.keys()].map((counterId) =>
    counterPicture(state, facts, counterId, mayServe(state, rules, counterId, at), occupies),
  );
  const ownServices = counters.map(({ serviceIds, lentFor }) => ({
    serviceIds: serviceIds.filter((id) => !lentFor.includes(id)),
  }));
  return {
    ...{ at, sessionBeginsAt, sessionEndsAt, counters },
    groups: facts.groups ?? sharedGroups(ownServices),
    services: [...rules.services.keys()].map((serviceId) => {
      const joined = (queues.get(serviceId) ?? []).map(({ joinedAt }) => joinedAt);
      return {
        ...{ serviceId, waiting: joined.length, occupiesMs: occupies(serviceId) },
        longestWaitMs: joined.reduce((longest, each) => Math.max(longest, at - each), 0),
        expected: expected.get(serviceId) ?? [],
      };
    }),
  };
}

/** The log's half hours on today's clock. */
function usualToday({ at, figures }: FloorFacts, rules: CentreRules, serviceId: ServiceId) {
  const { minutes } = localTime(at, rules.setup.centre.timeZone);
  const midnight = at - (at % 60_000) - minutes * 60_000;
  const halfHours = [...(figures.get(serviceId)?.halfHours ?? [])].sort(([a], [b]) => a - b);
  return halfHours.map(([minute, visitors]): ExpectedArrivals => {
    const fromAt = midnight + minute * 60_000;
    return { fromAt, toAt: fromAt + halfHourMinutes * 60_000, visitors };
  });
}

function counterPicture(
  state: BranchState,
  { at, reserve, due, lent }: FloorFacts,
  counterId: CounterId,
  serviceIds: readonly ServiceId[],
  occupies: (serviceId: ServiceId) => number,
): CounterPicture {
  const counter: Counter | undefined = state.counters.get(counterId);
  const staffed = counter === undefined || counter.status === 'closed' ? null : counter;
  const ticket = staffed === null ? null : ticketInHand(state, staffed);
  const usualMs = ticket === null ? 0 : occupies(ticket.serviceId);
  return {
    ...{ counterId, serviceIds, reserve: reserve.has(counterId), lentFor: lent.get(counterId) ?? [] },
    status: staffed?.status ?? 'closed',
    openedAt: staffed?.openedAt ?? null,
    opensAt: staffed === null ? (due.get(counterId) ?? null) : null,
    busyForMs: ticket === null ? 0 : Math.max(usualMs * leastRest, usualMs - (at - ticket.calledAt)),
  };
}
