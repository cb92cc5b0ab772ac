// The whole floor: the public snapshot, devices, and the supervisor's view around both.
// Built by server/application/views/floor-view.ts.
import { z } from 'zod';
import { screenKindSchema } from '../device-setup.ts';
import { deviceReasonSchema, deviceStatusSchema } from '../device-status.ts';
import {
  businessDaySchema,
  counterIdSchema,
  deviceIdSchema,
  epochMsSchema,
  operatorIdSchema,
  serviceIdSchema,
  zoneIdSchema,
} from '../ids.ts';
import { callViewSchema, counterHeadSchema, ticketViewSchema } from './view-parts.ts';

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
  /** Zones whose calls are shown, not spoken, until somebody unmutes them. */
  mutedZones: z.array(zoneIdSchema),
  /** What somebody should see to now, the oldest first. */
  alarms: z.array(alarmSchema),
});
export type SupervisorView = z.infer<typeof supervisorViewSchema>;
