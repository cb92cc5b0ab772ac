// The counters during one play: when each is free next, when its next pause is due, in which session it works. What it has in
// hand at the beginning ends as such things end that have lasted as long.
import type { FloorPlan, PlanCounter } from './floor-plan.ts';
import { NextFree } from './next-free.ts';
import { keyOf } from './play-chance.ts';
import { type PlayLuck, purpose } from './play-luck.ts';

const never = Number.POSITIVE_INFINITY;
type SendOn = (service: number, klass: number, key: number, at: number) => void;
type Session = { readonly opens: number; readonly closes: number; readonly until: number };

export class CounterRun {
  readonly free: NextFree;
  readonly priorityRun: Int32Array;
  private readonly plan: FloorPlan;
  private readonly luck: PlayLuck;
  private readonly sessions: readonly Session[];
  private readonly idleSince: Float64Array;
  private readonly pauseAt: Float64Array;
  private readonly pauses: Int32Array;
  private readonly session: Int32Array;
  /** Of the session in which each counter works. */
  private readonly closes: Float64Array;
  private readonly until: Float64Array;

  constructor(plan: FloorPlan, luck: PlayLuck) {
    const { length } = plan.counters;
    const { now, sessions } = plan.picture;
    this.plan = plan;
    this.luck = luck;
    this.free = new NextFree(length);
    this.closes = new Float64Array(length);
    this.until = new Float64Array(length);
    this.priorityRun = new Int32Array(length);
    this.idleSince = new Float64Array(length);
    this.pauseAt = new Float64Array(length);
    this.pauses = new Int32Array(length);
    this.session = new Int32Array(length);
    this.sessions = sessions.map(({ opensAt, closesAt, servesUntil }) => ({
      opens: (opensAt - now) / 1_000,
      closes: (closesAt - now) / 1_000,
      until: (servesUntil - now) / 1_000,
    }));
  }

  begin(sendOn: SendOn): void {
    const present = this.sessions.findIndex(({ until }) => until > 0);
    for (let index = 0; index < this.free.times.length; index += 1) {
      const counter = this.plan.counters[index] as PlanCounter;
      this.priorityRun[index] = counter.picture.priorityRun;
      this.pauses[index] = 0;
      this.idleSince[index] = never;
      this.work(index, present < 0 ? this.sessions.length : present);
      const free = this.firstFree(index, counter, sendOn);
      this.free.set(index, free);
      const { status } = counter.picture;
      const since = status === 'closed' && free !== never ? free : 0;
      this.pauseAt[index] = this.pauseFrom(counter, Math.max(since, this.busySince(counter)), 0);
    }
  }

  /** A pause may have become due since the ticket in hand was called. */
  private busySince({ picture: { status, calledAt } }: PlanCounter): number {
    const isBusy = status === 'calling' || status === 'serving';
    return isBusy && calledAt !== null ? (calledAt - this.plan.picture.now) / 1_000 : 0;
  }

  private pauseFrom(counter: PlanCounter, from: number, taken: number): number {
    return from + this.luck.untilPause(counter, taken);
  }

  private firstFree(index: number, counter: PlanCounter, sendOn: SendOn): number {
    const { now } = this.plan.picture;
    const { status, inHand, since, expectedBackAt } = counter.picture;
    if (status === 'idle') return 0;
    if (status === 'closed') return this.opening(index, counter, 0, 0);
    if (status === 'paused') {
      if (expectedBackAt !== null && expectedBackAt > now) return (expectedBackAt - now) / 1_000;
      return this.luck.restOf(this.plan.tables.pauses, (now - since) / 1_000, counter.key);
    }
    if (inHand === null) return 0;
    const service = this.plan.services.findIndex(({ id }) => id === inHand.serviceId);
    const klass = Math.max(0, this.plan.classes.indexOf(inHand.priorityClass));
    const key = keyOf(inHand.ticketId);
    if (status === 'calling') return this.afterCalling(index, counter, { service, klass, key });
    const done = (now - (counter.picture.startedAt ?? now)) / 1_000;
    const free = this.luck.restOfWork(service, index, key, done);
    if (!inHand.transferred && !inHand.returned) sendOn(service, klass, key, free);
    return free;
  }

