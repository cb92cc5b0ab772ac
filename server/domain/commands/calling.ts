// The call of a ticket to a counter, whoever chose it.
import type { CounterId, OperatorId } from '../../../protocol/ids.ts';
import type { DispatchReason } from '../../../protocol/views/view-parts.ts';
import type { BranchState, Ticket } from '../branch-state.ts';
import type { CentreRules } from '../centre-rules.ts';
import { drawsFrom } from '../draws.ts';
import type { EventOf } from '../events.ts';

export function calling(
  state: BranchState,
  rules: CentreRules,
  at: { readonly counterId: CounterId; readonly operatorId: OperatorId },
  { id: ticketId }: Ticket,
  reason: DispatchReason,
  now: number,
): EventOf<'ticket-called'> {
  const call = { ticketId, ...at, callSeq: state.callSeq + 1, reason };
  return { type: 'ticket-called', ...call, drawsFrom: drawsFrom(state, rules, at.counterId, now) };
}
