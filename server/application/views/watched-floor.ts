// The floor as the supervisor watches it: counters with what they have in hand and for how long, queues against what was
// promised, who waits, and who could be asked to open a counter.

import type { CounterId, OperatorId, ServiceId } from '../../../protocol/ids.ts';
import type { CounterSetup } from '../../../protocol/setup-schema.ts';
import type {
  SupervisorView,
  WatchedCounter,
  WatchedQueue,
} from '../../../protocol/views/supervisor-view.ts';
import type { PromiseView } from '../../../protocol/views/view-parts.ts';
import type { BranchState, TicketInHand, WaitingTicket } from '../../domain/branch-state.ts';
import { servedOnlyAt } from '../../domain/commands/close-counter.ts';
import { drawsFrom, lendingsAt, mayServe } from '../../domain/draws.ts';
import { isWaiting } from '../../domain/queue.ts';
import { estimateView } from '../estimates/wait-estimates.ts';
import {
  counterHead,
  departmentName,
  inHandAt,
  pauseReasonName,
  promiseView,
  serviceName,
  staffedCounter,
  staffName,
  ticketView,
  type ViewInput,
} from './view-input.ts';

const waitingShown = 200;
/** Fewer services than this say nothing of how long one usually takes. */
const enoughForUsual = 5;

export type WatchedFloor = Pick<
  SupervisorView,
  | 'counters'
  | 'queues'
  | 'waiting'
  | 'intakeStopped'
  | 'profiles'
  | 'priorityClasses'
  | 'freeOperators'
  | 'zones'
>;

export function watchedFloor(input: ViewInput): WatchedFloor {
  const { state, rules } = input;
  const { setup } = rules;
  const waiting = standingOf(input);
  const known = {
    usual: usualTimes(state),
    eligible: eligibleCounts(waiting),
    leftAlone: leftAloneAt(input),
  };
  const counters = setup.counters.map((counter) => watchedCounter(input, counter, known));
  return {
    ...{ counters, queues: watchedQueues(input, counters, waiting), waiting: waitingList(input, waiting) },
    intakeStopped: state.intakeStopped.has('all'),
    profiles: setup.profiles.map(({ id, name, serviceIds }) => ({ id, name, serviceIds })),
    priorityClasses: setup.priorityClasses.map(({ id, name }) => ({ id, name })),
    freeOperators: freeOperators(input),
    zones: setup.zones.map(({ id, name, floor }) => ({ id, name, floor })),
  };
}

/** Who waits, and how much of the promise has been used up: reckoned once for queues, counters and the list. */
type Standing = { readonly ticket: WaitingTicket; readonly promise: PromiseView };

function standingOf(input: ViewInput): Standing[] {
  const standing: Standing[] = [];
  for (const ticket of input.state.tickets.values())
    if (isWaiting(ticket)) standing.push({ ticket, promise: promiseView(input, ticket) });
  return standing;
}

/** How many a counter that draws from these services could call: `eligibleAt`, counted once for all counters. */
function eligibleCounts(standing: readonly Standing[]) {
  const byService = new Map<ServiceId, number>();
  const byCounter = new Map<CounterId, number>();
  for (const { ticket } of standing) {
    const { reservedFor, serviceId } = ticket;
    if (reservedFor === null) byService.set(serviceId, (byService.get(serviceId) ?? 0) + 1);
    else byCounter.set(reservedFor, (byCounter.get(reservedFor) ?? 0) + 1);
  }
  return (id: CounterId, serviceIds: readonly ServiceId[]) =>
    serviceIds.reduce((sum, each) => sum + (byService.get(each) ?? 0), byCounter.get(id) ?? 0);
}

/** Whom a closing would leave alone; asked of the domain only where a counter is the last one for some service or keeps somebody. */
function leftAloneAt({ state, rules, at }: ViewInput) {
  const staffed = [...state.counters.values()].filter(({ status }) => status !== 'closed');
  const served = new Map(staffed.map(({ id }) => [id, mayServe(state, rules, id, at)]));
  const servers = new Map<ServiceId, number>();
  for (const each of [...served.values()].flat()) servers.set(each, (servers.get(each) ?? 0) + 1);
  const keeping = new Set(
    [...state.tickets.values()].map((ticket) => (isWaiting(ticket) ? ticket.reservedFor : null)),
  );
  return (id: CounterId) =>
    served.has(id) && (keeping.has(id) || served.get(id)?.some((each) => servers.get(each) === 1))
      ? servedOnlyAt(state, rules, id, at).length
      : 0;
}

type Known = {
  readonly usual: UsualTimes;
  readonly eligible: ReturnType<typeof eligibleCounts>;
  readonly leftAlone: ReturnType<typeof leftAloneAt>;
};

