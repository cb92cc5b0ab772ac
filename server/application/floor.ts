// The floor: executes commands one at a time (decide -> append -> evolve -> publish, in one turn of the event loop, so
// that nothing interleaves), keeps the one state, and answers a repeated command id with its first answer. Rules are the
// domain's, durability the journal's, who may ask is the doors' affair.
import type { Actor, Command } from '../../protocol/commands.ts';
import type { BusinessDay, CommandId, TicketId, VisitId } from '../../protocol/ids.ts';
import type { Notices } from '../../protocol/notices.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Subscription } from '../../protocol/socket-names.ts';
import type { WaitingTicket } from '../domain/branch-state.ts';
import { businessDayOf, intakeAt } from '../domain/business-day.ts';
import { type CentreRules, centreRules } from '../domain/centre-rules.ts';
import { decide } from '../domain/decide.ts';
import type { DecideContext } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import { aheadOf } from '../domain/people-ahead.ts';
import type { WaitEstimate } from '../domain/wait-estimate/wait-estimator.ts';
import type { Clock } from './clock.ts';
import { fingerprintOf, repeated } from './command-identity.ts';
import type { DeviceFacts } from './device-facts.ts';
import { estimateView, type Foresight } from './estimates/wait-estimates.ts';
import { createFloorKeeper } from './floor-keeper.ts';
import type { Executed, Floor } from './floor-port.ts';
import type { Journal } from './journal-port.ts';
import { standingClock } from './standing-clock.ts';
import { buildView } from './views/build-view.ts';

export type FloorParts = {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly setup: Setup;
  /** A fresh unguessable identity, URL-safe: a ticket's id is the secret of its link. */
  readonly newId: () => string;
  readonly devices: DeviceFacts;
  /** What boards show besides calls, now. */
  readonly notices: () => Notices;
  readonly estimates: Foresight;
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
  const { journal, log, newId } = parts;
  const keeper = createFloorKeeper(journal, log);
  let rules: CentreRules = centreRules(parts.setup);
  const timeZone = () => rules.setup.centre.timeZone;
  const now = standingClock(
    parts.clock,
    () => Math.max(keeper.state.at, journal.head().at),
    (behindMs) =>
      log('warn', 'the clock is behind the journal; time stands still until it catches up', { behindMs }),
  );
  const intake = () =>
    parts.alwaysOpen
      ? { open: true, opensAt: null, closesAt: null }
      : intakeAt(now(), rules.setup.hours, timeZone());
  const { estimates } = parts;
  const estimateFor: DecideContext['estimateFor'] = (serviceId, priorityClass) =>
    estimates.ofNewcomer(serviceId, priorityClass);
  const context = (at: number, businessDay: BusinessDay, actor: Actor): DecideContext => ({
    ...{ at, businessDay, rules, actor, intakeOpen: intake().open, estimateFor },
    ...{ newTicketId: newId() as TicketId, newVisitId: newId() as VisitId },
  });
  const ownId = (words: string) => `${words}-${newId().slice(0, 8)}` as CommandId;
  const beginDay = (at: number): BusinessDay => {
    const today = businessDayOf(at, timeZone());
    const current = keeper.state.businessDay;
    if (current !== null && today <= current) return current;
    const command: Command = { type: 'start-business-day' };
    const decision = decide(keeper.state, command, context(at, today, clockActor));
    const fingerprint = fingerprintOf(command, clockActor);
    if (decision.ok)
      keeper.keep({ id: ownId(`day-${today}`), fingerprint, actor: clockActor, at, today }, decision);
    return today;
  };
  /** Journals a fact that no command decided. */
  const note = (words: string, event: DomainEvent, actor: Actor) => {
    const at = now();
    const today = beginDay(at);
    const id = ownId(words);
    keeper.keep({ id, fingerprint: id, actor, at, today }, { events: [event], result: {} });
  };
  beginDay(now());

  return {
    get state() {
      return keeper.state;
    },
    get rules() {
      return rules;
    },
    ...{ now, intake, trouble: keeper.trouble, onChange: keeper.onChange },
    execute(id, command, actor): Executed {
      const fingerprint = fingerprintOf(command, actor);
      const before = journal.outcomeOf(id);
      if (before !== null) return repeated(before, fingerprint);
      const at = now();
      const today = beginDay(at);
      const keeping = { id, fingerprint, actor, at, today };
      const decision = decide(keeper.state, command, context(at, today, actor));
      if (!decision.ok) {
        keeper.keepRefusal(keeping, decision.refusal);
        return decision;
      }
      keeper.keep(keeping, decision);
      return { ok: true, result: decision.result, repeated: false };
    },
    ahead(ticketId) {
      const ticket = keeper.state.tickets.get(ticketId as TicketId);
      return ticket?.status === 'waiting' ? aheadOf(keeper.state, rules, ticket, now()) : 0;
    },
    estimateFor(ticketId) {
      const ticket = keeper.state.tickets.get(ticketId as TicketId);
      if (ticket?.status !== 'waiting') return null;
      return estimateView(estimates.ofTicket(ticket.id, now()) ?? remaining(ticket, now()));
    },
    view(subscription: Subscription, heardSeq: number | null = null) {
      const at = now();
      beginDay(at);
      const { state } = keeper;
      const { devices } = parts;
      const notices = parts.notices();
      const input = { state, rules, at, intake: intake(), devices, notices, estimates, heardSeq };
      return buildView(subscription, input) as never;
    },
    noteDevice(device) {
      note('device', { type: 'device-changed', ...device }, { kind: 'device', id: device.deviceId });
    },
    noteNotices(change, by) {
      note('notices', { type: 'notices-changed', ...change }, by);
    },
    changeSetup(setup, by) {
      const { revision } = setup;
      const before = rules;
      rules = centreRules(setup);
      try {
        note(`setup-${revision}`, { type: 'setup-changed', revision, by: `${by.kind}:${by.id}` }, by);
      } catch (error) {
        rules = before;
        throw error;
      }
    },
  };
}

/** What is left of the wait that was estimated at first, until it is reckoned anew. */
function remaining({ estimate, issuedAt }: WaitingTicket, at: number): WaitEstimate | null {
  if (estimate === null) return null;
  const gone = at - issuedAt;
  const { lowMs, medianMs, highMs } = estimate;
  return { lowMs: lowMs - gone, medianMs: medianMs - gone, highMs: highMs - gone };
}
