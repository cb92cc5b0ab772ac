// What each kind of screen is shown, whole: a screen draws its view and keeps no rule of the floor. Built by
// server/application/views from the branch state and the set-up; carried by socket-contract.ts and http-contract.ts.
// Texts that the centre wrote travel in every language (CentreText); the screen picks. No view names a citizen.
import { z } from 'zod';
import { counterActionNames } from './commands.ts';
import { deviceStatusSchema } from './device-status.ts';
import {
  businessDaySchema,
  centreTextSchema,
  counterIdSchema,
  departmentIdSchema,
  deviceIdSchema,
  epochMsSchema,
  languageSchema,
  operatorIdSchema,
  priorityClassIdSchema,
  ratingFormIdSchema,
  serviceIdSchema,
  ticketIdSchema,
  zoneIdSchema,
} from './ids.ts';

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

export const ticketViewSchema = z.object({
  id: ticketIdSchema,
  number: z.string(),
  serviceId: serviceIdSchema,
  status: ticketStatusSchema,
  issuedAt: epochMsSchema,
  priorityClass: priorityClassIdSchema.nullable(),
});
export type TicketView = z.infer<typeof ticketViewSchema>;

export const estimateSchema = z.object({ lowSeconds: z.int(), medianSeconds: z.int(), highSeconds: z.int() });
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
});
export type CallView = z.infer<typeof callViewSchema>;

export const kioskServiceSchema = z.object({
  id: serviceIdSchema,
  departmentId: departmentIdSchema,
  name: centreTextSchema,
  waiting: z.int(),
  /** Counters open now that serve it. */
  openCounters: z.int(),
  /** Null where a number may be taken now; else the refusal's code. */
  closedBecause: z.string().nullable(),
  procedures: z.array(centreTextSchema),
});
export const kioskViewSchema = z.object({
  centre: z.object({ name: centreTextSchema, address: z.string() }),
  timeZone: z.string(),
  languages: z.array(languageSchema),
  departments: z.array(z.object({ id: departmentIdSchema, name: centreTextSchema, short: z.string() })),
  services: z.array(kioskServiceSchema),
  priorityClasses: z.array(z.object({ id: priorityClassIdSchema, name: centreTextSchema })),
  /** Null while numbers are given; else the refusal's code and when intake opens again, if that is known. */
  intake: z.object({
    open: z.boolean(),
    opensAt: epochMsSchema.nullable(),
    closesAt: epochMsSchema.nullable(),
  }),
  printer: deviceStatusSchema.nullable(),
  /** How the newest tickets of this kiosk fared at the printer, newest first. */
  prints: z.array(z.object({ ticketId: ticketIdSchema, number: z.string(), print: printViewSchema })),
});
export type KioskView = z.infer<typeof kioskViewSchema>;

export const hallViewSchema = z.object({
  centre: z.object({ name: centreTextSchema }),
  timeZone: z.string(),
  languages: z.array(languageSchema),
  zone: z.object({ id: zoneIdSchema, name: centreTextSchema, floor: z.string().nullable() }).nullable(),
  /** Newest first, at most 20, of this zone (or of all). */
  calls: z.array(callViewSchema),
  nowServing: z.array(
    z.object({
      counterId: counterIdSchema,
      counterNumber: z.string(),
      counterName: centreTextSchema,
      status: counterStatusSchema,
      number: z.string().nullable(),
      ticketStatus: z.enum(['called', 'serving']).nullable(),
      pauseReason: centreTextSchema.nullable(),
    }),
  ),
  missed: z.array(z.object({ number: z.string(), counterNumber: z.string(), at: epochMsSchema })),
  waiting: z.array(
    z.object({
      departmentId: departmentIdSchema,
      name: centreTextSchema,
      short: z.string(),
      waiting: z.int(),
    }),
  ),
});
export type HallView = z.infer<typeof hallViewSchema>;

export const counterBoardViewSchema = z.object({
  timeZone: z.string(),
  languages: z.array(languageSchema),
  counter: z.object({
    id: counterIdSchema,
    number: z.string(),
    name: centreTextSchema,
    status: counterStatusSchema,
  }),
  operatorName: z.string().nullable(),
  serviceName: centreTextSchema.nullable(),
  number: z.string().nullable(),
  ticketStatus: z.enum(['called', 'serving']).nullable(),
  /** The newest call of the ticket in hand; a board blinks when it changes. */
  callSeq: z.int().nullable(),
  calledAt: epochMsSchema.nullable(),
  pauseReason: centreTextSchema.nullable(),
});
export type CounterBoardView = z.infer<typeof counterBoardViewSchema>;

