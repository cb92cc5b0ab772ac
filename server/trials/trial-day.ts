// The recorded day of a trial as a plan, read from the journal's file; what cannot be tried is a value, not a fault.
import type { PolicyName } from '../../protocol/dispatch-setup.ts';
import type { BusinessDay } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import { type PolicyTrial, trialVisitsAtMost } from '../../protocol/views/policy-trial.ts';
import { readRecordedDay } from '../journal/recorded-day.ts';
import type { DayPlan } from '../simulation/play/day-plan.ts';
import { recordedDay } from '../simulation/play/recorded-day.ts';

export type TrialStart = {
  readonly journalFile: string;
  readonly setup: Setup;
  readonly day: BusinessDay;
  readonly policies: readonly PolicyName[];
};
export type TrialEnd =
  | { readonly ok: true; readonly visits: number; readonly leftOut: number; readonly trials: PolicyTrial[] }
  | { readonly ok: false; readonly code: 'unknown-day' }
  | { readonly ok: false; readonly code: 'trial-too-large'; readonly params: { readonly limit: number } };
export type TrialPlan =
  | { readonly ok: true; readonly plan: DayPlan; readonly leftOut: number }
  | Extract<TrialEnd, { ok: false }>;

/** Throws where the file cannot be read as a journal. */
export function trialPlan({ journalFile, setup, day }: TrialStart, limit = trialVisitsAtMost): TrialPlan {
  const rows = readRecordedDay(journalFile, day);
  if (rows.length === 0) return { ok: false, code: 'unknown-day' };
  const issued = rows.filter(({ event }) => event.type === 'ticket-issued').length;
  if (issued > limit) return { ok: false, code: 'trial-too-large', params: { limit } };
  const plan = recordedDay(rows, setup, day);
  return { ok: true, plan, leftOut: issued - plan.visits.length };
}
