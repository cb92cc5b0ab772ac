// Steering the floor: who comes back or changes queue, what a counter draws from today, whether numbers are given.
import { z } from 'zod';
import { commandSchemas } from '../commands.ts';
import { counterIdSchema, serviceIdSchema, ticketIdSchema } from '../ids.ts';
import { watchedCounterSchema } from '../views/supervisor-view.ts';
import { ticketViewSchema } from '../views/view-parts.ts';
import type { Endpoint } from './endpoint.ts';

/** Where a ticket stands after it was steered. */
export const steeredTicketSchema = z.object({
  ticket: ticketViewSchema,
  /** People who will be called before it. */
  ahead: z.int(),
  /** It comes back: so many are called before it, 0: it is next; null in the ordinary order. */
  turnsToWait: z.int().nullable(),
});
export type SteeredTicket = z.infer<typeof steeredTicketSchema>;
/** What a counter draws from today. */
export const steeredCounterSchema = watchedCounterSchema.pick({
  id: true,
  profileId: true,
  ownProfile: true,
  lendings: true,
  serviceIds: true,
});
export type SteeredCounter = z.infer<typeof steeredCounterSchema>;
/** Where no numbers are given for now: everywhere, or for these services. */
export const intakeAnswerSchema = z.object({ all: z.boolean(), serviceIds: z.array(serviceIdSchema) });
export type IntakeAnswer = z.infer<typeof intakeAnswerSchema>;

const ofTicket = {
  command: true,
  params: z.object({ ticketId: ticketIdSchema }),
  success: 200,
  answer: steeredTicketSchema,
} as const;
const ofCounter = {
  access: { staff: ['supervisor'] },
  command: true,
  params: z.object({ counterId: counterIdSchema }),
  success: 200,
  answer: steeredCounterSchema,
} as const;
const bodyOf = { type: true, counterId: true } as const;

export const steeringEndpoints = {
  'return-ticket': {
    ...ofTicket,
    method: 'post',
    path: '/api/v1/tickets/{ticketId}/return',
    summary: 'Somebody who was absent has come back',
    access: { staff: ['guide', 'operator', 'supervisor'], devices: ['kiosk'] },
    body: z.strictObject({}),
    problems: ['unknown-ticket', 'not-absent', 'too-many-returns'],
  },
  'set-priority': {
    ...ofTicket,
    method: 'post',
    path: '/api/v1/tickets/{ticketId}/priority',
    summary: 'Give a ticket a priority class, or take it back',
    access: { staff: ['guide', 'operator', 'supervisor'] },
    body: commandSchemas['set-priority'].omit({ type: true, ticketId: true }),
    problems: ['unknown-ticket', 'unknown-priority-class', 'already-ended'],
  },
  'move-ticket': {
    ...ofTicket,
    method: 'post',
    path: '/api/v1/tickets/{ticketId}/move',
    summary: 'Send somebody who waits to another queue',
    access: { staff: ['guide', 'operator', 'supervisor'] },
    body: commandSchemas['move-ticket'].omit({ type: true, ticketId: true }),
    problems: ['unknown-ticket', 'unknown-service', 'not-waiting', 'transfer-to-itself'],
  },
  'set-work-profile': {
    ...ofCounter,
    method: 'post',
    path: '/api/v1/counters/{counterId}/work-profile',
    summary: 'Give a counter another work profile for today; null: that of the set-up again',
    body: commandSchemas['set-work-profile'].omit(bodyOf),
    problems: ['unknown-counter', 'unknown-work-profile'],
  },
  'lend-counter': {
    ...ofCounter,
    method: 'post',
    path: '/api/v1/counters/{counterId}/lend',
    summary: 'Let a counter help a service out besides its own',
    body: commandSchemas['lend-counter'].omit(bodyOf),
    problems: ['unknown-counter', 'unknown-service', 'lending-already-over'],
  },
  'end-lending': {
    ...ofCounter,
    method: 'post',
    path: '/api/v1/counters/{counterId}/end-lending',
    summary: 'A counter no longer helps a service out',
    body: commandSchemas['end-lending'].omit(bodyOf),
    problems: ['unknown-counter', 'not-lent'],
  },
  'set-intake': {
    method: 'post',
    path: '/api/v1/intake',
    summary: 'Stop giving numbers or begin again, for one service or (null) for all',
    access: { staff: ['supervisor'] },
    command: true,
    body: commandSchemas['set-intake'].omit({ type: true }),
    success: 200,
    answer: intakeAnswerSchema,
    problems: ['unknown-service'],
  },
} as const satisfies Record<string, Endpoint>;
