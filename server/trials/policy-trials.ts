// Runs trials of policies, one at a time and within a bounded time: in a thread of its own as the program runs, or policy by
// policy between two turns of the event loop where the source runs as it is. Nothing is kept of a trial.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { BusinessDay } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { type PolicyTrial, trialSecondsAtMost } from '../../protocol/views/policy-trial.ts';
import type { Clock } from '../application/clock.ts';
import type { WaitBound } from '../domain/dispatch/dispatch-policy.ts';
import { policyMakers } from '../domain/dispatch/policies.ts';
import { policyTrial } from './policy-trial.ts';
import { type TrialEnd, type TrialStart, trialPlan } from './trial-day.ts';

export type Tried =
  | TrialEnd
  | { readonly ok: false; readonly code: 'busy' | 'failed' }
  | { readonly ok: false; readonly code: 'trial-too-long'; readonly params: { readonly seconds: number } };
export type PolicyTrials = {
  /** What a policy promises with the centre's figures. */
  bound(policy: PolicyName): WaitBound;
  try(day: BusinessDay, policies: readonly PolicyName[]): Promise<Tried>;
  /** Ends a trial that is under way: it has failed. */
  close(): Promise<void>;
};
type Parts = {
  readonly journalFile: string;
  readonly setup: () => Setup;
  readonly clock: Clock;
  readonly log: (level: 'warn', message: string, details: Record<string, unknown>) => void;
};
/** A trial under way; `stop` makes it end early with this. */
type Running = { readonly ended: Promise<Tried>; readonly stop: (why: Tried) => Promise<void> };

/** Compiled: a thread runs no TypeScript. */
const script = new URL('./trial-worker.js', import.meta.url);
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 };
const tooLong: Tried = { ok: false, code: 'trial-too-long', params: { seconds: trialSecondsAtMost } };
const failed: Tried = { ok: false, code: 'failed' };

export function openPolicyTrials({ journalFile, setup, clock, log }: Parts): PolicyTrials {
  const run = existsSync(fileURLToPath(script)) ? inThread : here;
  let running: Running | null = null;
  return {
    bound: (policy) => policyMakers[policy](setup().dispatch).bound,
    async try(day, policies) {
      if (running !== null) return { ok: false, code: 'busy' };
      const lost = (error: unknown) => {
        log('warn', 'a trial of policies failed', { day, error: String(error) });
        return failed;
      };
      const mine = run({ journalFile, setup: setup(), day, policies }, lost);
      running = mine;
      const cancel = clock.after(trialSecondsAtMost * 1_000, () => void mine.stop(tooLong));
      try {
        return await mine.ended;
      } finally {
        cancel();
        running = null;
      }
    },
    close: async () => running?.stop(failed),
  };
}

function inThread(start: TrialStart, lost: (error: unknown) => Tried): Running {
  const worker = new Worker(script, { workerData: start, resourceLimits });
  worker.unref();
  let end: (tried: Tried) => void = () => {};
  const ended = new Promise<Tried>((resolve) => {
    end = resolve;
    worker.once('message', (tried: TrialEnd) => resolve(tried));
    worker.once('error', (error) => resolve(lost(error)));
    worker.once('exit', (code) => resolve(code === 0 ? failed : lost(`the thread ended with ${code}`)));
  });
  return {
    ended,
    async stop(why) {
      end(why);
      await worker.terminate();
    },
  };
}

function here(start: TrialStart, lost: (error: unknown) => Tried): Running {
  let stopped: Tried | null = null;
  const play = async (): Promise<Tried> => {
    const planned = trialPlan(start);
    if (!planned.ok) return planned;
    const trials: PolicyTrial[] = [];
    for (const policy of start.policies) {
      await new Promise((resume) => setImmediate(resume));
      if (stopped !== null) return stopped;
      trials.push(policyTrial(planned.plan, policy));
    }
    return { ok: true, visits: planned.plan.visits.length, leftOut: planned.leftOut, trials };
  };
  return {
    ended: play().catch(lost),
    async stop(why) {
      stopped = why;
    },
  };
}
