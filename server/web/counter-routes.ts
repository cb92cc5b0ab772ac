// The counter: what its operator sees and does, and the rating of what was done.
import { type Command, type CounterAction, counterActions } from '../../protocol/commands.ts';
import { counterActionBodies } from '../../protocol/endpoints/floor-endpoints.ts';
import type { CounterId, TicketId } from '../../protocol/ids.ts';
import type { CounterView } from '../../protocol/views/counter-view.ts';
import { actorFor, carryOut } from './command-access.ts';
import type { WebParts } from './doors.ts';
import { ProblemError } from './problems.ts';
import { parsed, type RouteMaker } from './route.ts';

export function counterRoutes(route: RouteMaker, { floor }: WebParts): void {
  const viewOf = (counterId: CounterId): CounterView => {
    const view = floor.view<'counter'>({ view: 'counter', counterId });
    if (view === null) throw new ProblemError('unknown-counter', { params: { counterId } });
    return view;
  };
  route('counter', ({ params }) => viewOf(params.counterId));
  route('counter-action', ({ params: { counterId, action }, request, commandId, identity }) => {
    viewOf(counterId);
    const command = counterCommand(counterId, action, request.body ?? {});
    carryOut(floor, commandId, command, actorFor(command, identity));
    return viewOf(counterId);
  });
  route('submit-rating', ({ body, commandId, identity }) => {
    const command: Command = { type: 'submit-rating', ...body };
    const { result } = carryOut(floor, commandId, command, actorFor(command, identity));
    return { ticketId: result.ticketId as TicketId, number: String(result.number) };
  });
}

/** The command of an action, its body checked by the action's own schema. */
function counterCommand(counterId: CounterId, action: CounterAction, body: unknown): Command {
  const fields = parsed(counterActionBodies[action], body);
  if (action !== 'transfer') return { type: counterActions[action], counterId, ...fields } as Command;
  const { serviceId, counterId: toCounter, operatorId, ...rest } = parsed(counterActionBodies.transfer, body);
  const person = operatorId !== undefined ? { operatorId } : { counterId: toCounter as CounterId };
  const to = serviceId !== undefined ? { serviceId } : person;
  return { type: 'transfer-ticket', counterId, to, ...rest } as Command;
}
