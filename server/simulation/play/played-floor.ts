// The real rules with nothing around them: a command is decided and its events are folded in, as on the running floor but
// without a journal, a server or a clock of its own. Rows are kept in memory for whoever learns from them.
import type { Actor, Command } from '../../../protocol/commands.ts';
import type { BusinessDay, TicketId, VisitId } from '../../../protocol/ids.ts';
import type { Setup } from '../../../protocol/setup-schema.ts';
import type { BranchState } from '../../domain/branch-state.ts';
import { intakeAt } from '../../domain/business-day.ts';
import { type CentreRules, centreRules } from '../../domain/centre-rules.ts';
import { decide } from '../../domain/decide.ts';
import type { Decision } from '../../domain/decision.ts';
import { eventSchemaVersion, type RecordedEvent } from '../../domain/events.ts';
import { newFold } from '../../domain/evolve.ts';

export type PlayedFloor = {
  readonly state: BranchState;
  readonly rules: CentreRules;
  readonly rows: readonly RecordedEvent[];
  readonly commands: number;
  execute(command: Command, actor: Actor, at: number): Decision;
  /** When numbers are given again, where none are now and that is soon enough to wait at the door; else null. */
  doorsOpenAt(at: number): number | null;
  /** The set-up as edited in the midst of the day, for instance for a loan. */
  changeSetup(setup: Setup): void;
};

/** Whoever comes so long before numbers are given waits at the door; whoever comes earlier still goes away. */
const doorMs = 60 * 60_000;

export function createPlayedFloor(
  setup: Setup,
  businessDay: BusinessDay,
  { beginsAt, alwaysOpen }: { readonly beginsAt: number; readonly alwaysOpen: boolean },
): PlayedFloor {
  const fold = newFold();
  const rows: RecordedEvent[] = [];
  let rules = centreRules(setup);
  let commands = 0;
  const execute = (command: Command, actor: Actor, at: number): Decision => {
    commands += 1;
    const { hours, centre } = rules.setup;
    const isIntake = command.type === 'issue-ticket';
    const decision = decide(fold.state, command, {
      ...{ at, businessDay, rules, actor, estimateFor: () => null },
      // Only asked where it matters: reckoning local time is the dearest part of a command.
      intakeOpen: isIntake && (alwaysOpen || intakeAt(at, hours, centre.timeZone).open),
      ...{ newTicketId: `t${commands}` as TicketId, newVisitId: `v${commands}` as VisitId },
    });
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      const row: RecordedEvent = {
        ...{ seq: rows.length + 1, at, businessDay, schemaVersion: eventSchemaVersion, event },
        ...{ actor: `${actor.kind}:${actor.id}`, commandId: `k${commands}`, hash: '' },
      };
      rows.push(row);
      fold.evolve(row);
    }
    return decision;
  };
  execute({ type: 'start-business-day' }, { kind: 'system', id: 'clock' }, beginsAt);
  return {
    rows,
    get state() {
      return fold.state;
    },
    get rules() {
      return rules;
    },
    get commands() {
      return commands;
    },
    execute,
    doorsOpenAt(at) {
      if (alwaysOpen) return null;
      const { open, opensAt } = intakeAt(at, rules.setup.hours, rules.setup.centre.timeZone);
      return !open && opensAt !== null && opensAt <= at + doorMs ? opensAt : null;
    },
    changeSetup(changed) {
      rules = centreRules(changed);
    },
  };
}
