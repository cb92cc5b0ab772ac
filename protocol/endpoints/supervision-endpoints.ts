// Supervision: a counter moved to another zone, one officer's day with care, and past days played again.
import { z } from 'zod';
import {
  businessDaySchema,
  centreTextSchema,
  counterIdSchema,
  operatorIdSchema,
  serviceIdSchema,
  zoneIdSchema,
} from '../ids.ts';
import { replayDaySchema, replayFramesAtMost, replayFramesSchema } from '../views/replay-view.ts';
import type { Endpoint } from './endpoint.ts';

/** Fewer services than this give no figure of one person, and of the centre none either. */
export const enoughForFigure = 5;

const operatorSchema = z.object({ id: operatorIdSchema, name: z.string(), unit: z.string() });
export const operatorDaySchema = z.object({
  day: businessDaySchema,
  operator: operatorSchema,
  /** Services finished that day. */
  served: z.int(),
  noShows: z.int(),
  /** How long this person sat at counters, ms. */
  atCountersMs: z.int(),
  services: z.array(
    z.object({
      serviceId: serviceIdSchema,
      name: centreTextSchema,
      served: z.int(),
      /** Null where fewer than `enoughForFigure` were served. */
      medianSeconds: z.int().nullable(),
      /** By everybody of the centre over the days before and this one; null where they are too few. */
      usualSeconds: z.int().nullable(),
      usualOf: z.int(),
    }),
  ),
  pauses: z.array(z.object({ reason: centreTextSchema, times: z.int(), totalMs: z.int() })),
  outcomes: z.array(z.object({ outcome: centreTextSchema.nullable(), times: z.int() })),
  enoughForFigure: z.literal(enoughForFigure),
});
export type OperatorDay = z.infer<typeof operatorDaySchema>;

const framesQuery = z
  .object({
    from: z.coerce.number().int().min(0),
    to: z.coerce.number().int().min(0),
    stepSeconds: z.coerce.number().int().min(1).max(3_600).default(30),
  })
  .refine(({ from, to }) => to >= from, 'must not begin after it ends')
  .refine(
    ({ from, to, stepSeconds }) => (to - from) / (stepSeconds * 1_000) <= replayFramesAtMost - 1,
    `must be at most ${replayFramesAtMost} frames`,
  );

export const supervisionEndpoints = {
  'move-counter': {
    method: 'put',
    path: '/api/v1/counters/{counterId}/zone',
    summary: 'Move a counter to another zone: an edit of the set-up, journalled as such',
    access: { staff: ['supervisor', 'technician'] },
    params: z.object({ counterId: counterIdSchema }),
    body: z.strictObject({
      zoneId: zoneIdSchema,
      /** The revision of the set-up that the asker has seen. */
      revision: z.int().min(0).optional(),
    }),
    success: 200,
    answer: z.object({ counterId: counterIdSchema, zoneId: zoneIdSchema, revision: z.int() }),
    problems: ['unknown-counter', 'unknown-zone', 'invalid-setup', 'setup-changed-meanwhile'],
  },
  operators: {
    method: 'get',
    path: '/api/v1/operators',
    summary: 'Whose day one may look at, by name: a supervisor everybody’s, an officer the own',
    access: { staff: ['operator', 'supervisor'] },
    success: 200,
    answer: z.object({ operators: z.array(operatorSchema), today: businessDaySchema }),
    problems: [],
  },
  'operator-day': {
    method: 'get',
    path: '/api/v1/operators/{operatorId}/day',
    summary: 'What one officer did on a day, beside the centre’s usual; no ranking of persons',
    access: { staff: ['operator', 'supervisor'] },
    params: z.object({ operatorId: operatorIdSchema }),
    query: z.object({ day: businessDaySchema.optional() }),
    success: 200,
    answer: operatorDaySchema,
    problems: ['unknown-operator', 'not-allowed'],
  },
  'replay-days': {
    method: 'get',
    path: '/api/v1/replay',
    summary: 'The newest business days of the journal, newest first',
    access: { staff: ['supervisor', 'technician'] },
    success: 200,
    answer: z.object({ days: z.array(businessDaySchema) }),
    problems: [],
  },
  'replay-day': {
    method: 'get',
    path: '/api/v1/replay/{day}',
    summary: 'When a day began and ended, and when something was amiss',
    access: { staff: ['supervisor', 'technician'] },
    params: z.object({ day: businessDaySchema }),
    success: 200,
    answer: replayDaySchema,
    problems: ['unknown-day', 'too-many-requests'],
  },
  'replay-frames': {
    method: 'get',
    path: '/api/v1/replay/{day}/frames',
    summary: `The supervisor’s view at chosen times of a day, at most ${replayFramesAtMost}; each frame against the one before`,
    access: { staff: ['supervisor', 'technician'] },
    params: z.object({ day: businessDaySchema }),
    query: framesQuery,
    success: 200,
    answer: replayFramesSchema,
    problems: ['unknown-day', 'too-many-requests'],
  },
} as const satisfies Record<string, Endpoint>;
