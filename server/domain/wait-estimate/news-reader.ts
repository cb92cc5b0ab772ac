// What the wait estimator learns from, read out of the journal's rows: today's as they come, and those of past days. It keeps
// what a row does not say itself (which service a ticket is for) and nothing else.
import type { CounterId, OperatorId, PriorityClassId, ServiceId, TicketId } from '../../../protocol/ids.ts';
import type { CentreRules } from '../centre-rules.ts';
import type { DomainEvent, EventType, RecordedEvent } from '../events.ts';
import type { CounterNews, FloorNews, TicketNews } from './floor-news.ts';
import { calendarOf } from './picture-of.ts';

type Known = {
  serviceId: ServiceId;
  priorityClass: PriorityClassId | null;
  readonly appointmentAt: number | null;
};
type OfTicket = Extract<DomainEvent, { readonly ticketId: TicketId }>;
export type NewsReader = {
  read(row: RecordedEvent): FloorNews[];
  /** The counters that were open on the last day on which anybody worked. */
  usual(): ReadonlySet<CounterId>;
};

const ticketKinds: Partial<Record<EventType, TicketNews['kind']>> = {
  'ticket-issued': 'arrived',
  'ticket-cancelled': 'cancelled',
  'ticket-called': 'called',
  'service-started': 'started',
  'service-finished': 'finished',
  'ticket-no-show': 'no-show',
  'ticket-returned': 'returned',
  'ticket-transferred': 'transferred',
};
const counterKinds: Partial<Record<EventType, CounterNews['kind']>> = {
  'counter-opened': 'counter-opened',
  'counter-closed': 'counter-closed',
  'counter-paused': 'counter-paused',
  'counter-resumed': 'counter-resumed',
};

export function newsReader(rules: () => CentreRules, alwaysOpen: boolean): NewsReader {
  const tickets = new Map<TicketId, Known>();
  let today = new Set<CounterId>();
  let before: ReadonlySet<CounterId> = new Set();

  const ofDay = (at: number): FloorNews[] => {
    tickets.clear();
    if (today.size > 0) before = today;
    today = new Set();
    const { startOfDay, sessions } = calendarOf({ rules: rules(), at, alwaysOpen });
    return [{ kind: 'day-started', at, startOfDay, sessions, booked: 0 }];
  };
  const ofTicket = (event: OfTicket, at: number): FloorNews[] => {
    const known = keep(tickets, event);
    const kind = ticketKinds[event.type];
    // A ticket that was left when the day or the counter ended says nothing of how long people stay.
    const wasLeft = event.type === 'ticket-cancelled' && event.cause !== 'asked';
    if (known === undefined || kind === undefined || wasLeft) return [];
    return [{ kind, at, ticketId: event.ticketId, ...known, ...placeOf(event) }];
  };
  const ofCounter = (event: DomainEvent, at: number): FloorNews[] => {
    const kind = counterKinds[event.type];
    const { counterId, operatorId } = placeOf(event);
    if (kind === undefined || counterId === null) return [];
    if (kind === 'counter-opened') today.add(counterId);
    return [{ kind, at, counterId, operatorId }];
  };
  return {
    usual: () => (today.size > 0 ? today : before),
    read({ event, at }) {
      if (event.type === 'business-day-started') return ofDay(at);
      return 'ticketId' in event ? ofTicket(event, at) : ofCounter(event, at);
    },
  };
}

function placeOf(event: DomainEvent): { counterId: CounterId | null; operatorId: OperatorId | null } {
  return {
    counterId: 'counterId' in event ? event.counterId : null,
    operatorId: 'operatorId' in event ? event.operatorId : null,
  };
}

/** What is known of the ticket of an event, after it. */
function keep(tickets: Map<TicketId, Known>, event: OfTicket): Known | undefined {
  if (event.type === 'ticket-issued') {
    const { serviceId, priorityClass, appointmentAt = null } = event;
    tickets.set(event.ticketId, { serviceId, priorityClass, appointmentAt });
  }
  const known = tickets.get(event.ticketId);
  if (known === undefined) return undefined;
  if (event.type === 'priority-changed') known.priorityClass = event.priorityClass;
  else if (event.type !== 'service-finished' && 'serviceId' in event) known.serviceId = event.serviceId;
  return { ...known };
}
