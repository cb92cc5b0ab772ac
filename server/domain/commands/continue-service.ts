// Another service for the same person, at once and at this counter: the first ends without ending the visit, the second
// begins, and nobody is called.
import { accept, type Decide, refuse } from '../decision.ts';
import { heldTicket, withoutSkill } from './at-counter.ts';
import { serviceFinished } from './leaving-counter.ts';

export const continueService: Decide<'continue-service'> = (state, command, context) => {
  const { counterId, ticketId, serviceId } = command;
  const held = heldTicket(state, counterId, ticketId, context);
  if (!held.ok) return held;
  const { ticket } = held;
  const service = context.rules.services.get(serviceId);
  if (service === undefined) return refuse('unknown-service', { serviceId });
  if (ticket.status !== 'serving') return refuse('not-serving', { number: ticket.number });
  const unskilled = withoutSkill(held.counter, serviceId, context);
  if (unskilled !== null) return unskilled;
  const { departmentId } = service;
  return accept(
    [
      serviceFinished(ticket, 'another-service'),
      { type: 'service-continued', ticketId: ticket.id, ...held.at, serviceId, departmentId },
    ],
    { ticketId: ticket.id, number: ticket.number },
  );
};
