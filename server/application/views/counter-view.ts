// The counter as its operator sees it: the ticket in hand, who waits in the order of "next", what is parked, and what
// may be done now.
import type { CounterId } from '../../../protocol/ids.ts';
import type { CounterView } from '../../../protocol/views/counter-view.ts';
import type { ParkedTicket, StaffedCounter, Ticket, TicketInHand } from '../../domain/branch-state.ts';
import { sessionEnd } from '../../domain/business-day.ts';
import { servedOnlyAt } from '../../domain/commands/close-counter.ts';
import { undoUntil } from '../../domain/commands/undo-step.ts';
import { drawsFrom, mayServe, ownServices } from '../../domain/draws.ts';
import { orderAt, waitingByService } from '../../domain/queue.ts';
import { allowedActions } from './allowed-actions.ts';
import {
  counterHead,
  counterStatus,
  departmentName,
  inHandAt,
  priorityName,
  promiseView,
  serviceName,
  staffedCounter,
  staffName,
  ticketView,
  usualSeconds,
  type ViewInput,
} from './view-input.ts';

const waitingShown = 100;
const missedShown = 12;

export function counterView(input: ViewInput, counterId: CounterId): CounterView | null {
  const { state, rules } = input;
  const { setup } = rules;
  const counter = rules.counters.get(counterId);
  if (counter === undefined) return null;
  const staffed = staffedCounter(input, counterId);
  const ticket = inHandAt(input, counterId);
  const next = orderAt(state, rules, counterId, input.at);
  const order = staffed === null ? [] : next.order;
  const parked = parkedAt(input, counterId);
  const missed = missedAt(input, counterId);
  return {
    timeZone: setup.centre.timeZone,
    counter: { ...counterHead(input, counter), zoneId: counter.zoneId },
    operator:
      staffed === null
        ? null
        : {
            ...{ id: staffed.operatorId, name: staffName(input, staffed.operatorId) },
            since: staffed.openedAt,
          },
    ticket: ticket === null ? null : handView(input, ticket),
    waiting: order.slice(0, waitingShown).map((each) => listed(input, each, counterId)),
    waitingTotal: order.length,
    nextReason: order.length === 0 ? null : next.reason,
    parked: parked.map((each) => ({
      ...listed(input, each, counterId),
      parkedAt: each.parkedAt,
      ...{ reason: each.reason, backAt: each.backAt },
    })),
    missed,
    actions: allowedActions(input, {
      counterId,
      operatorId: staffed?.operatorId ?? null,
      ticket,
      callable: (order[0] ?? missed[0])?.id,
      firstParked: parked[0],
    }),
    reason: ticket?.reason ?? null,
    pauseReason: staffed?.pauseReason ?? null,
    ...{ pausedAt: staffed?.pausedAt ?? null, backAt: staffed?.backAt ?? null },
    helpSince: staffed?.helpSince ?? null,
    undo: undoOf(input, staffed),
    draws: drawsOf(input, counterId),
    servedOnlyHere: staffed === null ? 0 : servedOnlyAt(state, rules, counterId, input.at).length,
    sessionEndsAt: sessionEnd(input.at, setup.hours, setup.centre.timeZone),
    servedToday: state.counters.get(counterId)?.finishedToday ?? 0,
    transferTargets: transferTargets(input, counterId),
    ...{ pauseReasons: setup.pauseReasons, outcomes: setup.outcomes },
  };
}

function parkedAt({ state }: ViewInput, counterId: CounterId): ParkedTicket[] {
  const parked: ParkedTicket[] = [];
  for (const ticket of state.tickets.values())
    if (ticket.status === 'parked' && ticket.counterId === counterId) parked.push(ticket);
  return parked.sort((a, b) => a.parkedAt - b.parkedAt);
}

