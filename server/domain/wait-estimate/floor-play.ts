// Plays one component of the floor forward from its present state, until everybody asked for has been called: counters become
// free, call by the rule in force, pause, go home at the end of a session and open again; people come, do not answer, come
// back and are sent on. Times are seconds from now; each play has its own luck.
import type { DispatchPolicy } from '../dispatch/dispatch-policy.ts';
import { ComingEvents } from './coming-events.ts';
import { ComingPeople } from './coming-people.ts';
import { CounterRun } from './counter-run.ts';
import type { FloorPlan, PlanCounter } from './floor-plan.ts';
import { LaneRun } from './lane-run.ts';
import type { PlayChance } from './play-chance.ts';
import { mixed } from './play-chance.ts';
import { PlayLuck, purpose } from './play-luck.ts';

/** A play that has not ended after so many steps never will. */
const stepsAtMost = 200_000;

export class FloorPlay {
  private readonly plan: FloorPlan;
  private readonly plays: number;
  private readonly luck: PlayLuck;
  private readonly lanes: LaneRun;
  private readonly coming = new ComingEvents();
  private readonly people: ComingPeople;
  private readonly run: CounterRun;
  private readonly standing: number;
  private readonly times: Float64Array;
  private left = 0;

  constructor(plan: FloorPlan, chance: PlayChance, policy: DispatchPolicy) {
    this.plan = plan;
    this.plays = chance.plays;
    this.luck = new PlayLuck(plan, chance);
    this.lanes = new LaneRun(plan, policy);
    this.people = new ComingPeople(plan, this.luck, this.coming);
    this.run = new CounterRun(plan, this.luck);
    this.standing = plan.pool.count;
    this.times = new Float64Array(plan.wantedCount * this.plays);
  }

  /** For each one wanted, in its order, the seconds until it is called in each play; Infinity where that is not today. */
  timesOfAll(): Float64Array {
    this.times.fill(Number.POSITIVE_INFINITY);
    for (let play = 0; play < this.plays; play += 1) this.playOnce(play);
    return this.times;
  }

  private playOnce(play: number): void {
    this.plan.pool.count = this.standing;
    this.left = this.plan.wantedCount;
    this.luck.begin(play);
    this.lanes.begin();
    this.coming.begin();
    this.people.begin();
    this.run.begin((service, klass, key, at) => this.sendOn(service, klass, key, at, 0));
    for (let step = 0; this.left > 0 && step < stepsAtMost; step += 1) {
      const counter = this.run.free.first();
      const at = this.run.free.times[counter] as number;
      this.people.until(at);
      if (this.coming.nextAt <= at) {
        if (this.coming.nextAt === Number.POSITIVE_INFINITY) return;
        this.somebodyComes(this.coming.nextAt);
      } else this.becomesFree(counter, at);
    }
  }

  private somebodyComes(at: number): void {
    this.coming.take();
    const { ticket, lane, turnsToWait } = this.coming;
    const { pool, classes, laneOfKind, services } = this.plan;
    const service = pool.service[ticket] as number;
    const kind =
      (service * classes.length + (pool.klass[ticket] as number)) * 2 + (pool.again[ticket] as number);
    const group = services[service]?.group ?? 0;
    if (turnsToWait >= 0) this.lanes.turns.join(ticket, group, turnsToWait);
    else this.lanes.join(ticket, lane >= 0 ? lane : (laneOfKind[kind] as number));
    this.run.wake(group, at);
  }

  private becomesFree(index: number, at: number): void {
    const counter = this.plan.counters[index] as PlanCounter;
    if (
      this.run.mustGo(index, at) ||
      (this.run.isAfterHours(index, at) && !this.lanes.waitsAnybody(counter))
    ) {
      this.run.goHome(index, at);
      return;
    }
    if (this.run.takesPause(index, at)) return;
    const ticket = this.lanes.choose(counter, at, this.run.priorityRun[index] as number);
    if (ticket < 0) {
      this.run.standsIdle(index, at);
      return;
    }
    this.lanes.take(ticket);
    this.call(index, counter, ticket, at);
  }

  private call(index: number, counter: PlanCounter, ticket: number, at: number): void {
    const { pool } = this.plan;
    const wanted = pool.wanted[ticket] as number;
    if (wanted >= 0) {
      this.times[wanted * this.plays + this.luck.play] = at;
      this.left -= 1;
    }
    // Whoever only asks takes nobody's turn: the counter calls the next at once.
    if (pool.ghost[ticket] === 1) return;
    this.lanes.pass(counter, pool.joined[ticket] as number);
    this.lanes.turns.pass(counter);
    this.run.called(index, pool.klass[ticket] as number);
    const key = pool.key[ticket] as number;
    const isGone = pool.again[ticket] === 0 && this.luck.isGone(at - (pool.issued[ticket] as number), key);
    this.run.free.set(index, isGone ? this.missed(ticket, key, at) : this.served(index, ticket, key, at));
  }

  /** Somebody who is not there; answers when the counter goes on. */
  private missed(ticket: number, key: number, at: number): number {
    const { tables, pool, picture } = this.plan;
    if (this.luck.draw(key, purpose.cancelled) < tables.cancelled) return at;
    const until = at + this.luck.from(tables.patience, key, purpose.patience);
    if (this.luck.draw(key, purpose.returns) < tables.returned) {
      const after = this.luck.from(tables.returns, key, purpose.returnAfter);
      const { withinMinutes, afterNext } = picture.dispatch.returns;
      const again = pool.invent(
        until + after,
        pool.service[ticket] as number,
        pool.klass[ticket] as number,
        mixed(key, 99),
      );
      pool.again[again] = 1;
      this.coming.add(until + after, again, -1, after <= withinMinutes * 60 ? afterNext : -1);
    }
    return until;
  }

  private served(index: number, ticket: number, key: number, at: number): number {
    const { pool, walks } = this.plan;
    const service = pool.service[ticket] as number;
    const klass = pool.klass[ticket] as number;
    const walk = this.luck.from(walks[klass] as Float64Array, key, purpose.walk);
    const until = at + walk + this.luck.work(service, index, key);
    this.sendOn(service, klass, key, until, pool.again[ticket] as number);
    return until;
  }

  private sendOn(service: number, klass: number, key: number, at: number, again: number): void {
    if (again === 1) return;
    const to = this.luck.wayFrom(service, key);
    if (to < 0) return;
    const ticket = this.plan.pool.invent(at, to, klass, mixed(key, 98));
    this.plan.pool.again[ticket] = 1;
    this.coming.add(at, ticket, -1, -1);
  }
}
