// Start a business day: what the day before left open gets a record of its own (nobody who held a number is without
// one), counters close, and numbers begin anew. Calls go on being counted, so that no screen takes one for an old one.
import type { BranchState } from '../branch-state.ts';
import { accept, type Decide, refuse } from '../decision.ts';
import type { DomainEvent } from '../events.ts';
import { serviceFinished } from './leaving-counter.ts';

export const startBusinessDay: Decide<'start-business-day'> = (state, _command, { businessDay }) => {
  if (state.businessDay !== null && businessDay <= state.businessDay)
    return refuse('day-already-started', { day: state.businessDay });
  return accept([
    ...ticketsLeft(state),
    ...countersLeft(state),
    {
      type: 'business-day-started',
      day: businessDay,
      previousDay: state.businessDay,
      lastCallSeq: state.callSeq,
    },
  ]);
};

function ticketsLeft(state: BranchState): DomainEvent[] {
  const events: DomainEvent[] = [];
  for (const ticket of state.tickets.values()) {
    if (ticket.status === 'serving') events.push(serviceFinished(ticket, 'day-ended'));
    else if (ticket.status === 'waiting' || ticket.status === 'called' || ticket.status === 'parked')
      events.push({ type: 'ticket-cancelled', ticketId: ticket.id, cause: 'day-ended' });
  }
  return events;
}

function countersLeft(state: BranchState): DomainEvent[] {
  const events: DomainEvent[] = [];
  for (const { id, ...counter } of state.counters.values()) {
    if (counter.status !== 'closed')
      events.push({
        type: 'counter-closed',
        counterId: id,
        operatorId: counter.operatorId,
        cause: 'day-ended',
      });
  }
  return events;
}
