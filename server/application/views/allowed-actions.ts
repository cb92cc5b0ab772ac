// Which actions an operator may take now: found by asking the deciders themselves with a probing command, so that no
// rule of the floor is written twice.
import {
  type Actor,
  type Command,
  type CounterAction,
  counterActionNames,
} from '../../../protocol/commands.ts';
import type { CounterId, OperatorId, ServiceId, TicketId, VisitId } from '../../../protocol/ids.ts';
import type { Ticket, TicketInHand } from '../../domain/branch-state.ts';
import { decide } from '../../domain/decide.ts';
import type { ViewInput } from './view-input.ts';

export type Probes = {
  readonly counterId: CounterId;
  readonly operatorId: OperatorId | null;
  readonly ticket: TicketInHand | null;
  /** Somebody who waits, or else who was absent and may have come back. */
  readonly callable: TicketId | undefined;
  readonly firstParked: Ticket | undefined;
};

export function allowedActions(input: ViewInput, probes: Probes): CounterAction[] {
  const { state, rules, at } = input;
  const actor: Actor = {
    kind: 'staff',
    id: probes.operatorId ?? ('nobody' as OperatorId),
    mayActAnywhere: false,
  };
  const ids = { newTicketId: 'probe' as TicketId, newVisitId: 'probe' as VisitId };
  const probe = { ...ids, estimateFor: () => null };
  const businessDay = state.businessDay;
  if (businessDay === null) return [];
  return counterActionNames.filter((action) => {
    const command = probingCommand(action, input, probes);
    return (
      command !== null &&
      decide(state, command, { at, businessDay, rules, actor, intakeOpen: input.intake.open, ...probe }).ok
    );
  });
}

function probingCommand(action: CounterAction, input: ViewInput, probes: Probes): Command | null {
  const { counterId, ticket, callable, firstParked } = probes;
  const { state } = input;
  const { setup } = input.rules;
  switch (action) {
    case 'open':
      return { type: 'open-counter', counterId };
    case 'take-over':
      // Whether somebody may is only known of whoever asks: a page that is not the holder's offers it.
      return null;
    case 'undo':
      return { type: 'undo-step', counterId };
    case 'call-help':
      return state.counters.get(counterId)?.status === 'closed' || helpSince(input, counterId) !== null
        ? null
        : { type: 'call-help', counterId };
    case 'end-help':
      return { type: 'end-help', counterId };
    case 'continue':
      return { type: 'continue-service', counterId, serviceId: ticket?.serviceId ?? ('' as ServiceId) };
    case 'close':
      return { type: 'close-counter', counterId };
    case 'pause':
      return { type: 'pause-counter', counterId, reason: setup.pauseReasons[0]?.id ?? '' };
    case 'resume':
      return { type: 'resume-counter', counterId };
    case 'call-next':
      return {
        type: 'call-next',
        counterId,
        ...(ticket?.status === 'serving' ? { finishPresent: ticket.id } : {}),
      };
    case 'call':
      return callable === undefined ? null : { type: 'call-ticket', counterId, ticketId: callable };
    case 'recall':
      return { type: 'recall-ticket', counterId };
    case 'start':
      return { type: 'start-service', counterId };
    case 'finish':
      return { type: 'finish-service', counterId };
    case 'no-show':
      return { type: 'mark-no-show', counterId };
    case 'park':
      return { type: 'park-ticket', counterId, reason: '-' };
    case 'resume-ticket':
      return firstParked === undefined
        ? null
        : { type: 'resume-ticket', counterId, ticketId: firstParked.id };
    case 'transfer': {
      const goal: ServiceId | undefined = setup.services.find(
        (service) => service.id !== ticket?.serviceId,
      )?.id;
      return goal === undefined
        ? null
        : { type: 'transfer-ticket', counterId, to: { serviceId: goal }, keepPlace: false };
    }
  }
}

function helpSince({ state }: ViewInput, counterId: CounterId): number | null {
  const counter = state.counters.get(counterId);
  return counter === undefined || counter.status === 'closed' ? null : counter.helpSince;
}