  /** Called and not there yet: either still walking, or gone, the more probably the longer it has been. */
  private afterCalling(
    index: number,
    { picture: { inHand, calledAt } }: PlanCounter,
    { service, klass, key }: { service: number; klass: number; key: number },
  ): number {
    const { picture, tables, walks } = this.plan;
    const called = calledAt ?? picture.now;
    const over = (picture.now - called) / 1_000;
    const waited = Math.floor((called - (inHand?.issuedAt ?? called)) / 60_000);
    const again = inHand === null || inHand.transferred || inHand.returned;
    const gone = again ? 0 : (tables.gone[Math.min(tables.gone.length - 1, Math.max(0, waited))] as number);
    const walk = walks[klass] as Float64Array;
    const missing = gone * shareAbove(tables.patience, over);
    const walking = (1 - gone) * shareAbove(walk, over);
    const isMissing = this.luck.draw(key, purpose.present) * (missing + walking) < missing;
    if (isMissing) return this.luck.restOf(tables.patience, over, key);
    return this.luck.restOf(walk, over, key) + this.luck.work(service, index, key);
  }

  /** When a counter that is shut opens, from a session on and not before a time. */
  private opening(index: number, counter: PlanCounter, from: number, earliest: number): number {
    for (let session = from; session < this.sessions.length; session += 1) {
      const opens = counter.opens[session] as number;
      const { closes } = this.sessions[session] as Session;
      if (Number.isNaN(opens) || closes <= earliest) continue;
      this.work(index, session);
      if (opens >= earliest) return opens + this.luck.late(counter, session);
      return opens + this.luck.lateBeyond(counter, session, earliest - opens);
    }
    return never;
  }

  /** From now on it works in this session; in none behind the last. */
  private work(index: number, session: number): void {
    this.session[index] = session;
    this.closes[index] = this.sessions[session]?.closes ?? 0;
    this.until[index] = this.sessions[session]?.until ?? 0;
  }

  mustGo(index: number, at: number): boolean {
    return at >= (this.until[index] as number);
  }

  isAfterHours(index: number, at: number): boolean {
    return at >= (this.closes[index] as number);
  }

  goHome(index: number, at: number): void {
    const counter = this.plan.counters[index] as PlanCounter;
    this.idleSince[index] = never;
    const opens = this.opening(index, counter, (this.session[index] as number) + 1, at);
    this.free.set(index, opens);
    if (opens !== never) this.pauseAt[index] = this.pauseFrom(counter, opens, this.pauses[index] as number);
  }

  takesPause(index: number, at: number): boolean {
    if (at < (this.pauseAt[index] as number)) return false;
    const counter = this.plan.counters[index] as PlanCounter;
    const taken = this.pauses[index] as number;
    const back = at + this.luck.pause(counter, taken);
    this.idleSince[index] = never;
    this.free.set(index, back);
    this.pauses[index] = taken + 1;
    this.pauseAt[index] = this.pauseFrom(counter, back, taken + 1);
    return true;
  }

  /** Until somebody comes, a pause is due or the session ends. */
  standsIdle(index: number, at: number): void {
    if (this.idleSince[index] === never) this.idleSince[index] = at;
    const { pauseAt, closes } = this;
    this.free.set(index, Math.max(at, Math.min(pauseAt[index] as number, closes[index] as number)));
  }

  /** Somebody of a group has come: of the idle counters that may call it, the one idle longest does. */
  wake(group: number, at: number): void {
    let best = -1;
    for (let index = 0; index < this.free.times.length; index += 1) {
      const since = this.idleSince[index] as number;
      if (since === never || (this.plan.counters[index] as PlanCounter).draws[group] !== 1) continue;
      if (best < 0 || since < (this.idleSince[best] as number)) best = index;
    }
    if (best < 0) return;
    this.free.set(best, at);
    // Whoever comes at the same moment wakes another.
    this.idleSince[best] = never;
  }

  called(index: number, klass: number): void {
    this.idleSince[index] = never;
    this.priorityRun[index] = klass === 0 ? 0 : (this.priorityRun[index] as number) + 1;
  }
}

function shareAbove(sorted: Float64Array, value: number): number {
  let low = 0;
  while (low < sorted.length && (sorted[low] as number) <= value) low += 1;
  return Math.max(0.002, (sorted.length - low) / sorted.length);
}
