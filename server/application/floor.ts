// The floor: executes commands one at a time (decide -> append -> evolve -> publish, in one turn of the event loop, so
// that nothing interleaves), keeps the one state, and answers a repeated command id with its first answer. Rules are the
// domain's, durability the journal's, who may ask is the doors' affair.
import { createHash } from 'node:crypto';
import type { Actor, Command } from '../../protocol/commands.ts';
import type { BusinessDay, CommandId, TicketId, VisitId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Subscription } from '../../protocol/socket-names.ts';
import { businessDayOf, intakeAt } from '../domain/business-day.ts';
import { type CentreRules, centreRules } from '../domain/centre-rules.ts';
import { decide } from '../domain/decide.ts';
import type { Accepted, DecideContext } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import { newFold } from '../domain/evolve.ts';
import { aheadOf } from '../domain/people-ahead.ts';
import type { Clock } from './clock.ts';
import type { DeviceFacts } from './device-facts.ts';
import { estimateOf } from './estimate.ts';
import type { Executed, Floor, FloorChange } from './floor-port.ts';
import { type Journal, JournalUnavailable } from './journal-port.ts';
import { buildView } from './views/build-view.ts';

export type FloorParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly setup: Setup;
  /** A fresh unguessable identity, URL-safe: a ticket's id is the secret of its link. */
  readonly newId: () => string;
  readonly devices: DeviceFacts;
  /** A demonstration gives numbers at any hour. */
  readonly alwaysOpen: boolean;
  readonly log: (
    level: 'info' | 'warn' | 'error',
    message: string,
    details?: Record<string, unknown>,
  ) => void;
};

const clockActor: Actor = { kind: 'system', id: 'clock' };

/** Reads the current business day from the journal, starts today if need be, and is ready for commands. */
export function createFloor(parts: FloorParts): Floor {
  const { journal, clock, log } = parts;
  const fold = newFold();
  for (const row of journal.currentDay()) fold.evolve(row);
  let rules: CentreRules = centreRules(parts.setup);
  let trouble: string | null = null;
  let clockSaid = false;
  const listeners = new Set<(change: FloorChange) => void>();

  const timeZone = () => rules.setup.centre.timeZone;
  /** Never before the newest row: a clock set back does not turn the floor back. */
  const now = (): number => {
    const reading = clock.now();
    const behindMs = Math.max(fold.state.at, journal.head().at) - reading;
    if (behindMs > 5_000 && !clockSaid)
      log('warn', 'the clock is behind the journal; time stands still until it catches up', { behindMs });
    clockSaid = behindMs > 5_000;
    return behindMs > 0 ? reading + behindMs : reading;
  };
  const intake = () =>
    parts.alwaysOpen
      ? { open: true, opensAt: null, closesAt: null }
      : intakeAt(now(), rules.setup.hours, timeZone());
  const context = (at: number, businessDay: BusinessDay, actor: Actor): DecideContext => ({
    at,
    businessDay,
    rules,
    actor,
    intakeOpen: intake().open,
    newTicketId: parts.newId() as TicketId,
    newVisitId: parts.newId() as VisitId,
  });

  const durably = <T>(write: () => T): T => {
    try {
      const written = write();
      trouble = null;
      return written;
    } catch (error) {
      if (error instanceof JournalUnavailable) trouble = error.message;
      log('error', 'the journal did not take a command', {
        error: String(error instanceof Error ? (error.cause ?? error) : error),
      });
      throw error;
    }
  };
  const publish = (change: FloorChange) => {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        log('error', 'a listener of the floor failed', { error: String(error) });
      }
    }
  };
  const keep = (
    id: CommandId,
    fingerprint: string,
    actor: Actor,
    at: number,
    today: BusinessDay,
    decision: Pick<Accepted, 'events' | 'result'>,
  ) => {
    const rows = withDays(decision.events, fold.state.businessDay ?? today, today);
    const recorded = durably(() =>
      journal.append({
        commandId: id,
        fingerprint,
        actor: `${actor.kind}:${actor.id}`,
        at,
        rows,
        result: decision.result,
      }),
    );
    for (const row of recorded) fold.evolve(row);
    publish({ events: recorded });
  };
  const beginDay = (at: number): BusinessDay => {
    const day = businessDayOf(at, timeZone());
    const current = fold.state.businessDay;
    if (current !== null && day <= current) return current;
    const command: Command = { type: 'start-business-day' };
    const decision = decide(fold.state, command, context(at, day, clockActor));
    if (decision.ok)
      keep(
        `day-${day}-${parts.newId().slice(0, 8)}` as CommandId,
        fingerprintOf(command, clockActor),
        clockActor,
        at,
        day,
        decision,
      );
    return day;
  };
  beginDay(now());

  return {
    get state() {
      return fold.state;
    },
    get rules() {
      return rules;
    },
    now,
    intake,
    trouble: () => trouble,
    execute(id, command, actor): Executed {
      const fingerprint = fingerprintOf(command, actor);
      const before = journal.outcomeOf(id);
      if (before !== null) return repeated(before, fingerprint);
      const at = now();
      const day = beginDay(at);
      const decision = decide(fold.state, command, context(at, day, actor));
      if (!decision.ok) {
        durably(() => journal.recordRefusal(id, fingerprint, at, decision.refusal));
        return decision;
      }
      keep(id, fingerprint, actor, at, day, decision);
      return { ok: true, result: decision.result, repeated: false };
    },
    ahead(ticketId) {
      const ticket = fold.state.tickets.get(ticketId as TicketId);
      return ticket?.status === 'waiting' ? aheadOf(fold.state, rules, ticket, now()) : 0;
    },
    estimateFor: (ticketId) => estimateOf(fold.state, rules, ticketId as TicketId, now()),
    view: (subscription: Subscription) => {
      beginDay(now());
      return buildView(subscription, {
        state: fold.state,
        rules,
        at: now(),
        intake: intake(),
        devices: parts.devices,
      }) as never;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changeSetup(setup, by) {
      const at = now();
      const day = beginDay(at);
      const event: DomainEvent = {
        type: 'setup-changed',
        revision: setup.revision,
        by: `${by.kind}:${by.id}`,
      };
      const id = `setup-${setup.revision}-${parts.newId().slice(0, 8)}` as CommandId;
      const before = rules;
      rules = centreRules(setup);
      try {
        keep(id, id, by, at, day, { events: [event], result: {} });
      } catch (error) {
        rules = before;
        throw error;
      }
    },
  };
}

/** What belongs to the day before is kept under it; the new day begins with its own row. */
function withDays(events: readonly DomainEvent[], before: BusinessDay, today: BusinessDay) {
  const turn = events.findIndex((event) => event.type === 'business-day-started');
  return events.map((event, index) => ({
    event,
    businessDay: turn >= 0 && index < turn ? before : turn >= 0 ? today : before,
  }));
}

function repeated(outcome: NonNullable<ReturnType<Journal['outcomeOf']>>, fingerprint: string): Executed {
  if (outcome.fingerprint !== fingerprint) return { ok: false, reused: true };
  const { answer } = outcome;
  return answer.ok
    ? { ok: true, result: answer.result, repeated: true }
    : { ok: false, refusal: answer.refusal };
}

/** Whom and what a command id stands for, so that it cannot be used for anything else. */
function fingerprintOf(command: Command, actor: Actor): string {
  return createHash('sha256')
    .update(JSON.stringify([sorted(command), actor.kind, actor.id]))
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
