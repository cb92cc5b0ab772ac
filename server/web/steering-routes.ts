// Steering the floor over HTTP: returns, priority, moves, what a counter draws from today, intake.
import type { Command } from '../../protocol/commands.ts';
import type { SteeredCounter, SteeredTicket } from '../../protocol/endpoints/steering-endpoints.ts';
import type { CommandId, CounterId, ServiceId, TicketId } from '../../protocol/ids.ts';
import { actorFor, carryOut } from './command-access.ts';
import type { WebParts } from './doors.ts';
import type { Identity } from './identity.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

export function steeringRoutes(route: RouteMaker, { floor }: WebParts): void {
  const carriedOut = (command: Command, commandId: CommandId, identity: Identity) =>
    carryOut(floor, commandId, command, actorFor(command, identity));
  const steeredTicket = (ticketId: TicketId): SteeredTicket => {
    const ticket = floor.state.tickets.get(ticketId);
    if (ticket === undefined) throw new ProblemError('unknown-ticket', { params: { ticketId } });
    const { id, number, serviceId, status, issuedAt, priorityClass, turnsToWait } = ticket;
    return {
      ticket: { id, number, serviceId, status, issuedAt, priorityClass },
      ahead: floor.ahead(id),
      turnsToWait,
    };
  };
  const steeredCounter = (counterId: CounterId): SteeredCounter => {
    const watched = floor
      .view<'supervisor'>({ view: 'supervisor' })
      ?.counters.find(({ id }) => id === counterId);
    if (watched === undefined) throw new ProblemError('unknown-counter', { params: { counterId } });
    const { id, profileId, ownProfile, lendings, serviceIds } = watched;
    return { id, profileId, ownProfile, lendings, serviceIds };
  };

  route('return-ticket', ({ params: { ticketId }, commandId, identity }) => {
    carriedOut({ type: 'return-ticket', ticketId }, commandId, identity);
    return steeredTicket(ticketId);
  });
  route('set-priority', ({ params: { ticketId }, body, commandId, identity }) => {
    carriedOut({ type: 'set-priority', ticketId, ...body }, commandId, identity);
    return steeredTicket(ticketId);
  });
  route('move-ticket', ({ params: { ticketId }, body, commandId, identity }) => {
    carriedOut({ type: 'move-ticket', ticketId, ...body }, commandId, identity);
    return steeredTicket(ticketId);
  });
  route('set-work-profile', ({ params: { counterId }, body, commandId, identity }) => {
    carriedOut({ type: 'set-work-profile', counterId, ...body }, commandId, identity);
    return steeredCounter(counterId);
  });
  route('lend-counter', ({ params: { counterId }, body, commandId, identity }) => {
    carriedOut({ type: 'lend-counter', counterId, ...body }, commandId, identity);
    return steeredCounter(counterId);
  });
  route('end-lending', ({ params: { counterId }, body, commandId, identity }) => {
    carriedOut({ type: 'end-lending', counterId, ...body }, commandId, identity);
    return steeredCounter(counterId);
  });
  route('set-intake', ({ body, commandId, identity }) => {
    carriedOut({ type: 'set-intake', ...body }, commandId, identity);
    const stopped = [...floor.state.intakeStopped];
    return {
      all: stopped.includes('all'),
      serviceIds: stopped.filter((id): id is ServiceId => id !== 'all'),
    };
  });
}
