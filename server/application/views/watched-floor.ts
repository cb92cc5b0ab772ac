// The floor as the supervisor watches it: counters with what they have in hand and for how long, queues against what was
// promised, who waits, and who could be asked to open a counter.

import type { OperatorId, ServiceId } from '../../../protocol/ids.ts';
import type { CounterSetup } from '../../../protocol/setup-schema.ts';
import type {
  SupervisorView,
  WatchedCounter,
  WatchedQueue,
} from '../../../protocol/views/supervisor-view.ts';
import type { BranchState, TicketInHand, WaitingTicket } from '../../domain/branch-state.ts';
import { servedOnlyAt } from '../../domain/commands/close-counter.ts';
import { drawsFrom } from '../../domain/draws.ts';
import { eligibleAt, isWaiting, waitingByService } from '../../domain/queue.ts';
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
  const usual = usualTimes(state);
  const counters = setup.counters.map((counter) => watchedCounter(input, counter, usual));
  return {
    ...{ counters, queues: watchedQueues(input, counters), waiting: waitingList(input) },
    intakeStopped: state.intakeStopped.has('all'),
    profiles: setup.profiles.map(({ id, name, serviceIds }) => ({ id, name, serviceIds })),
    priorityClasses: setup.priorityClasses.map(({ id, name }) => ({ id, name })),
    freeOperators: freeOperators(input),
    zones: setup.zones.map(({ id, name, floor }) => ({ id, name, floor })),
  };
}

function watchedCounter(input: ViewInput, counter: CounterSetup, usual: UsualTimes): WatchedCounter {
  const { state, rules, at } = input;
  const { id } = counter;
  const staffed = staffedCounter(input, id);
  const ticket = inHandAt(input, id);
  const known = state.counters.get(id);
  const other = known?.profileId ?? null;
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
    lendings: (known?.lendings ?? []).map((each) => ({ ...each })),
    serviceIds: drawsFrom(state, rules, id, at),
    waiting: eligibleAt(state, rules, id, at).length,
    leftAlone: staffed === null ? 0 : servedOnlyAt(state, rules, id, at).length,
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

function watchedQueues(input: ViewInput, counters: readonly WatchedCounter[]): WatchedQueue[] {
  const { state, rules, at } = input;
  const waiting = waitingByService(state);
  const working = counters.filter(({ status }) => status === 'open');
  const stopped = (id: ServiceId) => state.intakeStopped.has('all') || state.intakeStopped.has(id);
  return rules.setup.services.map(({ id, departmentId, name, seriesId }) => {
    const queue = waiting.get(id) ?? [];
    const shares = queue.map((ticket) => rules.promises.used(ticket, at).share);
    return {
      ...{ serviceId: id, departmentId, name, departmentName: departmentName(input, departmentId) },
      prefix: rules.series.get(seriesId)?.prefix ?? '',
      waiting: queue.length,
      longestWaitMs: queue.reduce((longest, ticket) => Math.max(longest, at - ticket.joinedAt), 0),
      overPromise: shares.filter((share) => share >= 1).length,
      worstPercent: Math.round(Math.max(0, ...shares) * 100),
      openCounters: working.filter(({ serviceIds }) => serviceIds.includes(id)).length,
      intakeOpen: input.intake.open && !stopped(id),
      estimate: estimateView(input.estimates.ofNewcomer(id, null)),
    };
  });
}

function waitingList(input: ViewInput): SupervisorView['waiting'] {
  const waiting: WaitingTicket[] = [...input.state.tickets.values()].filter(isWaiting);
  return waiting
    .map((ticket) => ({
      ...ticketView(ticket),
      serviceName: serviceName(input, ticket.serviceId),
      joinedAt: ticket.joinedAt,
      promise: promiseView(input, ticket),
      ...{ transferred: ticket.transferred, appointmentAt: ticket.appointmentAt },
    }))
    .sort((a, b) => b.promise.percent - a.promise.percent || a.joinedAt - b.joinedAt)
    .slice(0, waitingShown);
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
