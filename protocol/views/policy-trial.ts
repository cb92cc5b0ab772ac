// What a dispatch policy would have done on a recorded day: waits by kind of visit and by service, fairness, idle counters.
// Reckoned by server/trials. Times are ms, shares lie between 0 and 1.
import { z } from 'zod';
import { boundCodes, policyNameSchema } from '../dispatch-setup.ts';
import { centreTextSchema, serviceIdSchema } from '../ids.ts';

/** Kinds of visit, each with a promise of its own. */
export const visitKinds = ['ordinary', 'priority', 'appointments'] as const;
export type VisitKind = (typeof visitKinds)[number];

/** A trial is bounded, so that it holds nobody up. */
export const trialVisitsAtMost = 10_000;
export const trialSecondsAtMost = 30;

const trialWaitsSchema = z.object({
  /** Everybody who joined; the figures after it are of those who were called. */
  visitors: z.int(),
  called: z.int(),
  meanMs: z.number(),
  medianMs: z.number(),
  p95Ms: z.number(),
  worstMs: z.number(),
  /** Of those who did not cancel: waited longer than promised, or were never called. */
  overPromiseShare: z.number(),
});
export type TrialWaits = z.infer<typeof trialWaitsSchema>;

export const waitBoundSchema = z.object({
  code: z.enum(boundCodes),
  params: z.record(z.string(), z.number()),
});
export type WaitBoundView = z.infer<typeof waitBoundSchema>;

export const policyTrialSchema = z.object({
  policy: policyNameSchema,
  /** An appointment's wait begins when it counts as waiting for its time; who came too late for it is a walk-in. */
  kinds: z.object({
    ordinary: trialWaitsSchema,
    priority: trialWaitsSchema,
    appointments: trialWaitsSchema,
  }),
  services: z.array(
    z.object({ serviceId: serviceIdSchema, name: centreTextSchema, waits: trialWaitsSchema }),
  ),
  /** How often the one who was passed most was passed by people who joined later. */
  passedMost: z.int(),
  /** Never called by the time that the counters closed, or given no number. */
  unserved: z.int(),
  /** Of the counters' open time. */
  idleShare: z.number(),
});
export type PolicyTrial = z.infer<typeof policyTrialSchema>;
