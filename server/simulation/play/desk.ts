// A counter of a played day and its officer: what is planned for it, since when it is free, what its time went into.
import type { Actor } from '../../../protocol/commands.ts';
import type { OperatorId } from '../../../protocol/ids.ts';
import type { PlannedCounter } from './day-plan.ts';
import type { PlayedCounter } from './played-day.ts';

export type Desk = {
  readonly plan: PlannedCounter;
  readonly actor: Actor;
  readonly figures: PlayedCounter;
  /** Since when it has been free; null while it is closed, paused or has somebody in hand. */
  idleSince: number | null;
  openedAt: number;
  closesAt: number;
  busySince: number;
  /** How long the pauses are that begin when it is next free. */
  readonly pausesDue: number[];
};

export function newDesk(plan: PlannedCounter): Desk {
  const { counterId } = plan;
  return {
    plan,
    actor: { kind: 'staff', id: `o-${counterId}` as OperatorId, mayActAnywhere: false },
    figures: { counterId, openMs: 0, busyMs: 0, pausedMs: 0 },
    ...{ idleSince: null, openedAt: 0, closesAt: 0, busySince: 0, pausesDue: [] },
  };
}

/** The free ones, idle longest first. */
export function idleFirst(desks: Iterable<Desk>): Desk[] {
  const idle = [...desks].filter(({ idleSince }) => idleSince !== null);
  return idle.sort((a, b) => (a.idleSince ?? 0) - (b.idleSince ?? 0));
}
