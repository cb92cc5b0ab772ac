// The table of wait estimators: a new one is a new file and one line here.
import { todaysPace } from './todays-pace.ts';
import type { WaitEstimator } from './wait-estimator.ts';

export const waitEstimators = { 'todays-pace': todaysPace } as const satisfies Record<string, WaitEstimator>;
