// What a dispatch policy is: a pure function that orders those who may be called at a counter and says why the first
// of them comes first. Nobody in the list is left out and nobody is added.
import type { DispatchReason } from '../../../protocol/views/view-parts.ts';
import type { WaitingTicket } from '../branch-state.ts';

export type DispatchPolicy = {
  /** The order in which "next" would call them now. */
  readonly order: (eligible: readonly WaitingTicket[], at: number) => readonly WaitingTicket[];
  /** Why the first of this order comes first. */
  readonly reason: (order: readonly WaitingTicket[], at: number) => DispatchReason;
};
