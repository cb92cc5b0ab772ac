// What the officer at a counter is shown, with what may be done now.
// Built by server/application/views/counter-view.ts.
import { z } from 'zod';
import { counterActionNames } from '../commands.ts';
import { centreTextSchema, epochMsSchema, operatorIdSchema, serviceIdSchema, zoneIdSchema } from '../ids.ts';
import { counterHeadSchema, dispatchReasonSchema, ticketViewSchema } from './view-parts.ts';

export const waitingTicketSchema = ticketViewSchema.extend({
  serviceName: centreTextSchema,
  /** Since when it waits in this queue; waits are counted from here. */
  joinedAt: epochMsSchema,
  transferred: z.boolean(),
  reservedForThisCounter: z.boolean(),
});
export const counterViewSchema = z.object({
  timeZone: z.string(),
  counter: counterHeadSchema.extend({ zoneId: zoneIdSchema }),
  operator: z.object({ id: operatorIdSchema, name: z.string() }).nullable(),
  ticket: ticketViewSchema
    .extend({
      serviceName: centreTextSchema,
      departmentName: centreTextSchema,
      joinedAt: epochMsSchema,
      calledAt: epochMsSchema,
      startedAt: epochMsSchema.nullable(),
      recalls: z.int(),
      journey: z.array(serviceIdSchema),
      note: z.string().nullable(),
    })
    .nullable(),
  /** In the order in which "next" would call them, at most 100; `waitingTotal` counts all. */
  waiting: z.array(waitingTicketSchema),
  waitingTotal: z.int(),
  parked: z.array(waitingTicketSchema.extend({ parkedAt: epochMsSchema, reason: z.string() })),
  /** What may be done now. */
  actions: z.array(z.enum(counterActionNames)),
  /** Why the ticket in hand was called before others. */
  reason: dispatchReasonSchema.nullable(),
  pauseReason: z.string().nullable(),
  servedToday: z.int(),
  transferTargets: z.object({
    services: z.array(
      z.object({
        id: serviceIdSchema,
        name: centreTextSchema,
        departmentName: centreTextSchema,
        waiting: z.int(),
      }),
    ),
    counters: z.array(counterHeadSchema),
  }),
  pauseReasons: z.array(z.object({ id: z.string(), name: centreTextSchema })),
});
export type CounterView = z.infer<typeof counterViewSchema>;
