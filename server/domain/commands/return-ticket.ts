// Somebody who was absent has come back: within the centre's minutes they are called after the next few others, so that
// missing one's call is never better than hearing it; later they join as whoever comes now. How often is bounded.
import { accept, type Decide, refuse } from '../decision.ts';

const minuteMs = 60_000;

export const returnTicket: Decide<'return-ticket'> = (state, { ticketId }, { rules, at }) => {
  const ticket = state.tickets.get(ticketId);
  if (ticket === undefined) return refuse('unknown-ticket', { ticketId });
  if (ticket.status !== 'no-show') return refuse('not-absent', { number: ticket.number });
  const { withinMinutes, afterNext, timesAtMost } = rules.setup.dispatch.returns;
  if (ticket.returns >= timesAtMost)
    return refuse('too-many-returns', { number: ticket.number, limit: timesAtMost });
  const isSoon = at - ticket.missedAt <= withinMinutes * minuteMs;
  const turnsToWait = isSoon ? afterNext : null;
  return accept([{ type: 'ticket-returned', ticketId, turnsToWait }], {
    ...{ ticketId, number: ticket.number, turnsToWait },
  });
};