export const ratingFormViewSchema = z.object({
  id: z.string(),
  questions: z.array(
    z.object({
      id: z.string(),
      text: centreTextSchema,
      choices: z.array(
        z.object({
          id: z.string(),
          label: centreTextSchema,
          sense: z.enum(['satisfied', 'dissatisfied', 'comment']),
          asksComment: z.boolean().optional(),
        }),
      ),
    }),
  ),
});
export const ratingViewSchema = z.object({
  centre: z.object({ name: centreTextSchema }),
  languages: z.array(languageSchema),
  counter: z.object({
    id: counterIdSchema,
    number: z.string(),
    name: centreTextSchema,
    status: counterStatusSchema,
  }),
  operator: z.object({ name: z.string(), unit: z.string() }).nullable(),
  /** The finished ticket that may be rated now; null while idle. */
  open: z
    .object({
      ticketId: ticketIdSchema,
      number: z.string(),
      formId: ratingFormIdSchema,
      form: ratingFormViewSchema,
      openedAt: epochMsSchema,
      closesAt: epochMsSchema,
    })
    .nullable(),
  /** The ticket whose rating has just been kept, so that every tablet of the counter says thanks. */
  thankedTicketId: ticketIdSchema.nullable(),
});
export type RatingView = z.infer<typeof ratingViewSchema>;

export const waitingTicketSchema = ticketViewSchema.extend({
  serviceName: centreTextSchema,
  /** Since when it waits in this queue; waits are counted from here. */
  joinedAt: epochMsSchema,
  transferred: z.boolean(),
  reservedForThisCounter: z.boolean(),
});
/** Why the dispatch policy chose a ticket, as data; the sentence is in protocol/locales under `reason.<code>`. */
export const dispatchReasonSchema = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type DispatchReason = z.infer<typeof dispatchReasonSchema>;

export const counterViewSchema = z.object({
  timeZone: z.string(),
  counter: z.object({
    id: counterIdSchema,
    number: z.string(),
    name: centreTextSchema,
    status: counterStatusSchema,
    zoneId: zoneIdSchema,
  }),
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
    counters: z.array(
      z.object({
        id: counterIdSchema,
        number: z.string(),
        name: centreTextSchema,
        status: counterStatusSchema,
      }),
    ),
  }),
  pauseReasons: z.array(z.object({ id: z.string(), name: centreTextSchema })),
});
export type CounterView = z.infer<typeof counterViewSchema>;

export const floorViewSchema = z.object({
  seq: z.int(),
  at: epochMsSchema,
  businessDay: businessDaySchema,
  counters: z.array(
    z.object({
      id: counterIdSchema,
      number: z.string(),
      name: centreTextSchema,
      zoneId: zoneIdSchema,
      status: counterStatusSchema,
      ticket: ticketViewSchema.pick({ number: true, serviceId: true, status: true }).nullable(),
      serviceIds: z.array(serviceIdSchema),
    }),
  ),
  queues: z.array(z.object({ serviceId: serviceIdSchema, waiting: z.int(), longestWaitMs: z.int() })),
  calls: z.array(callViewSchema),
});
export type FloorView = z.infer<typeof floorViewSchema>;

export const deviceViewSchema = z.object({
  id: deviceIdSchema,
  kind: z.enum(['printer', 'led-board', 'kiosk', 'hall', 'counter-board', 'rating']),
  name: z.string(),
  counterId: counterIdSchema.nullable(),
  zoneId: zoneIdSchema.nullable(),
  status: deviceStatusSchema,
});
export type DeviceView = z.infer<typeof deviceViewSchema>;

export const supervisorViewSchema = z.object({
  timeZone: z.string(),
  floor: floorViewSchema,
  operators: z.array(
    z.object({
      counterId: counterIdSchema,
      operatorId: operatorIdSchema,
      name: z.string(),
      since: epochMsSchema,
    }),
  ),
  today: z.object({
    issued: z.int(),
    waiting: z.int(),
    finished: z.int(),
    noShow: z.int(),
    cancelled: z.int(),
    rated: z.int(),
  }),
  devices: z.array(deviceViewSchema),
});
export type SupervisorView = z.infer<typeof supervisorViewSchema>;

/** The demonstration's start page: what simulated devices have done. Papers newest first, `png` in base64. */
export const simulatorsViewSchema = z.object({
  papers: z.array(
    z.object({
      id: z.string(),
      printerId: deviceIdSchema,
      at: epochMsSchema,
      widthDots: z.int(),
      heightDots: z.int(),
      png: z.string(),
    }),
  ),
  boards: z.array(z.object({ boardId: deviceIdSchema, counterNumber: z.string(), text: z.string() })),
});
export type SimulatorsView = z.infer<typeof simulatorsViewSchema>;
