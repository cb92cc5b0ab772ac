// Commands in the words of those who give them: `callNext('c01')`, `takeTicket('chung-thuc')`. A ticket is named by its
// number; what a screen would leave out is left out.
import type { CounterId, PriorityClassId, RatingFormId, ServiceId, TicketId } from '../../protocol/ids.ts';
import { ticketId } from './domain-facts.ts';
import type { Wish } from './given.ts';

const counter = (id: string) => ({ counterId: id as CounterId });
const shown = (number?: string) => (number === undefined ? {} : { ticketId: ticketId(number) });
const journeyOf = (ids?: string[]) => (ids === undefined ? {} : { journey: ids as ServiceId[] });

export function takeTicket(
  serviceId: string,
  more: { priorityClass?: string; language?: 'vi' | 'en'; journey?: string[] } = {},
): Wish {
  return {
    type: 'issue-ticket',
    serviceId: serviceId as ServiceId,
    ...(more.priorityClass === undefined ? {} : { priorityClass: more.priorityClass as PriorityClassId }),
    ...(more.language === undefined ? {} : { language: more.language }),
    ...journeyOf(more.journey),
  };
}
export const giveBack = (number: string): Wish => ({ type: 'cancel-ticket', ticketId: ticketId(number) });
export const open = (at: string): Wish => ({ type: 'open-counter', ...counter(at) });
export const close = (at: string): Wish => ({ type: 'close-counter', ...counter(at) });
export const pause = (at: string, reason = 'nghi'): Wish => ({
  type: 'pause-counter',
  ...counter(at),
  reason,
});
export const goOn = (at: string): Wish => ({ type: 'resume-counter', ...counter(at) });
export const callNext = (at: string, finishing?: string): Wish => ({
  type: 'call-next',
  ...counter(at),
  ...(finishing === undefined ? {} : { finishPresent: ticketId(finishing) as TicketId }),
});
export const callNumber = (at: string, number: string): Wish => ({
  type: 'call-ticket',
  ...counter(at),
  ticketId: ticketId(number),
});
export const recall = (at: string, number?: string): Wish => ({
  type: 'recall-ticket',
  ...counter(at),
  ...shown(number),
});
export const start = (at: string, number?: string): Wish => ({
  type: 'start-service',
  ...counter(at),
  ...shown(number),
});
export const finish = (at: string, number?: string): Wish => ({
  type: 'finish-service',
  ...counter(at),
  ...shown(number),
});
export const markAbsent = (at: string, number?: string): Wish => ({
  type: 'mark-no-show',
  ...counter(at),
  ...shown(number),
});
export const park = (at: string, number?: string): Wish => ({
  type: 'park-ticket',
  ...counter(at),
  ...shown(number),
  reason: 'bổ sung giấy',
});
export const takeUpAgain = (at: string, number: string): Wish => ({
  type: 'resume-ticket',
  ...counter(at),
  ticketId: ticketId(number),
});

type TransferMore = { number?: string; keepPlace?: boolean; journey?: string[]; note?: string };
function transfer(
  at: string,
  to: { serviceId: ServiceId } | { counterId: CounterId },
  more: TransferMore,
): Wish {
  return {
    type: 'transfer-ticket',
    ...counter(at),
    to,
    ...shown(more.number),
    ...journeyOf(more.journey),
    ...(more.keepPlace === undefined ? {} : { keepPlace: more.keepPlace }),
    ...(more.note === undefined ? {} : { note: more.note }),
  };
}
export const sendToService = (at: string, serviceId: string, more: TransferMore = {}): Wish =>
  transfer(at, { serviceId: serviceId as ServiceId }, more);
export const sendToCounter = (at: string, counterId: string, more: TransferMore = {}): Wish =>
  transfer(at, { counterId: counterId as CounterId }, more);

type RatingMore = {
  number?: string;
  form?: string;
  answers?: Record<string, string>;
  comment?: string;
};
export const rate = (at: string, more: RatingMore = {}): Wish => ({
  type: 'submit-rating',
  ...counter(at),
  ...shown(more.number),
  formId: (more.form ?? 'five-buttons') as RatingFormId,
  answers: more.answers ?? { opinion: 'sat_service' },
  ...(more.comment === undefined ? {} : { comment: more.comment }),
});
export const startDay: Wish = { type: 'start-business-day' };
