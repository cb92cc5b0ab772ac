// Plays a planned day through the real rules: people take numbers, free counters call, serve, send on and finish, and time
// jumps from one moment to the next. Officers call as soon as they are free; a counter that is idle longest calls first.
// No chance, no clock, no server, no files: the same plan and policy give the same day.
import type { Actor, Command } from '../../../protocol/commands.ts';
import type { TicketId } from '../../../protocol/ids.ts';
import type { WaitEstimate } from '../../domain/wait-estimate/wait-estimator.ts';
import { askedBy, type DayPlan, type PlannedCounter, type PlannedVisit, type Span } from './day-plan.ts';
import { type Desk, idleFirst, newDesk } from './desk.ts';
import { newStage, type PlayedDay, type PlayedStage, passEquals } from './played-day.ts';
import { createPlayedFloor, type PlayedFloor } from './played-floor.ts';
import { asksAgain, rounds, type Supervisor } from './supervision.ts';
import { createTimeline, rank, type Timeline } from './timeline.ts';

export type PlayOptions = {
  /** What is said of the wait when a number is given; without it, what the floor itself says. */
  readonly estimate?: (floor: PlayedFloor, ticketId: TicketId, at: number) => WaitEstimate | null;
  readonly supervisor?: Supervisor;
};

const minuteMs = 60_000;
const kiosk: Actor = { kind: 'device', id: 'kiosk' };
const citizen: Actor = { kind: 'citizen', id: 'ticket-link' };
type Guest = { readonly visit: PlannedVisit; played: PlayedStage; passedBefore: number };

/** The day from beginning to end. */
export function playDay(plan: DayPlan, options: PlayOptions = {}): PlayedDay {
  return new DayPlay(plan, options).run();
}

class DayPlay {
  readonly #plan: DayPlan;
  readonly #options: PlayOptions;
  readonly #floor: PlayedFloor;
  readonly #timeline: Timeline = createTimeline();
  readonly #desks = new Map<string, Desk>();
  readonly #guests = new Map<string, Guest>();
  /** Those of them who wait, in the order of joining. */
  readonly #waiting = new Map<string, Guest>();
  readonly #stages: PlayedStage[] = [];
  readonly #refused: Record<string, number> = {};
  #now: number;

  constructor(plan: DayPlan, options: PlayOptions) {
    this.#plan = plan;
    this.#options = options;
    this.#now = plan.beginsAt;
    this.#floor = createPlayedFloor(plan.setup, plan.businessDay, plan);
    for (const visit of plan.visits)
      this.#timeline.put(visit.arrivesAt, rank.arrive, () => this.#arrive(visit));
    for (const counter of plan.counters) this.#prepare(counter);
    this.#prepareRounds();
  }

