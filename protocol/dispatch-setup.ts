// Who is called next, as the centre settles it: the policy, what it promises to whom, and how appointments, returns and
// transfers take their place. What the figures do is in server/domain/dispatch.
import { z } from 'zod';
import { priorityClassIdSchema, serviceIdSchema } from './ids.ts';

export const policyNames = [
  'promise-share',
  'first-come',
  'strict-priority',
  'ratio',
  'accumulating-priority',
  'appointment-window',
] as const;
export const policyNameSchema = z.enum(policyNames);
export type PolicyName = z.infer<typeof policyNameSchema>;

export type PolicyWarning = 'unbounded' | 'priority-waits' | 'appointments-wait' | 'transfers-wait';
/** What whoever chooses a policy is told before; the sentences are on the page `reason` of the locales. */
export const policyWarnings: Readonly<Record<PolicyName, readonly PolicyWarning[]>> = {
  'promise-share': [],
  'first-come': ['priority-waits', 'appointments-wait', 'transfers-wait'],
  'strict-priority': ['unbounded', 'appointments-wait', 'transfers-wait'],
  ratio: ['appointments-wait', 'transfers-wait'],
  'accumulating-priority': ['appointments-wait', 'transfers-wait'],
  'appointment-window': ['priority-waits', 'transfers-wait'],
};

/** The kinds of promise a policy makes about being passed; `none` is no promise. */
export const boundCodes = ['never-passed', 'joined-early', 'in-a-row', 'appointments-only', 'none'] as const;
export type BoundCode = (typeof boundCodes)[number];

const minutes = z.number().min(0).max(480);
const promise = z.number().min(1).max(480);
const promisesSchema = z.strictObject({
  ordinaryMinutes: promise.default(30),
  priorityMinutes: promise.default(8),
  /** A priority ticket counts as having waited so long already when it joins. */
  priorityHeadStartMinutes: minutes.default(3),
  /** Who was sent on, or has come back in time, is promised this share of the usual. */
  againShare: z.number().min(0.1).max(1).default(0.5),
  /** Other promises for single services. */
  services: z
    .array(
      z.strictObject({
        serviceId: serviceIdSchema,
        ordinaryMinutes: promise,
        priorityMinutes: promise,
      }),
    )
    .max(500)
    .default([]),
  /** Other promises for single priority classes; they go before the service's. */
  classes: z
    .array(z.strictObject({ classId: priorityClassIdSchema, minutes: promise, headStartMinutes: minutes }))
    .max(20)
    .default([]),
});
const appointmentsSchema = z.strictObject({
  /** From so long before the booked time it counts as waiting for its appointment. */
  earlyMinutes: minutes.default(6),
  /** It is promised to be called within so long after `earlyMinutes` before the booked time. */
  promiseMinutes: promise.default(3),
  /** Whoever comes later than this is a walk-in, with a credit of waiting. */
  lateMinutes: minutes.default(15),
  lateCreditMinutes: minutes.default(5),
});
/** Who was absent and comes back within so many minutes is called after the next so many others. */
const returnsSchema = z.strictObject({
  withinMinutes: minutes.default(15),
  afterNext: z.int().min(1).max(20).default(3),
  /** How often one number may come back in a day. */
  timesAtMost: z.int().min(0).max(5).default(1),
});
export const dispatchSchema = z.strictObject({
  policy: policyNameSchema.default('promise-share'),
  promises: promisesSchema.prefault({}),
  appointments: appointmentsSchema.prefault({}),
  returns: returnsSchema.prefault({}),
  /** Nobody is passed more often than this by people who joined later; `strict-priority` promises no such thing. */
  passedAtMost: z.int().min(1).max(200).default(20),
  /** `ratio`: so many priority tickets at one counter, then one ordinary. */
  priorityInARow: z.int().min(1).max(20).default(2),
  /** `accumulating-priority`: a priority ticket's waiting counts so many times. */
  priorityRate: z.number().min(1).max(20).default(3),
  /** After so many recalls nobody has answered, "absent" is suggested. */
  suggestNoShowAfterRecalls: z.int().min(1).max(20).default(2),
});
export type DispatchSetup = z.infer<typeof dispatchSchema>;
export const defaultDispatch: DispatchSetup = dispatchSchema.parse({});
