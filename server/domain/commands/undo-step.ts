// Take back the last step at a counter: within ten seconds, where nobody was called by it or since, where nobody has taken
// the ticket up elsewhere, and where it has not been rated.
import type { BranchState, LastStep, Ticket } from '../branch-state.ts';
import { accept, type Decide, type DecideContext, refuse } from '../decision.ts';
import { heldCounter } from './at-counter.ts';

export const undoWithinMs = 10_000;

export const undoStep: Decide<'undo-step'> = (state, { counterId }, context) => {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  const { lastStep } = held.counter;
  if (lastStep === null || !stands(state, lastStep)) return refuse('nothing-to-undo', { counterId });
  if (context.at - lastStep.at > undoWithinMs)
    return refuse('too-late-to-undo', { seconds: undoWithinMs / 1_000 });
  const { step, before } = lastStep;
  const { id: ticketId, status, serviceId, departmentId } = before;
  return accept([{ type: 'step-undone', ...held.at, ticketId, step, status, serviceId, departmentId }], {
    ...{ ticketId, number: before.number, step },
  });
};

/** Until when the last step may be taken back, epoch ms; null where it may not. For screens. */
export function undoUntil(
  state: BranchState,
  lastStep: LastStep | null,
  { at }: Pick<DecideContext, 'at'>,
): number | null {
  if (lastStep === null || !stands(state, lastStep)) return null;
  const until = lastStep.at + undoWithinMs;
  return at > until ? null : until;
}

/** Whether the ticket still is as the step left it. */
function stands(state: BranchState, { step, before }: LastStep): boolean {
  const ticket = state.tickets.get(before.id);
  return ticket !== undefined && leftBy[step](ticket);
}

const leftBy: Readonly<Record<LastStep['step'], (ticket: Ticket) => boolean>> = {
  start: (ticket) => ticket.status === 'serving',
  finish: (ticket) => ticket.status === 'finished' && !ticket.rated,
  'no-show': (ticket) => ticket.status === 'no-show',
  park: (ticket) => ticket.status === 'parked',
  transfer: (ticket) => ticket.status === 'waiting',
};
