// The short-lived thread of one trial: reads the day, plays it under each policy, answers once and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { policyTrial } from './policy-trial.ts';
import { type TrialEnd, type TrialStart, trialPlan } from './trial-day.ts';

const start = workerData as TrialStart;
const planned = trialPlan(start);
const end: TrialEnd = planned.ok
  ? {
      ...{ ok: true, visits: planned.plan.visits.length, leftOut: planned.leftOut },
      trials: start.policies.map((policy) => policyTrial(planned.plan, policy)),
    }
  : planned;
parentPort?.postMessage(end);