  run(): PlayedDay {
    for (let due = this.#timeline.next(); due !== null; due = this.#timeline.next()) {
      this.#now = Math.max(this.#now, due.at);
      due.moment();
    }
    return {
      ...{ stages: this.#stages, counters: [...this.#desks.values()].map(({ figures }) => figures) },
      ...{ refused: this.#refused, beginsAt: this.#plan.beginsAt, endsAt: this.#now },
      ...{ commands: this.#floor.commands, rows: this.#floor.rows },
    };
  }

  #prepare(plan: PlannedCounter): void {
    const desk = newDesk(plan);
    this.#desks.set(plan.counterId, desk);
    for (const span of plan.open) this.#planOpening(desk, span);
    for (const { fromAt, toAt } of plan.pauses) {
      this.#timeline.put(fromAt, rank.pause, () => {
        if (this.#statusOf(desk) === 'closed') return;
        desk.pausesDue.push(toAt - fromAt);
        if (desk.idleSince !== null) this.#ready(desk);
      });
    }
  }

  #planOpening(desk: Desk, { fromAt, toAt }: Span): void {
    this.#timeline.put(fromAt, rank.open, () => this.#open(desk, toAt));
    this.#timeline.put(toAt, rank.close, () => {
      if (desk.idleSince !== null && desk.closesAt <= this.#now) this.#ready(desk);
    });
  }

  /** A supervisor looks now and then; counters that help out only when somebody has waited long ask again every minute. */
  #prepareRounds(): void {
    const { supervisor } = this.#options;
    if (supervisor !== undefined)
      for (const at of rounds(this.#plan, supervisor.everyMs))
        this.#timeline.put(at, rank.look, () => this.#look(supervisor));
    if (asksAgain(this.#plan) || supervisor !== undefined)
      for (const at of rounds(this.#plan, minuteMs)) this.#timeline.put(at, rank.ask, () => this.#idleCall());
  }

  #look(supervisor: Supervisor): void {
    const deskOf = (counterId: string, then: (desk: Desk) => void) => {
      const desk = this.#desks.get(counterId);
      if (desk !== undefined) then(desk);
    };
    const { state, rules, rows } = this.#floor;
    supervisor.look({
      ...{ at: this.#now, state, rules, rows },
      open: (counterId, span) => deskOf(counterId, (desk) => this.#planOpening(desk, span)),
      close: (counterId) =>
        deskOf(counterId, (desk) => {
          desk.closesAt = this.#now - this.#plan.overtimeMs;
          if (desk.idleSince !== null) this.#ready(desk);
        }),
      changeSetup: (setup) => {
        this.#floor.changeSetup(setup);
        this.#idleCall();
      },
    });
  }

  #act(command: Command, actor: Actor) {
    return this.#floor.execute(command, actor, this.#now);
  }

  #statusOf({ plan }: Desk): string {
    return this.#floor.state.counters.get(plan.counterId)?.status ?? 'closed';
  }

  #arrive(visit: PlannedVisit): void {
    const opensAt = this.#floor.doorsOpenAt(this.#now);
    if (opensAt !== null) {
      this.#timeline.put(opensAt, rank.arrive, () => this.#arrive(visit));
      return;
    }
    const decision = this.#act(askedBy(visit), kiosk);
    if (!decision.ok) {
      const { code } = decision.refusal;
      this.#refused[code] = (this.#refused[code] ?? 0) + 1;
      return;
    }
    const ticketId = decision.result.ticketId as TicketId;
    const written = this.#floor.rows.at(-1)?.event;
    const own = written?.type === 'ticket-issued' ? (written.estimate ?? null) : null;
    const estimate = this.#options.estimate?.(this.#floor, ticketId, this.#now) ?? own;
    const guest: Guest = { visit, played: this.#stage(ticketId, visit, 0, estimate), passedBefore: 0 };
    this.#guests.set(ticketId, guest);
    if (visit.cancelsAt !== null)
      this.#timeline.put(Math.max(this.#now, visit.cancelsAt), rank.cancel, () => this.#cancel(guest));
    this.#join(guest);
  }

  #stage(ticketId: TicketId, visit: PlannedVisit, stage: number, estimate: WaitEstimate | null): PlayedStage {
    const { serviceId } = visit.stages[stage] ?? visit.stages[0];
    const { priorityClass } = visit;
    const joinedAt = this.#now;
    const appointmentAt = stage === 0 ? (visit.appointmentAt ?? null) : null;
    const played = newStage({ ticketId, serviceId, priorityClass, appointmentAt, stage, joinedAt, estimate });
    this.#stages.push(played);
    return played;
  }

  #join(guest: Guest): void {
    const { ticketId, serviceId } = guest.played;
    this.#waiting.set(ticketId, guest);
    for (const desk of idleFirst(this.#desks.values())) {
      if (!this.#waiting.has(ticketId)) return;
      if (this.#floor.rules.servicesOf.get(desk.plan.counterId)?.includes(serviceId)) this.#ready(desk);
    }
  }

  #idleCall(): void {
    if (this.#waiting.size === 0) return;
    for (const desk of idleFirst(this.#desks.values())) this.#ready(desk);
  }

  #cancel({ played }: Guest): void {
    if (!this.#waiting.has(played.ticketId)) return;
    if (!this.#act({ type: 'cancel-ticket', ticketId: played.ticketId }, citizen).ok) return;
    this.#waiting.delete(played.ticketId);
    played.outcome = 'cancelled';
    played.endedAt = this.#now;
  }

  #open(desk: Desk, closesAt: number): void {
    if (this.#statusOf(desk) !== 'closed') {
      desk.closesAt = Math.max(desk.closesAt, closesAt);
      return;
    }
    if (!this.#act({ type: 'open-counter', counterId: desk.plan.counterId }, desk.actor).ok) return;
    desk.openedAt = this.#now;
    desk.closesAt = closesAt;
    desk.pausesDue.length = 0;
    this.#ready(desk);
  }

  /** The officer is free: a pause that is due, the end of the session, or the next one. */
  #ready(desk: Desk): void {
    const { counterId } = desk.plan;
    const isOver = this.#now >= desk.closesAt;
    if (isOver && this.#now >= desk.closesAt + this.#plan.overtimeMs) {
      this.#close(desk);
      return;
    }
    if (!isOver && this.#pause(desk)) return;
    const called = this.#act({ type: 'call-next', counterId }, desk.actor);
    if (called.ok) this.#serve(desk, called.result.ticketId as TicketId);
    else if (isOver) this.#close(desk);
    else desk.idleSince ??= this.#now;
  }

  /** Begins the pause that is due, if there is one. */
  #pause(desk: Desk): boolean {
    const { counterId } = desk.plan;
    const pauseMs = desk.pausesDue.shift();
    const reason = this.#floor.rules.setup.pauseReasons[0]?.id ?? '';
    if (pauseMs === undefined || !this.#act({ type: 'pause-counter', counterId, reason }, desk.actor).ok)
      return false;
    desk.idleSince = null;
    desk.figures.pausedMs += pauseMs;
    this.#timeline.put(this.#now + pauseMs, rank.pauseEnds, () => {
      this.#act({ type: 'resume-counter', counterId }, desk.actor);
      this.#ready(desk);
    });
    return true;
  }

  #close(desk: Desk): void {
    desk.idleSince = null;
    this.#act({ type: 'close-counter', counterId: desk.plan.counterId }, desk.actor);
    desk.figures.openMs += this.#now - desk.openedAt;
  }

  #serve(desk: Desk, ticketId: TicketId): void {
    const guest = this.#guests.get(ticketId);
    if (guest === undefined) throw new Error(`${ticketId} was called but never issued`);
    const { visit, played } = guest;
    const { counterId, pace } = desk.plan;
    desk.idleSince = null;
    desk.busySince = this.#now;
    this.#waiting.delete(ticketId);
    this.#note(guest, desk);
    const later = (ms: number, moment: () => void) =>
      this.#timeline.put(this.#now + Math.round(ms), rank.atCounter, moment);
    if (visit.patienceMs !== null && this.#now - played.joinedAt > visit.patienceMs) {
      later(this.#plan.noShowWaitMs, () => {
        this.#act({ type: 'mark-no-show', counterId }, desk.actor);
        played.outcome = 'no-show';
        this.#leave(desk, played);
        this.#ready(desk);
      });
      return;
    }
    const { walkMs, workMs } = visit.stages[played.stage] ?? visit.stages[0];
    later(walkMs, () => {
      this.#act({ type: 'start-service', counterId }, desk.actor);
      later(workMs * pace, () => this.#finish(desk, guest));
    });
  }

  /** Who was passed by this call is read off the floor; whether by an equal is looked at here. */
  #note(guest: Guest, { plan }: Desk): void {
    const { played } = guest;
    played.calledAt = this.#now;
    played.counterId = plan.counterId;
    const passed = this.#floor.state.tickets.get(played.ticketId)?.passed ?? 0;
    played.passed = passed - guest.passedBefore;
    passEquals(
      [...this.#waiting.values()].map((each) => each.played),
      played,
    );
  }

  #finish(desk: Desk, guest: Guest): void {
    const { played, visit } = guest;
    const { counterId } = desk.plan;
    const next = visit.stages[played.stage + 1];
    const sentOn =
      next !== undefined &&
      this.#act(
        { type: 'transfer-ticket', counterId, to: { serviceId: next.serviceId }, keepPlace: false },
        desk.actor,
      ).ok;
    if (!sentOn) this.#act({ type: 'finish-service', counterId }, desk.actor);
    played.outcome = 'served';
    if (sentOn) {
      guest.passedBefore = this.#floor.state.tickets.get(played.ticketId)?.passed ?? 0;
      guest.played = this.#stage(played.ticketId, visit, played.stage + 1, null);
    }
    this.#leave(desk, played);
    if (sentOn) this.#join(guest);
    if (desk.idleSince !== null) this.#ready(desk);
  }

  /** The counter is free from now on. */
  #leave(desk: Desk, played: PlayedStage): void {
    played.endedAt = this.#now;
    desk.figures.busyMs += this.#now - desk.busySince;
    desk.idleSince = this.#now;
  }
}
