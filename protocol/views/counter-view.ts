// What the officer at a counter is shown, with what may be done now.
// Built by server/application/views/counter-view.ts.
import { z } from 'zod';
import { counterActionNames, undoableSteps } from '../commands.ts';
import { centreTextSchema, epochMsSchema, operatorIdSchema, serviceIdSchema, zoneIdSchema } from '../ids.ts';
import {
  counterHeadSchema,
  dispatchReasonSchema,
  promiseViewSchema,
  ticketViewSchema,
} from './view-parts.ts';

export const waitingTicketSchema = ticketViewSchema.extend({
  serviceName: centreTextSchema,
  /** Since when it waits in this queue; waits are counted from here. */
  joinedAt: epochMsSchema,
  transferred: z.boolean(),
  /** It was absent and has come back. */
  returned: z.boolean(),
  reservedForThisCounter: z.boolean(),
  appointmentAt: epochMsSchema.nullable(),
  note: z.string().nullable(),
  /** What its priority class is called. */
  priorityName: centreTextSchema.nullable(),
  promise: promiseViewSchema,
  /** It comes back: so many are called before it, 0: it is next; null in the ordinary order. */
  turnsToWait: z.int().nullable(),
  /** How often somebody who came later was called first. */
  passed: z.int(),
});
export const counterViewSchema = z.object({
  timeZone: z.string(),
  counter: counterHeadSchema.extend({ zoneId: zoneIdSchema }),
  /** Who holds the counter, and since when. */
  operator: z.object({ id: operatorIdSchema, name: z.string(), since: epochMsSchema }).nullable(),
  ticket: ticketViewSchema
    .extend({
      serviceName: centreTextSchema,
      departmentName: centreTextSchema,
      joinedAt: epochMsSchema,
      calledAt: epochMsSchema,
      startedAt: epochMsSchema.nullable(),
      recalls: z.int(),
      journey: z.array(serviceIdSchema),
      /** The same in words. */
      journeyNames: z.array(centreTextSchema),
      note: z.string().nullable(),
      transferred: z.boolean(),
      returned: z.boolean(),
      appointmentAt: epochMsSchema.nullable(),
      dossierCode: z.string().nullable(),
      priorityName: centreTextSchema.nullable(),
      /** How long its service has taken today, half of the times; null before five were finished. */
      usualSeconds: z.int().nullable(),
      /** How much of its promise was used up when it was called. */
      promise: promiseViewSchema,
      /** Called so often that "absent" is suggested. */
      suggestNoShow: z.boolean(),
    })
    .nullable(),
  /** In the order in which "next" would call them, at most 100; `waitingTotal` counts all. */
  waiting: z.array(waitingTicketSchema),
  waitingTotal: z.int(),
  /** Why the first of them is next. */
  nextReason: dispatchReasonSchema.nullable(),
  parked: z.array(
    waitingTicketSchema.extend({
      parkedAt: epochMsSchema,
      reason: z.string(),
      /** When it comes back by itself. */
      backAt: epochMsSchema.nullable(),
    }),
  ),
  /** Who was absent lately and may come back, the newest first, at most 12. */
  missed: z.array(waitingTicketSchema.extend({ missedAt: epochMsSchema, mayReturn: z.boolean() })),
  /** What may be done now. */
  actions: z.array(z.enum(counterActionNames)),
  /** Why the ticket in hand was called before others. */
  reason: dispatchReasonSchema.nullable(),
  pauseReason: z.string().nullable(),
  /** When the pause began and is meant to end. */
  pausedAt: epochMsSchema.nullable(),
  backAt: epochMsSchema.nullable(),
  helpSince: epochMsSchema.nullable(),
  /** What may be taken back, and until when. */
  undo: z.object({ step: z.enum(undoableSteps), number: z.string(), until: epochMsSchema }).nullable(),
  /** The services that "next" draws from now, and those that are helped out besides. */
  draws: z.array(z.object({ serviceId: serviceIdSchema, name: centreTextSchema, lent: z.boolean() })),
  /** How many wait for what no other open counter serves. */
  servedOnlyHere: z.int(),
  /** When this session of the day ends; null between sessions. */
  sessionEndsAt: epochMsSchema.nullable(),
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
    people: z.array(z.object({ operatorId: operatorIdSchema, name: z.string(), counterNumber: z.string() })),
  }),
  outcomes: z.array(z.object({ id: z.string(), name: centreTextSchema })),
  pauseReasons: z.array(z.object({ id: z.string(), name: centreTextSchema })),
});
export type CounterView = z.infer<typeof counterViewSchema>;
