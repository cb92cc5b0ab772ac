// given(what happened).when(command).thenRecords(events) or .thenRefuses(code): the rules of the floor with nothing
// running. Facts come one a minute from 08:00 on Monday; `at('09:30')` between them moves the clock on.
import { expect } from 'vitest';
import { type Actor, type Command, commandSchemas } from '../../protocol/commands.ts';
import type { BusinessDay, OperatorId, TicketId, VisitId } from '../../protocol/ids.ts';
import type { RefusalCode, RefusalParams } from '../../protocol/refusals.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { BranchState } from '../../server/domain/branch-state.ts';
import { businessDayOf } from '../../server/domain/business-day.ts';
import { centreRules } from '../../server/domain/centre-rules.ts';
import { decide } from '../../server/domain/decide.ts';
import type { Accepted, DecideContext, DecisionResult, Refused } from '../../server/domain/decision.ts';
import type { DomainEvent, RecordedEvent } from '../../server/domain/events.ts';
import { replay } from '../../server/domain/evolve.ts';
import { centre } from './domain-centre.ts';
import { clock } from './domain-clock.ts';
import { dayStarted, officerOf } from './domain-facts.ts';

const minuteMs = 60_000;
type Moment = { readonly time: number };
export type Step = DomainEvent | Moment;

/** The next fact happens at this time; those after it a minute apart. */
export function at(time: string, day?: string): Moment {
  return { time: clock(time, day) };
}

/** Who gives a command, where it is not the officer of the counter it names. */
export const by = {
  officer: (id: string): Actor => ({ kind: 'staff', id: id as OperatorId, mayActAnywhere: false }),
  supervisor: { kind: 'staff', id: 'giamsat' as OperatorId, mayActAnywhere: true },
  device: { kind: 'device', id: 'kiosk-1' },
  citizen: { kind: 'citizen', id: 'ticket-link' },
  clock: { kind: 'system', id: 'clock' },
} as const satisfies Record<string, Actor | ((id: string) => Actor)>;

/** A fact as the journal keeps it; what the fold does not read is left plain. */
export function row(event: DomainEvent, seq: number, time: number): RecordedEvent {
  const businessDay = businessDayOf(time, 'Asia/Ho_Chi_Minh');
  return {
    seq,
    at: time,
    businessDay,
    schemaVersion: 1,
    event,
    actor: 'test',
    commandId: `k${seq}`,
    hash: '',
  };
}

/** The facts as journal rows, each with its time. */
export function rowsOf(steps: readonly Step[]): RecordedEvent[] {
  const rows: RecordedEvent[] = [];
  let time = clock('08:00');
  for (const step of steps) {
    if ('time' in step) {
      time = step.time;
      continue;
    }
    rows.push(row(step, rows.length + 1, time));
    time += minuteMs;
  }
  return rows;
}

/** The state of the floor after these facts, on a Monday that began at 07:30. */
export function floorAfter(...steps: readonly Step[]): BranchState {
  return replay(rowsOf([at('07:30'), dayStarted(), at('08:00'), ...steps]));
}

export type When = {
  readonly actor?: Actor;
  readonly at?: string;
  readonly day?: BusinessDay;
  readonly intakeOpen?: boolean;
};

function defaultActor(command: Command): Actor {
  return 'counterId' in command && command.type !== 'submit-rating'
    ? by.officer(officerOf(command.counterId))
    : by.device;
}

/** Distributes over the commands: what a client may leave out may be left out here. */
type Written<T extends Command> = T extends Command ? Omit<T, 'keepPlace'> & { keepPlace?: boolean } : never;
export type Wish = Written<Command>;

class Outcome {
  readonly decision: Accepted | Refused;
  constructor(decision: Accepted | Refused) {
    this.decision = decision;
  }

  /** Exactly these facts, in this order. */
  thenRecords(...events: readonly DomainEvent[]): this {
    expect(this.decision).toEqual(expect.objectContaining({ ok: true, events }));
    return this;
  }

  /** What the asker is told besides. */
  andAnswers(result: DecisionResult): this {
    expect(this.decision).toEqual(expect.objectContaining({ ok: true, result }));
    return this;
  }

  thenRefuses(code: RefusalCode, params?: RefusalParams): void {
    expect(this.decision).toEqual({
      ok: false,
      refusal: { code, params: params ?? expect.any(Object) },
    });
  }
}

class Given {
  readonly #state: BranchState;
  readonly #setup: Setup;
  constructor(state: BranchState, setup: Setup) {
    this.#state = state;
    this.#setup = setup;
  }

  /** The same facts in a centre that is set up otherwise. */
  in(setup: Setup): Given {
    return new Given(this.#state, setup);
  }

  when(wish: Wish, how: When = {}): Outcome {
    const command = commandSchemas[wish.type].parse(wish) as Command;
    const time = how.at === undefined ? this.#state.at + minuteMs : clock(how.at);
    const context: DecideContext = {
      at: time,
      businessDay: how.day ?? businessDayOf(time, this.#setup.centre.timeZone),
      rules: centreRules(this.#setup),
      actor: how.actor ?? defaultActor(command),
      intakeOpen: how.intakeOpen ?? true,
      estimateFor: () => null,
      newTicketId: 'ticket-new' as TicketId,
      newVisitId: 'visit-new' as VisitId,
    };
    const before = structuredClone(this.#state);
    const decision = decide(this.#state, command, context);
    expect(this.#state, 'deciding changes nothing').toEqual(before);
    return new Outcome(decision);
  }
}

/** What has happened on Monday so far, the business day having begun. */
export function given(...steps: readonly Step[]): Given {
  return new Given(floorAfter(...steps), centre());
}

/** A centre whose journal is still empty. */
export function givenANewCentre(): Given {
  return new Given(replay([]), centre());
}
