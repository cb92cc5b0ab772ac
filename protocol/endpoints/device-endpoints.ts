// Devices: their health, and the pairing of a new screen.
import { z } from 'zod';
import { describedFrameSchema } from '../described-frame.ts';
import { boardSchema, screenKindSchema } from '../device-setup.ts';
import { deviceReasonSchema } from '../device-status.ts';
import { foundByMachineSchema, foundDeviceSchema, networkRangeSchema } from '../found-device.ts';
import { counterIdSchema, deviceIdSchema, epochMsSchema, zoneIdSchema } from '../ids.ts';
import { simulatedDeedSchema } from '../simulated-deed.ts';
import { deviceViewSchema } from '../views/supervisor-view.ts';
import type { Endpoint } from './endpoint.ts';

export const pairRequestSchema = z.strictObject({ kind: screenKindSchema });
/** The device shows `code` and asks again with `secret` until a technician has approved it. */
export const pairAnswerSchema = z.object({
  pairingId: z.string(),
  code: z.string(),
  secret: z.string(),
  expiresAt: epochMsSchema,
});
export const pairApprovalSchema = z.strictObject({
  code: z.string().regex(/^\d{6}$/),
  name: z.string().trim().min(1).max(80),
  counterId: counterIdSchema.optional(),
  zoneId: zoneIdSchema.optional(),
});
/** `lit`: the board has been told to show its number for some seconds; how it answers is its status. `spoken`: heard. */
export const deviceTestSchema = z.object({
  state: z.enum(['printed', 'unconfirmed', 'failed', 'lit', 'spoken']),
  reason: deviceReasonSchema.nullable(),
});
export const frameTrialSchema = z.strictObject({
  protocol: boardSchema.shape.protocol,
  frame: describedFrameSchema.optional(),
  unitId: boardSchema.shape.unitId,
  digits: boardSchema.shape.digits,
  text: z.string().max(20),
});
export type FrameTrial = z.infer<typeof frameTrialSchema>;
export type DeviceTest = z.infer<typeof deviceTestSchema>;
export const deviceEndpoints = {
  devices: {
    method: 'get',
    path: '/api/v1/devices',
    summary: 'Devices and their health',
    access: { staff: ['technician', 'supervisor', 'guide'] },
    success: 200,
    answer: z.object({ devices: z.array(deviceViewSchema) }),
    problems: [],
  },
  'test-device': {
    method: 'post',
    path: '/api/v1/devices/{deviceId}/test',
    summary:
      'Print a test ticket, or light a board for some seconds, so that one finds the device and knows it works',
    access: { staff: ['technician'] },
    params: z.object({ deviceId: deviceIdSchema }),
    body: z.strictObject({}),
    success: 200,
    answer: deviceTestSchema,
    problems: ['not-found'],
  },
  'find-devices': {
    method: 'post',
    path: '/api/v1/devices/find',
    summary: 'What is plugged into this server and into each machine with an agent',
    access: { staff: ['technician'] },
    body: z.strictObject({}),
    success: 200,
    answer: z.object({ machines: z.array(foundByMachineSchema) }),
    problems: [],
  },
  'find-in-network': {
    method: 'post',
    path: '/api/v1/devices/find-in-network',
    summary: 'Printers that listen in a range of addresses; only asked for, never by itself',
    access: { staff: ['technician'] },
    body: networkRangeSchema,
    success: 200,
    answer: z.object({ found: z.array(foundDeviceSchema) }),
    problems: ['too-many-requests'],
  },
  'frame-bytes': {
    method: 'post',
    path: '/api/v1/devices/frame-bytes',
    summary: 'The bytes that would make a board show a text, without a board',
    access: { staff: ['technician'] },
    body: frameTrialSchema,
    success: 200,
    answer: z.object({ hex: z.string() }),
    problems: [],
  },
  'renew-roll': {
    method: 'post',
    path: '/api/v1/devices/{deviceId}/new-roll',
    summary: 'A new roll of paper has been put into a printer',
    access: { staff: ['technician', 'supervisor', 'guide'] },
    params: z.object({ deviceId: deviceIdSchema }),
    body: z.strictObject({}),
    success: 204,
    answer: null,
    problems: ['not-found'],
  },
  'simulate-device': {
    method: 'post',
    path: '/api/v1/demo/devices/{deviceId}',
    summary: 'In a demonstration: press, scan or move what a hand would at a simulated device',
    access: { public: true },
    params: z.object({ deviceId: deviceIdSchema }),
    body: simulatedDeedSchema,
    success: 204,
    answer: null,
    problems: ['not-found'],
  },
  pair: {
    method: 'post',
    path: '/api/v1/devices/pair',
    summary: 'A new screen asks to be paired and shows the code',
    access: { public: true },
    body: pairRequestSchema,
    success: 201,
    answer: pairAnswerSchema,
    problems: [],
  },
  'pair-claim': {
    method: 'post',
    path: '/api/v1/devices/pair/{pairingId}/claim',
    summary: 'The screen collects its identity (a cookie) once approved',
    access: { public: true },
    params: z.object({ pairingId: z.string() }),
    body: z.strictObject({ secret: z.string().min(1).max(200) }),
    success: 200,
    answer: z.object({
      deviceId: deviceIdSchema,
      kind: screenKindSchema,
      counterId: counterIdSchema.nullable(),
      zoneId: zoneIdSchema.nullable(),
    }),
    problems: ['unknown-pairing-code', 'pairing-not-approved'],
  },
  'pair-approve': {
    method: 'post',
    path: '/api/v1/devices/pair/approve',
    summary: 'A technician approves a shown code',
    access: { staff: ['technician'] },
    body: pairApprovalSchema,
    success: 200,
    answer: z.object({ deviceId: deviceIdSchema, kind: screenKindSchema }),
    problems: ['unknown-pairing-code', 'unknown-counter', 'setup-changed-meanwhile'],
  },
  'own-device': {
    method: 'get',
    path: '/api/v1/devices/self',
    summary: 'The identity of the asking screen',
    access: { devices: screenKindSchema.options },
    success: 200,
    answer: z.object({
      deviceId: deviceIdSchema,
      kind: screenKindSchema.nullable(),
      counterId: counterIdSchema.nullable(),
      zoneId: zoneIdSchema.nullable(),
      demo: z.boolean(),
    }),
    problems: ['device-not-paired'],
  },
} as const satisfies Record<string, Endpoint>;
