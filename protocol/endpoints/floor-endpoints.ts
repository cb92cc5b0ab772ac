// The floor: the centre as anybody may know it, tickets, the officer's actions, ratings.
import { z } from 'zod';
import { commandSchemas, counterActionNames } from '../commands.ts';
import {
  centreTextSchema,
  counterIdSchema,
  departmentIdSchema,
  languageSchema,
  operatorIdSchema,
  serviceIdSchema,
  ticketIdSchema,
  zoneIdSchema,
} from '../ids.ts';
import { hoursSchema } from '../setup-schema.ts';
import { counterViewSchema } from '../views/counter-view.ts';
import { floorViewSchema } from '../views/supervisor-view.ts';
import { estimateSchema, printViewSchema, ticketViewSchema } from '../views/view-parts.ts';
import { type Endpoint, everyRole } from './endpoint.ts';

export const centreAnswerSchema = z.object({
  id: z.string(),
  name: centreTextSchema,
  address: z.string(),
  timeZone: z.string(),
  languages: z.array(languageSchema),
  hours: hoursSchema,
  departments: z.array(z.object({ id: departmentIdSchema, name: centreTextSchema, short: z.string() })),
  services: z.array(
    z.object({
      id: serviceIdSchema,
      departmentId: departmentIdSchema,
      name: centreTextSchema,
      offeredAtKiosk: z.boolean(),
    }),
  ),
  counters: z.array(
    z.object({
      id: counterIdSchema,
      number: z.string(),
      name: centreTextSchema,
      zoneId: zoneIdSchema,
      serviceIds: z.array(serviceIdSchema),
    }),
  ),
  zones: z.array(z.object({ id: zoneIdSchema, name: centreTextSchema, floor: z.string().nullable() })),
  demo: z.boolean(),
});
export type CentreAnswer = z.infer<typeof centreAnswerSchema>;
export const ticketAnswerSchema = z.object({
  ticket: ticketViewSchema,
  serviceName: centreTextSchema,
  language: languageSchema,
  /** The number of the counter that has called it or serves it. */
  counterNumber: z.string().nullable(),
  /** People who will be called before this ticket. */
  ahead: z.int(),
  estimate: estimateSchema.nullable(),
  trackingUrl: z.string(),
  print: printViewSchema,
});
export type TicketAnswer = z.infer<typeof ticketAnswerSchema>;
/** Bodies of the counter actions: the command's own fields, without its type and counter. */
export const counterActionBodies = {
  open: commandSchemas['open-counter'].omit({ type: true, counterId: true }),
  'take-over': z.strictObject({}),
  close: commandSchemas['close-counter'].omit({ type: true, counterId: true }),
  pause: commandSchemas['pause-counter'].omit({ type: true, counterId: true }),
  resume: z.strictObject({}),
  'call-next': commandSchemas['call-next'].omit({ type: true, counterId: true }),
  call: commandSchemas['call-ticket'].omit({ type: true, counterId: true }),
  recall: commandSchemas['recall-ticket'].omit({ type: true, counterId: true }),
  start: commandSchemas['start-service'].omit({ type: true, counterId: true }),
  finish: commandSchemas['finish-service'].omit({ type: true, counterId: true }),
  continue: commandSchemas['continue-service'].omit({ type: true, counterId: true }),
  undo: z.strictObject({}),
  'call-help': z.strictObject({}),
  'end-help': z.strictObject({}),
  'no-show': commandSchemas['mark-no-show'].omit({ type: true, counterId: true }),
  park: commandSchemas['park-ticket'].omit({ type: true, counterId: true }),
  'resume-ticket': commandSchemas['resume-ticket'].omit({ type: true, counterId: true }),
  transfer: z
    .strictObject({
      ticketId: ticketIdSchema.optional(),
      serviceId: serviceIdSchema.optional(),
      counterId: counterIdSchema.optional(),
      operatorId: operatorIdSchema.optional(),
      keepPlace: z.boolean().default(false),
      journey: z.array(serviceIdSchema).max(8).optional(),
      note: z.string().trim().min(1).max(300).optional(),
    })
    .refine(
      ({ serviceId, counterId, operatorId }) =>
        [serviceId, counterId, operatorId].filter((each) => each !== undefined).length === 1,
      'give exactly one of serviceId, counterId and operatorId',
    ),
} as const satisfies Record<(typeof counterActionNames)[number], z.ZodType>;

