// Tickets: give one, look at it, give it back, print it again.
import type { Command } from '../../protocol/commands.ts';
import type { TicketAnswer } from '../../protocol/endpoints/floor-endpoints.ts';
import type { ServiceId, TicketId } from '../../protocol/ids.ts';
import type { PrintView } from '../../protocol/views/view-parts.ts';
import { actorFor, carryOut } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { kioskOf } from './identity.ts';
import { ProblemError } from './problems.ts';
import type { RouteMaker } from './route.ts';

export function ticketRoutes(route: RouteMaker, { floor, devices, ticketLink }: WebParts): void {
  const answerFor = (id: TicketId, print: PrintView): TicketAnswer => {
    const ticket = floor.state.tickets.get(id);
    if (ticket === undefined) throw new ProblemError('unknown-ticket', { params: { ticketId: id } });
    const { number, serviceId, issuedAt, priorityClass, status } = ticket;
    return {
      ticket: { id, number, serviceId, status, issuedAt, priorityClass },
      ...about(id, serviceId),
      counterNumber:
        status === 'called' || status === 'serving'
          ? (floor.rules.counters.get(ticket.counterId)?.number ?? null)
          : null,
      ahead: floor.ahead(id),
      estimate: floor.estimateFor(id),
      trackingUrl: ticketLink(id),
      print,
    };
  };
  const about = (id: TicketId, serviceId: ServiceId) => ({
    serviceName: floor.rules.services.get(serviceId)?.name ?? { vi: serviceId },
    language: floor.state.tickets.get(id)?.language ?? 'vi',
  });

  route('issue-ticket', ({ body, commandId, identity }) => {
    const command: Command = { type: 'issue-ticket', ...body };
    const { result, repeated } = carryOut(floor, commandId, command, actorFor(command, identity));
    const id = result.ticketId as TicketId;
    const print = devices.requestPrint(id, kioskOf(identity), repeated);
    // As it was issued, so that the same command id gives the same answer however late it is asked again.
    const ticket = {
      ...{
        id,
        number: String(result.number),
        serviceId: result.serviceId,
        status: 'waiting',
        issuedAt: Number(result.issuedAt),
      },
      priorityClass: result.priorityClass,
    } as TicketAnswer['ticket'];
    return {
      ticket,
      ...about(id, ticket.serviceId),
      counterNumber: null,
      ahead: Number(result.ahead),
      estimate: floor.estimateFor(id),
      trackingUrl: ticketLink(id),
      print,
    };
  });
  route('ticket', ({ params }) => answerFor(params.ticketId, devices.printOf(params.ticketId)));
  route('cancel-ticket', ({ params, commandId, identity }) => {
    const command: Command = { type: 'cancel-ticket', ticketId: params.ticketId };
    carryOut(floor, commandId, command, actorFor(command, identity));
    return answerFor(params.ticketId, devices.printOf(params.ticketId));
  });
  route('print-ticket', ({ params, identity }) => {
    if (!floor.state.tickets.has(params.ticketId))
      throw new ProblemError('unknown-ticket', { params: { ticketId: params.ticketId } });
    return answerFor(params.ticketId, devices.reprint(params.ticketId, kioskOf(identity)));
  });
}
