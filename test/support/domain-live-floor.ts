// A floor of rules only, for runs of many commands: it begins the day by itself, keeps every row it gave and never lets
// time go back, as the running server does, but it has no journal and no doors.
import type { Actor, Command } from '../../protocol/commands.ts';
import type { BusinessDay, TicketId, VisitId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { BranchState } from '../../server/domain/branch-state.ts';
import { businessDayOf } from '../../server/domain/business-day.ts';
import { type CentreRules, centreRules } from '../../server/domain/centre-rules.ts';
import { decide } from '../../server/domain/decide.ts';
import type { Decision } from '../../server/domain/decision.ts';
import type { RecordedEvent } from '../../server/domain/events.ts';
import { type Fold, newFold } from '../../server/domain/evolve.ts';
import { clock } from './domain-clock.ts';
import { row } from './given.ts';

export class LiveFloor {
  readonly rows: RecordedEvent[] = [];
  readonly rules: CentreRules;
  readonly #fold: Fold = newFold();
  #time = clock('07:30');
  #ids = 0;

  constructor(setup: Setup) {
    this.rules = centreRules(setup);
    this.#beginDay();
  }

  get state(): BranchState {
    return this.#fold.state;
  }

  /** Moves the clock on, or back, as a clock that is set does. */
  pass(ms: number): void {
    this.#time += ms;
  }

  execute(command: Command, actor: Actor, intakeOpen: boolean): Decision {
    this.#beginDay();
    return this.#take(command, actor, intakeOpen);
  }

  #now(): number {
    return Math.max(this.#time, this.state.at);
  }

  #beginDay(): void {
    const day = businessDayOf(this.#now(), this.rules.setup.centre.timeZone);
    if (this.state.businessDay === null || day > this.state.businessDay)
      this.#take({ type: 'start-business-day' }, { kind: 'system', id: 'clock' }, false);
  }

  #take(command: Command, actor: Actor, intakeOpen: boolean): Decision {
    const at = this.#now();
    this.#ids += 1;
    const decision = decide(this.state, command, {
      ...{ at, rules: this.rules, actor, intakeOpen },
      businessDay: businessDayOf(at, this.rules.setup.centre.timeZone) as BusinessDay,
      estimateFor: () => null,
      newTicketId: `t${this.#ids}` as TicketId,
      newVisitId: `v${this.#ids}` as VisitId,
    });
    if (!decision.ok) return decision;
    for (const event of decision.events) {
      // Through text and back, as the journal keeps it.
      const kept = JSON.parse(JSON.stringify(row(event, this.rows.length + 1, at))) as RecordedEvent;
      this.rows.push(kept);
      this.#fold.evolve(kept);
    }
    return decision;
  }
}
