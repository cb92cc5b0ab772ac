// Commands of steering the floor in the words of those who give them: `undo('c01')`, `comeBack('A001')`, `lend('c01', …)`.
import type { CounterId, OperatorId, PriorityClassId, ProfileId, ServiceId } from '../../protocol/ids.ts';
import { ticketId } from './domain-facts.ts';
import type { Wish } from './given.ts';

const counter = (id: string) => ({ counterId: id as CounterId });

export const undo = (at: string): Wish => ({ type: 'undo-step', ...counter(at) });
export const callHelp = (at: string): Wish => ({ type: 'call-help', ...counter(at) });
export const endHelp = (at: string): Wish => ({ type: 'end-help', ...counter(at) });
export const takeOver = (at: string): Wish => ({ type: 'take-over-counter', ...counter(at) });
export const goOnWith = (at: string, serviceId: string, number?: string): Wish => ({
  type: 'continue-service',
  ...counter(at),
  serviceId: serviceId as ServiceId,
  ...(number === undefined ? {} : { ticketId: ticketId(number) }),
});
export const comeBack = (number: string): Wish => ({ type: 'return-ticket', ticketId: ticketId(number) });
export const timeHasCome = (number: string): Wish => ({
  type: 'resume-due-ticket',
  ticketId: ticketId(number),
});
export const giveClass = (number: string, priorityClass: string | null): Wish => ({
  type: 'set-priority',
  ticketId: ticketId(number),
  priorityClass: priorityClass as PriorityClassId | null,
});
export const move = (number: string, serviceId: string, more: { keepPlace?: boolean } = {}): Wish => ({
  type: 'move-ticket',
  ticketId: ticketId(number),
  serviceId: serviceId as ServiceId,
  ...more,
});
export const workAs = (at: string, profileId: string | null): Wish => ({
  type: 'set-work-profile',
  ...counter(at),
  profileId: profileId as ProfileId | null,
});
export const lend = (
  at: string,
  serviceId: string,
  terms: { whileWaitOverMinutes?: number; until?: number } = {},
): Wish => ({
  type: 'lend-counter',
  ...counter(at),
  serviceId: serviceId as ServiceId,
  ...{ whileWaitOverMinutes: terms.whileWaitOverMinutes ?? null, until: terms.until ?? null },
});
export const endLending = (at: string, serviceId: string): Wish => ({
  type: 'end-lending',
  ...counter(at),
  serviceId: serviceId as ServiceId,
});
export const intake = (serviceId: string | null, open: boolean): Wish => ({
  type: 'set-intake',
  serviceId: serviceId as ServiceId | null,
  open,
});
export const sendToPerson = (at: string, operatorId: string, keepPlace = false): Wish => ({
  type: 'transfer-ticket',
  ...counter(at),
  to: { operatorId: operatorId as OperatorId },
  keepPlace,
});
