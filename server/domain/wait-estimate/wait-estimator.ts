// What a wait estimator is: a pure function of the floor that says how long a waiting ticket will still wait, as a low,
// a middle and a high figure, or that it is unknown.
import type { WaitingTicket } from '../branch-state.ts';

export type WaitEstimate = { readonly lowMs: number; readonly medianMs: number; readonly highMs: number };
export type EstimateInput = {
  readonly ticket: WaitingTicket;
  /** People who will be called before it. */
  readonly ahead: number;
  /** Counters open now that may call it. */
  readonly openCounters: number;
  /** How long services of today took that those counters could do, ms, any order. */
  readonly serviceTimesMs: readonly number[];
};
export type WaitEstimator = (input: EstimateInput) => WaitEstimate | null;