function listed(input: ViewInput, ticket: Ticket, counterId: CounterId) {
  return {
    ...ticketView(ticket),
    serviceName: serviceName(input, ticket.serviceId),
    ...{ joinedAt: ticket.joinedAt, transferred: ticket.transferred, returned: ticket.returned },
    reservedForThisCounter: ticket.status === 'waiting' && ticket.reservedFor === counterId,
    ...{ appointmentAt: ticket.appointmentAt, note: ticket.note },
    priorityName: priorityName(input, ticket.priorityClass),
    promise: promiseView(input, ticket),
    ...{ turnsToWait: ticket.turnsToWait, passed: ticket.passed },
  };
}

/** Who was absent here or for what is served here, and may come back today. */
function missedAt(input: ViewInput, counterId: CounterId): CounterView['missed'] {
  const services = new Set<string>(mayServe(input.state, input.rules, counterId, input.at));
  const { timesAtMost } = input.rules.setup.dispatch.returns;
  const missed: CounterView['missed'] = [];
  for (const ticket of input.state.tickets.values()) {
    if (ticket.status !== 'no-show') continue;
    if (ticket.counterId !== counterId && !services.has(ticket.serviceId)) continue;
    const { missedAt, returns } = ticket;
    missed.push({ ...listed(input, ticket, counterId), missedAt, mayReturn: returns < timesAtMost });
  }
  return missed.sort((a, b) => b.missedAt - a.missedAt).slice(0, missedShown);
}

function undoOf({ at }: ViewInput, counter: StaffedCounter | null): CounterView['undo'] {
  const lastStep = counter?.lastStep ?? null;
  const until = undoUntil(lastStep, at);
  return lastStep === null || until === null
    ? null
    : { step: lastStep.step, number: lastStep.before.number, until };
}

function drawsOf(input: ViewInput, counterId: CounterId): CounterView['draws'] {
  const own = new Set(ownServices(input.state, input.rules, counterId));
  return drawsFrom(input.state, input.rules, counterId, input.at).map((id) => ({
    ...{ serviceId: id, name: serviceName(input, id), lent: !own.has(id) },
  }));
}

function handView(input: ViewInput, ticket: TicketInHand): NonNullable<CounterView['ticket']> {
  return {
    ...ticketView(ticket),
    serviceName: serviceName(input, ticket.serviceId),
    departmentName: departmentName(input, ticket.departmentId),
    joinedAt: ticket.joinedAt,
    calledAt: ticket.calledAt,
    startedAt: ticket.status === 'serving' ? ticket.startedAt : null,
    recalls: ticket.recalls,
    journey: [...ticket.journey],
    journeyNames: ticket.journey.map((id) => serviceName(input, id)),
    ...{ note: ticket.note, dossierCode: ticket.dossierCode, appointmentAt: ticket.appointmentAt },
    ...{ transferred: ticket.transferred, returned: ticket.returned },
    priorityName: priorityName(input, ticket.priorityClass),
    usualSeconds: usualSeconds(input, ticket.serviceId),
    promise: promiseView(input, ticket, ticket.calledAt),
    suggestNoShow:
      ticket.status === 'called' && ticket.recalls >= input.rules.setup.dispatch.suggestNoShowAfterRecalls,
  };
}

function transferTargets(input: ViewInput, counterId: CounterId): CounterView['transferTargets'] {
  const { setup } = input.rules;
  const waiting = waitingByService(input.state);
  return {
    services: setup.services.map(({ id, name, departmentId }) => ({
      id,
      name,
      departmentName: departmentName(input, departmentId),
      waiting: waiting.get(id)?.length ?? 0,
    })),
    counters: setup.counters
      .filter(({ id }) => id !== counterId && counterStatus(input, id) !== 'closed')
      .map((counter) => counterHead(input, counter)),
    people: setup.counters.flatMap(({ id, number }) => {
      const staffed = id === counterId ? null : staffedCounter(input, id);
      if (staffed === null) return [];
      const { operatorId } = staffed;
      return [{ operatorId, name: staffName(input, operatorId), counterNumber: number }];
    }),
  };
}
