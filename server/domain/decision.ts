// What deciding a command gives: events to append, or a refusal as a value. A decider is pure: time, identities, the
// centre's rules and whether intake is open all arrive in its context.
import type { Actor, CommandOf, CommandType } from '../../protocol/commands.ts';
import type { BusinessDay, PriorityClassId, ServiceId, TicketId, VisitId } from '../../protocol/ids.ts';
import type { Refusal, RefusalCode, RefusalParams } from '../../protocol/refusals.ts';
import type { BranchState } from './branch-state.ts';
import type { CentreRules } from './centre-rules.ts';
import type { DomainEvent } from './events.ts';
import type { WaitEstimate } from './wait-estimate/wait-estimator.ts';

export type DecideContext = {
  /** Epoch ms, never before the state's own. */
  readonly at: number;
  readonly businessDay: BusinessDay;
  readonly rules: CentreRules;
  readonly actor: Actor;
  /** Whether numbers are given at this time. */
  readonly intakeOpen: boolean;
  /** How long somebody who takes a number now will wait, as far as is known at this moment. */
  readonly estimateFor: (serviceId: ServiceId, priorityClass: PriorityClassId | null) => WaitEstimate | null;
  /** Identities for what this command may create. */
  readonly newTicketId: TicketId;
  readonly newVisitId: VisitId;
};

/** What the asker is told, kept with the command so that a repeated id gets the same answer. Plain JSON. */
export type DecisionResult = Readonly<Record<string, string | number | boolean | null>>;
export type Accepted = {
  readonly ok: true;
  readonly events: readonly DomainEvent[];
  readonly result: DecisionResult;
};
export type Refused = { readonly ok: false; readonly refusal: Refusal };
export type Decision = Accepted | Refused;
export type Decide<T extends CommandType> = (
  state: BranchState,
  command: CommandOf<T>,
  context: DecideContext,
) => Decision;

export function accept(events: readonly DomainEvent[], result: DecisionResult = {}): Accepted {
  return { ok: true, events, result };
}

export function refuse(code: RefusalCode, params: RefusalParams = {}): Refused {
  return { ok: false, refusal: { code, params } };
}
