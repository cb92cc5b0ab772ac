// Take back the last step at a counter: within ten seconds, and only while the fold still keeps it: it forgets a step once
// somebody was called by it or since, and once anything else has happened to its ticket (called elsewhere, rated, moved).
import type { LastStep } from '../branch-state.ts';
import { accept, type Decide, refuse } from '../decision.ts';
import { heldCounter } from './at-counter.ts';

export const undoWithinMs = 10_000;

export const undoStep: Decide<'undo-step'> = (state, { counterId }, context) => {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  const { lastStep } = held.counter;
  if (lastStep === null) return refuse('nothing-to-undo', { counterId });
  if (context.at - lastStep.at > undoWithinMs)
    return refuse('too-late-to-undo', { seconds: undoWithinMs / 1_000 });
  const { step, before } = lastStep;
  const { id: ticketId, status, serviceId, departmentId } = before;
  return accept([{ type: 'step-undone', ...held.at, ticketId, step, status, serviceId, departmentId }], {
    ...{ ticketId, number: before.number, step },
  });
};

/** Until when the last step may be taken back, epoch ms; null where it may not. For screens. */
export function undoUntil(lastStep: LastStep | null, at: number): number | null {
  const until = lastStep === null ? null : lastStep.at + undoWithinMs;
  return until === null || at > until ? null : until;
}