function watchedCounter(
  input: ViewInput,
  counter: CounterSetup,
  { usual, eligible, leftAlone }: Known,
): WatchedCounter {
  const { state, rules, at } = input;
  const { id } = counter;
  const staffed = staffedCounter(input, id);
  const ticket = inHandAt(input, id);
  const known = state.counters.get(id);
  const other = known?.profileId ?? null;
  const serviceIds = drawsFrom(state, rules, id, at);
  return {
    ...counterHead(input, counter),
    zoneId: counter.zoneId,
    operator:
      staffed === null ? null : staffedBy(input, staffed.operatorId, staffName(input, staffed.operatorId)),
    openedAt: staffed?.openedAt ?? null,
    ticket: ticket === null ? null : handView(input, ticket, usual),
    pauseReason: pauseReasonName(input, staffed?.pauseReason ?? null),
    ...{ pausedAt: staffed?.pausedAt ?? null, backAt: staffed?.backAt ?? null },
    helpSince: staffed?.helpSince ?? null,
    finishedToday: known?.finishedToday ?? 0,
    ...{ profileId: other ?? counter.profileId, ownProfile: other === null },
    lendings: lendingsAt(state, id, at).map((each) => ({ ...each })),
    serviceIds,
    waiting: eligible(id, serviceIds),
    leftAlone: leftAlone(id),
  };
}

function staffedBy({ rules }: ViewInput, id: OperatorId, name: string) {
  const skills = rules.skillsOf(id);
  return { id, name, skills: skills === null ? null : [...skills] };
}

function handView(
  input: ViewInput,
  ticket: TicketInHand,
  usual: UsualTimes,
): NonNullable<WatchedCounter['ticket']> {
  return {
    ...ticketView(ticket),
    serviceName: serviceName(input, ticket.serviceId),
    ...{ calledAt: ticket.calledAt, startedAt: ticket.status === 'serving' ? ticket.startedAt : null },
    recalls: ticket.recalls,
    usualMs: usual.get(ticket.serviceId) ?? null,
  };
}

/** How long each service took today in the middle of all, ms; only where there are enough to say so. */
type UsualTimes = ReadonlyMap<ServiceId, number>;

function usualTimes(state: BranchState): UsualTimes {
  const times = new Map<ServiceId, number[]>();
  for (const ticket of state.tickets.values()) {
    if (ticket.status !== 'finished') continue;
    const known = times.get(ticket.serviceId);
    const took = ticket.finishedAt - ticket.startedAt;
    if (known === undefined) times.set(ticket.serviceId, [took]);
    else known.push(took);
  }
  const usual = new Map<ServiceId, number>();
  for (const [serviceId, each] of times) {
    if (each.length >= enoughForUsual)
      usual.set(serviceId, each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? 0);
  }
  return usual;
}

function watchedQueues(
  input: ViewInput,
  counters: readonly WatchedCounter[],
  standing: readonly Standing[],
): WatchedQueue[] {
  const { state, rules, at } = input;
  const waiting = new Map<ServiceId, Standing[]>();
  for (const each of standing) {
    const queue = waiting.get(each.ticket.serviceId);
    if (queue === undefined) waiting.set(each.ticket.serviceId, [each]);
    else queue.push(each);
  }
  const working = counters.filter(({ status }) => status === 'open');
  const stopped = (id: ServiceId) => state.intakeStopped.has('all') || state.intakeStopped.has(id);
  return rules.setup.services.map(({ id, departmentId, name, seriesId }) => {
    const queue = waiting.get(id) ?? [];
    const shares = queue.map(({ promise }) => promise.percent);
    return {
      ...{ serviceId: id, departmentId, name, departmentName: departmentName(input, departmentId) },
      prefix: rules.series.get(seriesId)?.prefix ?? '',
      waiting: queue.length,
      longestWaitMs: queue.reduce((longest, { ticket }) => Math.max(longest, at - ticket.joinedAt), 0),
      overPromise: shares.filter((percent) => percent >= 100).length,
      worstPercent: Math.max(0, ...shares),
      openCounters: working.filter(({ serviceIds }) => serviceIds.includes(id)).length,
      intakeOpen: input.intake.open && !stopped(id),
      estimate: estimateView(input.estimates.ofNewcomer(id, null)),
    };
  });
}

function waitingList(input: ViewInput, standing: readonly Standing[]): SupervisorView['waiting'] {
  return standing
    .toSorted((a, b) => b.promise.percent - a.promise.percent || a.ticket.joinedAt - b.ticket.joinedAt)
    .slice(0, waitingShown)
    .map(({ ticket, promise }) => ({
      ...ticketView(ticket),
      serviceName: serviceName(input, ticket.serviceId),
      ...{ joinedAt: ticket.joinedAt, promise },
      ...{ transferred: ticket.transferred, appointmentAt: ticket.appointmentAt },
    }));
}

function freeOperators(input: ViewInput): SupervisorView['freeOperators'] {
  const { state, rules } = input;
  const sitting = new Set<string>();
  for (const counter of state.counters.values())
    if (counter.status !== 'closed') sitting.add(counter.operatorId);
  return rules.setup.staff
    .filter(({ username, roles }) => roles.includes('operator') && !sitting.has(username))
    .map(({ username, name }) => staffedBy(input, username, name));
}
