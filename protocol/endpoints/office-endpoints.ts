// The office: staff sessions, the set-up document, reports, the journal as a feed.
import { z } from 'zod';
import { businessDaySchema, counterIdSchema, epochMsSchema, operatorIdSchema } from '../ids.ts';
import { reportDescriptionSchema, reportFormatSchema, reportTableSchema } from '../reports.ts';
import { roleSchema } from '../setup-schema.ts';
import { type Endpoint, everyRole } from './endpoint.ts';

export const sessionAnswerSchema = z.object({
  username: operatorIdSchema,
  name: z.string(),
  roles: z.array(roleSchema),
  /** The counter this person has open now. */
  counterId: counterIdSchema.nullable(),
});
export type SessionAnswer = z.infer<typeof sessionAnswerSchema>;
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
/** The set-up document as JSON: its own schema and consistency are checked after its secrets are put back. */
const setupDocumentSchema = z.record(z.string(), z.unknown());

export const officeEndpoints = {
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
} as const satisfies Record<string, Endpoint>;
