// What several views are made of: tickets, counters, calls, estimates, prints and reasons. A view is what one kind of
// screen is shown, whole: a screen draws it and keeps no rule of the floor. Built by server/application/views from the
// branch state and the set-up; carried by socket-contract.ts and http-contract.ts. Texts that the centre wrote travel in
// every language (CentreText); the screen picks. No view names a citizen.
import { z } from 'zod';
import {
  centreTextSchema,
  counterIdSchema,
  epochMsSchema,
  priorityClassIdSchema,
  serviceIdSchema,
  ticketIdSchema,
  zoneIdSchema,
} from '../ids.ts';

export const ticketStatusSchema = z.enum([
  'waiting',
  'called',
  'serving',
  'parked',
  'finished',
  'no-show',
  'cancelled',
]);
export type TicketStatus = z.infer<typeof ticketStatusSchema>;

export const counterStatusSchema = z.enum(['closed', 'open', 'paused']);
export type CounterStatus = z.infer<typeof counterStatusSchema>;

/** A counter as screens name it, and whether it is at work. */
export const counterHeadSchema = z.object({
  id: counterIdSchema,
  number: z.string(),
  name: centreTextSchema,
  status: counterStatusSchema,
});
export type CounterHead = z.infer<typeof counterHeadSchema>;

export const ticketViewSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  serviceId: serviceIdSchema,
  status: ticketStatusSchema,
  issuedAt: epochMsSchema,
  priorityClass: priorityClassIdSchema.nullable(),
});
export type TicketView = z.infer<typeof ticketViewSchema>;

/** How much of what was promised has been used up. */
export const promiseViewSchema = z.object({
  kind: z.enum(['ordinary', 'priority', 'appointment']),
  /** Minutes count as waited: with a head start or a credit, or since an appointment's time. */
  waitedMinutes: z.int(),
  promisedMinutes: z.int(),
  percent: z.int(),
});
export type PromiseView = z.infer<typeof promiseViewSchema>;

/** How long the wait will last from now: as likely below `low` as above `high`, one in ten each. */
export const estimateSchema = z.object({
  lowSeconds: z.int(),
  medianSeconds: z.int(),
  highSeconds: z.int(),
  /** It has become clearly longer than what was said before. */
  longer: z.boolean(),
});
export type EstimateView = z.infer<typeof estimateSchema>;

/** queued -> sending -> printed | unconfirmed | failed; `none` where no printer serves the kiosk. */
export const printStateSchema = z.enum(['none', 'queued', 'sending', 'printed', 'unconfirmed', 'failed']);
export type PrintState = z.infer<typeof printStateSchema>;

export const printViewSchema = z.object({
  state: printStateSchema,
  copies: z.int(),
  reason: z.string().nullable(),
});
export type PrintView = z.infer<typeof printViewSchema>;

/**
 * One announcement: a call or a recall. `callSeq` only grows; a screen announces each one once, in order. Like every view
 * that anybody may see it names no ticket's id, which is the secret of the ticket's link.
 */
export const callViewSchema = z.object({
  callSeq: z.int(),
  at: epochMsSchema,
  number: z.string(),
  counterId: counterIdSchema,
  counterNumber: z.string(),
  zoneId: zoneIdSchema,
  recall: z.boolean(),
  /** Whether the ticket has a priority class; which one is nobody's business. */
  priority: z.boolean(),
});
export type CallView = z.infer<typeof callViewSchema>;

/** Why the dispatch policy chose a ticket, as data; the sentence is on the page `reason` of protocol/locales. */
export const dispatchReasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DispatchReason = z.infer<typeof dispatchReasonSchema>;
