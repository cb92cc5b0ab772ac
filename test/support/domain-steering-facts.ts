// Facts of steering the floor in short: `returned('A001', 3)`, `undone('A001', 'c01', 'finish')`, `lent('c01', 'dat-dai')`.
import type { CounterId, OperatorId, PriorityClassId, ProfileId, ServiceId } from '../../protocol/ids.ts';
import type { EventOf } from '../../server/domain/events.ts';
import { officerOf, ticketId } from './domain-facts.ts';

const departments: Readonly<Record<string, string>> = {
  ...{ 'chung-thuc': 'tu-phap', 'ho-tich': 'tu-phap' },
  ...{ 'dat-dai': 'moi-truong', 'tra-ket-qua': 'moi-truong' },
};
const service = (id: string) =>
  ({ serviceId: id, departmentId: departments[id] ?? `department of ${id}` }) as Pick<
    EventOf<'ticket-moved'>,
    'serviceId' | 'departmentId'
  >;
const place = (counterId: string, operatorId: string = officerOf(counterId)) => ({
  counterId: counterId as CounterId,
  operatorId: operatorId as OperatorId,
});

/** Taken back at a counter: the ticket is called or served there again. */
export function undone(
  number: string,
  counterId: string,
  step: EventOf<'step-undone'>['step'],
  status: 'called' | 'serving' = 'serving',
  serviceId = 'chung-thuc',
): EventOf<'step-undone'> {
  return {
    type: 'step-undone',
    ticketId: ticketId(number),
    ...{ ...place(counterId), step, status, ...service(serviceId) },
  };
}

export function helpCalled(counterId: string, operatorId?: string): EventOf<'help-called'> {
  return { type: 'help-called', ...place(counterId, operatorId) };
}

export function helpEnded(counterId: string, by: string): EventOf<'help-ended'> {
  return { type: 'help-ended', ...place(counterId), by };
}

export function takenOver(counterId: string, by: string, from: string = officerOf(counterId)) {
  return { type: 'counter-taken-over', ...place(counterId, by), from } as EventOf<'counter-taken-over'>;
}

export function continued(
  number: string,
  counterId: string,
  serviceId: string,
): EventOf<'service-continued'> {
  return {
    type: 'service-continued',
    ticketId: ticketId(number),
    ...place(counterId),
    ...service(serviceId),
  };
}

export function returned(number: string, turnsToWait: number | null): EventOf<'ticket-returned'> {
  return { type: 'ticket-returned', ticketId: ticketId(number), turnsToWait };
}

/** Its time has come; kept for a counter, or for whichever is free. */
export function cameBack(number: string, counterId: string, keptFor: string | null, operatorId?: string) {
  return {
    type: 'ticket-resumed',
    ticketId: ticketId(number),
    ...place(counterId, operatorId),
    due: { reservedFor: keptFor },
  } as EventOf<'ticket-resumed'>;
}

export function classChanged(number: string, priorityClass: string | null): EventOf<'priority-changed'> {
  return {
    type: 'priority-changed',
    ticketId: ticketId(number),
    priorityClass: priorityClass as PriorityClassId | null,
  };
}

export function moved(number: string, serviceId: string, joinedAt: number): EventOf<'ticket-moved'> {
  return { type: 'ticket-moved', ticketId: ticketId(number), ...service(serviceId), joinedAt };
}

export function profileSet(counterId: string, profileId: string | null): EventOf<'work-profile-set'> {
  return {
    type: 'work-profile-set',
    counterId: counterId as CounterId,
    profileId: profileId as ProfileId | null,
  };
}

type Terms = { whileWaitOverMinutes?: number; until?: number };
export function lent(counterId: string, serviceId: string, terms: Terms = {}): EventOf<'counter-lent'> {
  const { whileWaitOverMinutes = null, until = null } = terms;
  return {
    type: 'counter-lent',
    counterId: counterId as CounterId,
    serviceId: serviceId as ServiceId,
    ...{ whileWaitOverMinutes, until },
  };
}

export function lendingEnded(counterId: string, serviceId: string): EventOf<'lending-ended'> {
  return {
    type: 'lending-ended',
    counterId: counterId as CounterId,
    serviceId: serviceId as ServiceId,
  };
}

export function intakeChanged(serviceId: string | null, open: boolean): EventOf<'intake-changed'> {
  return { type: 'intake-changed', serviceId: serviceId as ServiceId | null, open };
}
