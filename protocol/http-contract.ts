// The HTTP contract as one table: method, path, who may ask, the schemas of what goes in and comes out. Routes, the
// published OpenAPI document and the browser's client are all made from it, so that none can differ from another.
import { z } from 'zod';
import { commandSchemas, counterActionNames } from './commands.ts';
import {
  businessDaySchema,
  centreTextSchema,
  counterIdSchema,
  departmentIdSchema,
  deviceIdSchema,
  epochMsSchema,
  languageSchema,
  operatorIdSchema,
  serviceIdSchema,
  ticketIdSchema,
  zoneIdSchema,
} from './ids.ts';
import type { ProblemCode } from './refusals.ts';
import { reportDescriptionSchema, reportFormatSchema, reportTableSchema } from './reports.ts';
import { hoursSchema, type Role, roleSchema, type ScreenKind, screenKindSchema } from './setup-schema.ts';
import {
  counterViewSchema,
  deviceViewSchema,
  estimateSchema,
  floorViewSchema,
  printViewSchema,
  ticketViewSchema,
} from './views.ts';

export type Access = {
  /** Anybody who reaches the server. */
  readonly public?: true;
  readonly staff?: readonly Role[];
  readonly devices?: readonly ScreenKind[];
};
export type Endpoint = {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** With `{name}` parameters, as OpenAPI writes them. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** A command needs the `Idempotency-Key` header. */
  readonly command?: true;
  readonly success: 200 | 201 | 204;
  /** A schema for JSON, or a media type for anything else. */
  readonly answer: z.ZodType | string | null;
  readonly problems: readonly ProblemCode[];
};

const everyRole = roleSchema.options;

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
  /** People who will be called before this ticket. */
  ahead: z.int(),
  estimate: estimateSchema.nullable(),
  trackingUrl: z.string(),
  print: printViewSchema,
});
export type TicketAnswer = z.infer<typeof ticketAnswerSchema>;
export const sessionAnswerSchema = z.object({
  username: operatorIdSchema,
  name: z.string(),
  roles: z.array(roleSchema),
  /** The counter this person has open now. */
  counterId: counterIdSchema.nullable(),
});
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
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
export const eventRowSchema = z.object({
  seq: z.int(),
  at: epochMsSchema,
  businessDay: businessDaySchema,
  type: z.string(),
  schemaVersion: z.int(),
  payload: z.record(z.string(), z.unknown()),
  actor: z.string(),
  commandId: z.string(),
  hash: z.string(),
});
const floorProblems = ['intake-closed'] as const;

/** Bodies of the counter actions: the command's own fields, without its type and counter. */
export const counterActionBodies = {
  open: z.strictObject({}),
  close: z.strictObject({}),
  pause: commandSchemas['pause-counter'].omit({ type: true, counterId: true }),
  resume: z.strictObject({}),
  'call-next': commandSchemas['call-next'].omit({ type: true, counterId: true }),
  call: commandSchemas['call-ticket'].omit({ type: true, counterId: true }),
  recall: commandSchemas['recall-ticket'].omit({ type: true, counterId: true }),
  start: commandSchemas['start-service'].omit({ type: true, counterId: true }),
  finish: commandSchemas['finish-service'].omit({ type: true, counterId: true }),
  'no-show': commandSchemas['mark-no-show'].omit({ type: true, counterId: true }),
  park: commandSchemas['park-ticket'].omit({ type: true, counterId: true }),
  'resume-ticket': commandSchemas['resume-ticket'].omit({ type: true, counterId: true }),
  transfer: z
    .strictObject({
      ticketId: ticketIdSchema.optional(),
      serviceId: serviceIdSchema.optional(),
      counterId: counterIdSchema.optional(),
      keepPlace: z.boolean().default(false),
      journey: z.array(serviceIdSchema).max(8).optional(),
      note: z.string().trim().min(1).max(300).optional(),
    })
    .refine(
      (body) => (body.serviceId === undefined) !== (body.counterId === undefined),
      'give exactly one of serviceId and counterId',
    ),
} as const satisfies Record<(typeof counterActionNames)[number], z.ZodType>;

/** The set-up document as JSON: its own schema and consistency are checked after its secrets are put back. */
const setupDocumentSchema = z.record(z.string(), z.unknown());

