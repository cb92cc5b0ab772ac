// Close a counter: only with empty hands, so that no ticket is left with nobody.
import { accept, type Decide, refuse } from '../decision.ts';
import { ticketInHand } from '../queue.ts';
import { heldCounter } from './at-counter.ts';

export const closeCounter: Decide<'close-counter'> = (state, { counterId }, context) => {
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  const ticket = ticketInHand(state, held.counter);
  if (ticket !== null) return refuse('ticket-in-hand', { number: ticket.number });
  return accept([{ type: 'counter-closed', ...held.at, cause: 'operator' }]);
};
