// A supervisor in the midst of a played day: looks at the floor now and then, and may open and close counters and change
// the set-up, as staffing advice would have it.
import type { Setup } from '../../../protocol/setup-schema.ts';
import type { BranchState } from '../../domain/branch-state.ts';
import type { CentreRules } from '../../domain/centre-rules.ts';
import type { RecordedEvent } from '../../domain/events.ts';
import type { DayPlan, Span } from './day-plan.ts';

export type SupervisedFloor = {
  readonly at: number;
  readonly state: BranchState;
  readonly rules: CentreRules;
  readonly rows: readonly RecordedEvent[];
  open(counterId: string, span: Span): void;
  /** As soon as it is free. */
  close(counterId: string): void;
  changeSetup(setup: Setup): void;
};
export type Supervisor = { readonly everyMs: number; look(floor: SupervisedFloor): void };

/** The times at which something comes round, from the day's beginning until the last counter is due to close. */
export function rounds({ counters, beginsAt }: DayPlan, everyMs: number): number[] {
  const ends = counters.flatMap(({ open }) => open.map(({ toAt }) => toAt));
  const endsAt = Math.max(beginsAt, ...ends);
  return Array.from(
    { length: Math.ceil((endsAt - beginsAt) / everyMs) },
    (_, index) => beginsAt + index * everyMs,
  );
}

/** Whether some counter helps out only when somebody has waited long: then an idle one asks again as time passes. */
export function asksAgain({ setup }: DayPlan): boolean {
  return setup.profiles.some(({ terms }) => terms.some((each) => each.whileWaitOverMinutes !== null));
}
