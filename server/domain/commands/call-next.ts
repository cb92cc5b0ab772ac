// Call the next ticket: the first in the order of the dispatch policy among those this counter draws from. With
// `finishPresent` the ticket being served is finished in the same step; a ticket that was called but whose holder has
// not come is never finished this way, so that pressing twice loses nobody.
import { accept, type Decide, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { orderAt, ticketInHand } from '../queue.ts';
import { heldCounter } from './at-counter.ts';
import { calling } from './calling.ts';
import { finishing } from './finish-service.ts';

export const callNext: Decide<'call-next'> = (state, command, context) => {
  const { counterId, finishPresent } = command;
  const held = heldCounter(state, counterId, context);
  if (!held.ok) return held;
  if (held.counter.status === 'paused') return refuse('counter-paused', { counterId });
  const present = ticketInHand(state, held.counter);
  const events: DomainEvent[] = [];
  if (present !== null) {
    if (finishPresent !== undefined && finishPresent !== present.id)
      return refuse('not-in-hand', { number: present.number });
    if (finishPresent === undefined || present.status !== 'serving')
      return refuse('ticket-in-hand', { number: present.number });
    const finished = finishing(present, context, command);
    if ('ok' in finished) return finished;
    events.push(...finished);
  } else if (finishPresent !== undefined) return refuse('no-ticket-in-hand', { counterId });
  const { order, reason } = orderAt(state, context.rules, counterId, context.at);
  const next = order[0];
  if (next === undefined || reason === null) {
    return present === null
      ? refuse('nobody-waiting', { counterId })
      : accept(events, { ticketId: null, number: null, callSeq: null });
  }
  const call = calling(state, context.rules, held.at, next, reason, context.at);
  return accept([...events, call], { ticketId: next.id, number: next.number, callSeq: call.callSeq });
};
