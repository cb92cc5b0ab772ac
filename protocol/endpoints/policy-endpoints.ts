// The policy by which numbers are called: which is in force and what each promises, a trial of policies on a recorded day,
// and switching one on.
import { z } from 'zod';
import { policyNameSchema, policyNames } from '../dispatch-setup.ts';
import { businessDaySchema } from '../ids.ts';
import { policyTrialSchema, trialVisitsAtMost, waitBoundSchema } from '../views/policy-trial.ts';
import type { Endpoint } from './endpoint.ts';

const policiesInForceSchema = z.object({
  inForce: policyNameSchema,
  /** The revision of the set-up, to be sent along when another is switched on. */
  revision: z.int(),
  /** The sentences of `code` are on the page `reason` of the locales. */
  policies: z.array(z.object({ policy: policyNameSchema, bound: waitBoundSchema })),
});
export type PoliciesInForce = z.infer<typeof policiesInForceSchema>;

const triedSchema = z.object({
  day: businessDaySchema,
  /** People whose day was played. */
  visits: z.int(),
  /** People of that day whose service is in the set-up no more. */
  leftOut: z.int(),
  /** In the order asked for. */
  trials: z.array(policyTrialSchema),
});
export type Tried = z.infer<typeof triedSchema>;

export const policyEndpoints = {
  'dispatch-policy': {
    method: 'get',
    path: '/api/v1/dispatch-policy',
    summary: 'The dispatch policy in force, and what each policy promises with the centre’s figures',
    access: { staff: ['supervisor', 'technician'] },
    success: 200,
    answer: policiesInForceSchema,
    problems: [],
  },
  'switch-policy': {
    method: 'put',
    path: '/api/v1/dispatch-policy',
    summary: 'Switch a dispatch policy on, from the next call: an edit of the set-up, journalled as such',
    access: { staff: ['supervisor', 'technician'] },
    body: z.strictObject({
      policy: policyNameSchema,
      /** The revision of the set-up that the asker has seen. */
      revision: z.int().min(0),
    }),
    success: 200,
    answer: z.object({ inForce: policyNameSchema, revision: z.int() }),
    problems: ['invalid-setup', 'setup-changed-meanwhile'],
  },
  'try-policies': {
    method: 'post',
    path: '/api/v1/policy-trials',
    summary: `Play a recorded day under other policies, one trial at a time and at most ${trialVisitsAtMost} visits; nothing is changed`,
    access: { staff: ['supervisor', 'technician'] },
    body: z.strictObject({
      day: businessDaySchema,
      policies: z
        .array(policyNameSchema)
        .min(1)
        .max(policyNames.length)
        .refine((names) => new Set(names).size === names.length, 'must not name a policy twice'),
    }),
    success: 200,
    answer: triedSchema,
    problems: ['unknown-day', 'too-many-requests', 'trial-too-large', 'trial-too-long'],
  },
} as const satisfies Record<string, Endpoint>;
