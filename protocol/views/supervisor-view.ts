// The whole floor: the public snapshot, devices, and the supervisor's view around both.
// Built by server/application/views/floor-view.ts.
import { z } from 'zod';
import { screenKindSchema } from '../device-setup.ts';
import { deviceReasonSchema, deviceStatusSchema } from '../device-status.ts';
import {
  businessDaySchema,
  centreTextSchema,
  counterIdSchema,
  departmentIdSchema,
  deviceIdSchema,
  epochMsSchema,
  operatorIdSchema,
  priorityClassIdSchema,
  profileIdSchema,
  serviceIdSchema,
  zoneIdSchema,
} from '../ids.ts';
import {
  callViewSchema,
  counterHeadSchema,
  estimateSchema,
  promiseViewSchema,
  ticketViewSchema,
} from './view-parts.ts';

export const floorViewSchema = z.object({
  seq: z.int(),
  at: epochMsSchema,
  businessDay: businessDaySchema,
  counters: z.array(
    counterHeadSchema.extend({
      zoneId: zoneIdSchema,
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
  kind: z.enum([
    'printer',
    'led-board',
    'keypad',
    'scanner',
    'speaker',
    'voice',
    ...screenKindSchema.options,
  ]),
  name: z.string(),
  counterId: counterIdSchema.nullable(),
  zoneId: zoneIdSchema.nullable(),
  /** The machine at which it is plugged in, null for this server's own; and where, as the set-up says. */
  agentId: deviceIdSchema.nullable(),
  address: z.string().nullable(),
  /** About how many tickets the printer's roll still gives; null where that is not known. */
  ticketsLeft: z.int().nullable(),
  /** What one must know beside the reason: a voice's missing clips by name. */
  detail: z.string().nullable(),
  status: deviceStatusSchema,
});
export type DeviceView = z.infer<typeof deviceViewSchema>;

export const alarmSchema = z.object({
  deviceId: deviceIdSchema,
  name: z.string(),
  reason: deviceReasonSchema,
  since: epochMsSchema,
});
export type Alarm = z.infer<typeof alarmSchema>;

/** What is amiss on the floor itself. `since` is epoch ms. */
export const floorAlarmCodes = [
  'help',
  'no-counter',
  'over-promise',
  'paused-too-long',
  'long-service',
  'not-coming',
  'nothing-to-serve',
] as const;
export const floorAlarmSchema = z.object({
  code: z.enum(floorAlarmCodes),
  since: epochMsSchema,
  counterId: counterIdSchema.nullable(),
  serviceId: serviceIdSchema.nullable(),
  /** Figures of its sentence, on the page `supervisor` of protocol/locales. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type FloorAlarm = z.infer<typeof floorAlarmSchema>;

/** Somebody who could sit or sits at a counter, and the services that this person may serve; null: all. */
export const staffedBySchema = z.object({
  id: operatorIdSchema,
  name: z.string(),
  skills: z.array(serviceIdSchema).nullable(),
});

/** A counter as the supervisor sees it, with what it has in hand and for how long. */
export const watchedCounterSchema = counterHeadSchema.extend({
  zoneId: zoneIdSchema,
  operator: staffedBySchema.nullable(),
  openedAt: epochMsSchema.nullable(),
  ticket: ticketViewSchema
    .extend({
      serviceName: centreTextSchema,
      calledAt: epochMsSchema,
      startedAt: epochMsSchema.nullable(),
      recalls: z.int(),
      /** How long this service usually takes here, by today's own figures; null where they are too few. */
      usualMs: z.int().nullable(),
    })
    .nullable(),
  pauseReason: centreTextSchema.nullable(),
  pausedAt: epochMsSchema.nullable(),
  backAt: epochMsSchema.nullable(),
  helpSince: epochMsSchema.nullable(),
  finishedToday: z.int(),
  /** Today's work profile, and whether it is the set-up's. */
  profileId: profileIdSchema.nullable(),
  ownProfile: z.boolean(),
  lendings: z.array(
    z.object({
      serviceId: serviceIdSchema,
      whileWaitOverMinutes: z.int().nullable(),
      until: epochMsSchema.nullable(),
    }),
  ),
  /** What its "next" draws from now. */
  serviceIds: z.array(serviceIdSchema),
  /** How many it could call now. */
  waiting: z.int(),
  /** Those of the waiting whom no other counter would serve if this one closed. */
  leftAlone: z.int(),
});
export type WatchedCounter = z.infer<typeof watchedCounterSchema>;

export const watchedQueueSchema = z.object({
  serviceId: serviceIdSchema,
  departmentId: departmentIdSchema,
  name: centreTextSchema,
  departmentName: centreTextSchema,
  prefix: z.string(),
  waiting: z.int(),
  longestWaitMs: z.int(),
  /** How many have used up their whole promise, and the largest share, percent. */
  overPromise: z.int(),
  worstPercent: z.int(),
  /** Counters at work that draw from it. */
  openCounters: z.int(),
  intakeOpen: z.boolean(),
  /** For whoever takes a number now. */
  estimate: estimateSchema.nullable(),
});
export type WatchedQueue = z.infer<typeof watchedQueueSchema>;

/** Each has its sentence on the page `advice` of protocol/locales. */
export const adviceCodes = ['lend', 'open', 'open-eases', 'close'] as const;
export const adviceSchema = z.object({
  code: z.enum(adviceCodes),
  /** Figures of its sentence; the names of `group`, `counter` and `services` are put in by whoever shows it. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** The services whose waits it is about. */
  groupServiceIds: z.array(serviceIdSchema),
  counterId: counterIdSchema,
  /** What the counter should help out, and until when (epoch ms); empty and null where it is no lending. */
  serviceIds: z.array(serviceIdSchema),
  until: epochMsSchema.nullable(),
  /** Since when it is advised. */
  since: epochMsSchema,
});
export type AdviceView = z.infer<typeof adviceSchema>;
/** Of so many given: how many were followed; of those judged since: how many had been needed. */
export const adviceRecordSchema = z.object({
  given: z.int(),
  followed: z.int(),
  needed: z.int(),
  judged: z.int(),
});

export const supervisorViewSchema = z.object({
  timeZone: z.string(),
  floor: floorViewSchema,
  counters: z.array(watchedCounterSchema),
  queues: z.array(watchedQueueSchema),
  /** Who waits, whoever has used up the largest share of its promise first, at most 200. */
  waiting: z.array(
    ticketViewSchema.extend({
      serviceName: centreTextSchema,
      joinedAt: epochMsSchema,
      promise: promiseViewSchema,
      transferred: z.boolean(),
      appointmentAt: epochMsSchema.nullable(),
    }),
  ),
  /** What somebody should see to now, the oldest first. */
  floorAlarms: z.array(floorAlarmSchema),
  intakeStopped: z.boolean(),
  profiles: z.array(
    z.object({ id: profileIdSchema, name: centreTextSchema, serviceIds: z.array(serviceIdSchema) }),
  ),
  priorityClasses: z.array(z.object({ id: priorityClassIdSchema, name: centreTextSchema })),
  /** Who may be asked to open a counter: operators that sit at none. */
  freeOperators: z.array(staffedBySchema),
  zones: z.array(z.object({ id: zoneIdSchema, name: centreTextSchema, floor: z.string().nullable() })),
  /** The revision of the set-up in force: an edit from this page names it. */
  setupRevision: z.int(),
  /** What would keep waits short, the most urgent first; empty where nothing is advised. */
  advice: z.array(adviceSchema),
  /** How often advice was right; null where there is no record yet. */
  adviceRecord: adviceRecordSchema.nullable(),
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
  /** Zones whose calls are shown, not spoken, until somebody unmutes them. */
  mutedZones: z.array(zoneIdSchema),
  /** What somebody should see to now, the oldest first. */
  alarms: z.array(alarmSchema),
});
export type SupervisorView = z.infer<typeof supervisorViewSchema>;
