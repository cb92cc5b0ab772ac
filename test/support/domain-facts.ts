// Facts of the floor in short: `issued('A001')`, `opened('c01')`, `called('A001', 'c01')`. A ticket is known by its
// number and an operator by the counter (c01 is held by canbo01), so that a test names only what it is about.
import type {
  CounterId,
  DepartmentId,
  OperatorId,
  PriorityClassId,
  RatingFormId,
  SeriesId,
  ServiceId,
  TicketId,
  VisitId,
} from '../../protocol/ids.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import type { EventOf } from '../../server/domain/events.ts';
import { centre } from './domain-centre.ts';
import { monday } from './domain-clock.ts';

const rules = centreRules(centre());
const departments: Readonly<Record<string, string>> = {
  'chung-thuc': 'tu-phap',
  'ho-tich': 'tu-phap',
  'dat-dai': 'moi-truong',
  'tra-ket-qua': 'moi-truong',
};
const seriesByLetter: Readonly<Record<string, { seriesId: string; serviceId: string }>> = {
  A: { seriesId: 'a', serviceId: 'chung-thuc' },
  '1': { seriesId: 'one', serviceId: 'dat-dai' },
  B: { seriesId: 'b', serviceId: 'tra-ket-qua' },
};

/** The identity of the ticket with this number. */
export function ticketId(number: string): TicketId {
  return `ticket-${number}` as TicketId;
}

/** Who sits at a counter unless the test says otherwise: canbo01 at c01. */
export function officerOf(counterId: string): OperatorId {
  return `canbo${counterId.slice(1)}` as OperatorId;
}

function place(counterId: string, operatorId: string = officerOf(counterId)) {
  return { counterId: counterId as CounterId, operatorId: operatorId as OperatorId };
}

function service(id: string) {
  return {
    serviceId: id as ServiceId,
    departmentId: (departments[id] ?? `department of ${id}`) as DepartmentId,
  };
}

export function dayStarted(
  day: string = monday,
  before: { previousDay?: string | null; lastCallSeq?: number } = {},
): EventOf<'business-day-started'> {
  const { previousDay = null, lastCallSeq = 0 } = before;
  return { type: 'business-day-started', day, previousDay, lastCallSeq } as EventOf<'business-day-started'>;
}

type IssuedDetails = { service?: string; priorityClass?: string; language?: 'vi' | 'en'; journey?: string[] };

export function issued(number: string, details: IssuedDetails = {}): EventOf<'ticket-issued'> {
  const known = seriesByLetter[number.slice(0, 1)];
  if (known === undefined) throw new Error(`no series of the test centre gives ${number}`);
  return {
    type: 'ticket-issued',
    ticketId: ticketId(number),
    visitId: `visit-${number}` as VisitId,
    number,
    seriesId: known.seriesId as SeriesId,
    ordinal: Number(number.slice(1)),
    ...service(details.service ?? known.serviceId),
    priorityClass: (details.priorityClass as PriorityClassId | undefined) ?? null,
    language: details.language ?? 'vi',
    journey: (details.journey ?? []) as ServiceId[],
  };
}

export function cancelled(
  number: string,
  cause: EventOf<'ticket-cancelled'>['cause'] = 'asked',
): EventOf<'ticket-cancelled'> {
  return { type: 'ticket-cancelled', ticketId: ticketId(number), cause };
}

export function opened(counterId: string, operatorId?: string): EventOf<'counter-opened'> {
  return { type: 'counter-opened', ...place(counterId, operatorId) };
}

export function closed(
  counterId: string,
  cause: 'operator' | 'day-ended' = 'operator',
): EventOf<'counter-closed'> {
  return { type: 'counter-closed', ...place(counterId), cause };
}

export function paused(counterId: string, reason = 'nghi'): EventOf<'counter-paused'> {
  return { type: 'counter-paused', ...place(counterId), reason };
}

export function resumed(counterId: string): EventOf<'counter-resumed'> {
  return { type: 'counter-resumed', ...place(counterId) };
}

/** Called because it was chosen by its number, unless another reason is given. */
export function called(
  number: string,
  counterId: string,
  callSeq = 1,
  reason: EventOf<'ticket-called'>['reason'] = { code: 'chosen', params: { number } },
): EventOf<'ticket-called'> {
  const drawsFrom = rules.servicesOf.get(counterId as CounterId) ?? [];
  return {
    type: 'ticket-called',
    ticketId: ticketId(number),
    ...place(counterId),
    callSeq,
    reason,
    drawsFrom,
  };
}

/** Why "next" chose: the first, after so many whole minutes. */
export function firstOf(number: string, waitedMinutes: number) {
  return { code: 'first-come', params: { number, waitedMinutes } };
}

export function recalled(number: string, counterId: string, callSeq = 2): EventOf<'ticket-recalled'> {
  return { type: 'ticket-recalled', ticketId: ticketId(number), ...place(counterId), callSeq };
}

export function started(number: string, counterId: string): EventOf<'service-started'> {
  return { type: 'service-started', ticketId: ticketId(number), ...place(counterId) };
}

type FinishCause = EventOf<'service-finished'>['cause'];
/** The service is over; the visit too, unless the cause says that the ticket goes on. */
export function finished(
  number: string,
  counterId: string,
  cause: FinishCause = 'operator',
  serviceId?: string,
): EventOf<'service-finished'> {
  return {
    type: 'service-finished',
    ticketId: ticketId(number),
    ...place(counterId),
    ...service(serviceId ?? seriesByLetter[number.slice(0, 1)]?.serviceId ?? ''),
    cause,
    ends: cause === 'operator' || cause === 'day-ended',
  };
}

export function absent(number: string, counterId: string): EventOf<'ticket-no-show'> {
  return { type: 'ticket-no-show', ticketId: ticketId(number), ...place(counterId) };
}

export function parked(number: string, counterId: string, reason = 'bổ sung giấy'): EventOf<'ticket-parked'> {
  return { type: 'ticket-parked', ticketId: ticketId(number), ...place(counterId), reason };
}

export function takenUpAgain(number: string, counterId: string): EventOf<'ticket-resumed'> {
  return { type: 'ticket-resumed', ticketId: ticketId(number), ...place(counterId) };
}

type TransferDetails = {
  joinedAt: number;
  service: string;
  keptFor?: string;
  journey?: string[];
  note?: string;
  cause?: 'operator' | 'journey';
};
export function transferred(
  number: string,
  counterId: string,
  details: TransferDetails,
): EventOf<'ticket-transferred'> {
  return {
    type: 'ticket-transferred',
    ticketId: ticketId(number),
    ...place(counterId),
    ...service(details.service),
    reservedFor: (details.keptFor as CounterId | undefined) ?? null,
    joinedAt: details.joinedAt,
    journey: (details.journey ?? []) as ServiceId[],
    note: details.note ?? null,
    cause: details.cause ?? 'operator',
  };
}

export function rated(
  number: string,
  counterId: string,
  choice = 'sat_service',
  comment: string | null = null,
): EventOf<'rating-submitted'> {
  return {
    type: 'rating-submitted',
    ticketId: ticketId(number),
    ...place(counterId),
    ...service(seriesByLetter[number.slice(0, 1)]?.serviceId ?? ''),
    formId: 'five-buttons' as RatingFormId,
    answers: { opinion: choice },
    comment,
  };
}
