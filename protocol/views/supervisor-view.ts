// The whole floor: the public snapshot, devices, and the supervisor's view around both.
// Built by server/application/views/floor-view.ts.
import { z } from 'zod';
import { deviceStatusSchema } from '../device-status.ts';
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
