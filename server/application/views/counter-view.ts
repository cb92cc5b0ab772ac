// The counter as its operator sees it: the ticket in hand, who waits in the order of "next", what is parked, and what
// may be done now.
import type { CounterId, DepartmentId } from '../../../protocol/ids.ts';
import type { CounterView } from '../../../protocol/views/counter-view.ts';
import type { ParkedTicket, Ticket, TicketInHand } from '../../domain/branch-state.ts';
import { orderAt, waitingByService } from '../../domain/queue.ts';
import { allowedActions } from './allowed-actions.ts';
import {
  counterHead,
  counterStatus,
  inHandAt,
  serviceName,
  staffedCounter,
  staffName,
  ticketView,
  type ViewInput,
} from './view-input.ts';

const waitingShown = 100;

export function counterView(input: ViewInput, counterId: CounterId): CounterView | null {
  const { state, rules } = input;
  const { setup } = rules;
  const counter = rules.counters.get(counterId);
  if (counter === undefined) return null;
  const staffed = staffedCounter(input, counterId);
  const ticket = inHandAt(input, counterId);
  const order = staffed === null ? [] : orderAt(state, rules, counterId, input.at).order;
  const parked = parkedAt(input, counterId);
  return {
    timeZone: setup.centre.timeZone,
    counter: { ...counterHead(input, counter), zoneId: counter.zoneId },
    operator:
      staffed === null ? null : { id: staffed.operatorId, name: staffName(input, staffed.operatorId) },
    ticket: ticket === null ? null : handView(input, ticket),
    waiting: order.slice(0, waitingShown).map((each) => listed(input, each, counterId)),
    waitingTotal: order.length,
    parked: parked.map((each) => ({
      ...listed(input, each, counterId),
      parkedAt: each.parkedAt,
      reason: each.reason,
    })),
    actions: allowedActions(input, {
      counterId,
      operatorId: staffed?.operatorId ?? null,
      ticket,
      firstWaiting: order[0],
      firstParked: parked[0],
    }),
    reason: ticket?.reason ?? null,
    pauseReason: staffed?.pauseReason ?? null,
    servedToday: state.counters.get(counterId)?.finishedToday ?? 0,
    transferTargets: transferTargets(input, counterId),
    pauseReasons: setup.pauseReasons,
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
    joinedAt: ticket.joinedAt,
    transferred: ticket.transferred,
    reservedForThisCounter: ticket.status === 'waiting' && ticket.reservedFor === counterId,
  };
}

function departmentName({ rules }: ViewInput, id: DepartmentId) {
  return rules.setup.departments.find((department) => department.id === id)?.name ?? { vi: id };
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
    note: ticket.note,
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
  };
}