export const floorEndpoints = {
  centre: {
    method: 'get',
    path: '/api/v1/centre',
    summary: 'Public description of the centre',
    access: { public: true },
    success: 200,
    answer: centreAnswerSchema,
    problems: [],
  },
  floor: {
    method: 'get',
    path: '/api/v1/floor',
    summary: 'Snapshot of counters, queues and calls',
    access: { public: true },
    success: 200,
    answer: floorViewSchema,
    problems: [],
  },
  'issue-ticket': {
    method: 'post',
    path: '/api/v1/tickets',
    summary: 'Give a number',
    access: { staff: ['guide', 'operator', 'supervisor'], devices: ['kiosk'] },
    command: true,
    body: commandSchemas['issue-ticket'].omit({ type: true }),
    success: 201,
    answer: ticketAnswerSchema,
    problems: [
      'intake-closed',
      'unknown-service',
      'unknown-priority-class',
      'service-not-offered',
      'daily-limit-reached',
      'series-exhausted',
      'too-many-waiting',
    ],
  },
  ticket: {
    method: 'get',
    path: '/api/v1/tickets/{ticketId}',
    summary: 'One ticket of today; its id is the secret of its link',
    access: { public: true },
    params: z.object({ ticketId: ticketIdSchema }),
    success: 200,
    answer: ticketAnswerSchema,
    problems: ['unknown-ticket'],
  },
  'cancel-ticket': {
    method: 'post',
    path: '/api/v1/tickets/{ticketId}/cancel',
    summary: 'Give a number back',
    access: { public: true },
    command: true,
    params: z.object({ ticketId: ticketIdSchema }),
    body: z.strictObject({}),
    success: 200,
    answer: ticketAnswerSchema,
    problems: ['unknown-ticket', 'already-ended', 'not-waiting'],
  },
  'print-ticket': {
    method: 'post',
    path: '/api/v1/tickets/{ticketId}/print',
    summary: 'Print a ticket again, marked as a copy',
    access: { staff: ['guide', 'operator', 'supervisor'], devices: ['kiosk'] },
    params: z.object({ ticketId: ticketIdSchema }),
    body: z.strictObject({}),
    success: 200,
    answer: ticketAnswerSchema,
    problems: ['unknown-ticket'],
  },
  counter: {
    method: 'get',
    path: '/api/v1/counters/{counterId}',
    summary: 'The counter as its operator sees it',
    access: { staff: everyRole },
    params: z.object({ counterId: counterIdSchema }),
    success: 200,
    answer: counterViewSchema,
    problems: ['unknown-counter'],
  },
  'counter-action': {
    method: 'post',
    path: '/api/v1/counters/{counterId}/{action}',
    summary: 'What an operator does at the counter',
    access: { staff: ['operator', 'supervisor'] },
    command: true,
    params: z.object({ counterId: counterIdSchema, action: z.enum(counterActionNames) }),
    body: z.union(Object.values(counterActionBodies)),
    success: 200,
    answer: counterViewSchema,
    problems: [
      'unknown-counter',
      'unknown-service',
      'unknown-ticket',
      'not-your-counter',
      'counter-not-open',
      'counter-already-open',
      'counter-paused',
      'counter-not-paused',
      'operator-at-another-counter',
      'unknown-pause-reason',
      'nobody-waiting',
      'ticket-in-hand',
      'no-ticket-in-hand',
      'not-in-hand',
      'not-waiting',
      'not-parked',
      'not-called',
      'reserved-for-another-counter',
      'transfer-to-itself',
      'too-many-recalls',
    ],
  },
  'submit-rating': {
    method: 'post',
    path: '/api/v1/ratings',
    summary: 'Rate the officer who has just finished',
    access: { public: true, devices: ['rating'] },
    command: true,
    body: commandSchemas['submit-rating'].omit({ type: true }),
    success: 201,
    answer: z.object({ ticketId: ticketIdSchema, number: z.string() }),
    problems: [
      'device-not-paired',
      'unknown-counter',
      'nothing-to-rate',
      'already-rated',
      'form-not-in-force',
      'unknown-rating-form',
      'invalid-answers',
    ],
  },
} as const satisfies Record<string, Endpoint>;