export const endpoints = {
  health: {
    method: 'get',
    path: '/healthz',
    summary: 'The process answers',
    access: { public: true },
    success: 200,
    answer: z.object({ status: z.literal('ok') }),
    problems: [],
  },
  ready: {
    method: 'get',
    path: '/readyz',
    summary: 'The journal can be written and the floor is running (503 otherwise)',
    access: { public: true },
    success: 200,
    answer: z.object({
      status: z.enum(['ready', 'not-ready']),
      problems: z.array(z.string()),
      warnings: z.array(z.string()),
    }),
    problems: ['journal-unavailable'],
  },
  metrics: {
    method: 'get',
    path: '/metrics',
    summary: 'Prometheus text',
    access: { public: true },
    success: 200,
    answer: 'text/plain',
    problems: [],
  },
  openapi: {
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: 'This document',
    access: { public: true },
    success: 200,
    answer: z.record(z.string(), z.unknown()),
    problems: [],
  },
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
      ...floorProblems,
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
  reports: {
    method: 'get',
    path: '/api/v1/reports',
    summary: 'The reports and their parameters',
    access: { staff: ['supervisor', 'technician'] },
    success: 200,
    answer: z.object({ reports: z.array(reportDescriptionSchema) }),
    problems: [],
  },
  report: {
    method: 'get',
    path: '/api/v1/reports/{name}',
    summary: 'One report over a period, both days included',
    access: { staff: ['supervisor', 'technician'] },
    params: z.object({ name: z.string() }),
    query: z.object({
      from: businessDaySchema,
      to: businessDaySchema,
      format: reportFormatSchema.default('json'),
    }),
    success: 200,
    answer: reportTableSchema,
    problems: ['unknown-report', 'format-not-offered'],
  },
  session: {
    method: 'get',
    path: '/api/v1/session',
    summary: 'Who is signed in here',
    access: { staff: everyRole },
    success: 200,
    answer: sessionAnswerSchema,
    problems: [],
  },
  'sign-in': {
    method: 'post',
    path: '/api/v1/session',
    summary: 'Staff sign in',
    access: { public: true },
    body: z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(200) }),
    success: 200,
    answer: sessionAnswerSchema,
    problems: ['wrong-credentials'],
  },
  'sign-out': {
    method: 'delete',
    path: '/api/v1/session',
    summary: 'Staff sign out',
    access: { public: true },
    success: 204,
    answer: null,
    problems: [],
  },
  setup: {
    method: 'get',
    path: '/api/v1/setup',
    summary: 'The configuration document; secrets read "kept"',
    access: { staff: ['technician'] },
    success: 200,
    answer: setupDocumentSchema,
    problems: [],
  },
  'put-setup': {
    method: 'put',
    path: '/api/v1/setup',
    summary:
      'Keep an edited configuration document of the revision in force; "kept" leaves a secret, "new:words" sets a password',
    access: { staff: ['technician'] },
    body: setupDocumentSchema,
    success: 200,
    answer: setupDocumentSchema,
    problems: ['invalid-setup', 'setup-changed-meanwhile'],
  },
  devices: {
    method: 'get',
    path: '/api/v1/devices',
    summary: 'Devices and their health',
    access: { staff: ['technician', 'supervisor', 'guide'] },
    success: 200,
    answer: z.object({ devices: z.array(deviceViewSchema) }),
    problems: [],
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
  events: {
    method: 'get',
    path: '/api/v1/events',
    summary: 'Ordered journal feed',
    access: { staff: ['supervisor', 'technician'] },
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    success: 200,
    answer: z.object({ events: z.array(eventRowSchema), next: z.int() }),
    problems: [],
  },
  simulate: {
    method: 'post',
    path: '/api/v1/demo/simulate',
    summary: 'Demonstration only: run the invented day at a speed, or stop it',
    access: { public: true },
    body: z.strictObject({ speed: z.number().min(0).max(10_000) }),
    success: 200,
    answer: z.object({ running: z.boolean(), speed: z.number() }),
    problems: ['not-found'],
  },
} as const satisfies Record<string, Endpoint>;
export type EndpointName = keyof typeof endpoints;
