// The lanes during one play: who stands where, who has been passed how often, and whom a free counter calls first. The order
// is that of call-order.ts: who comes back and is due, who was passed too often, the profile's ranks, the urgency by the
// profile's weight, and last who has turns to wait; between equals who joined first.
import type { DispatchPolicy } from '../dispatch/dispatch-policy.ts';
import type { FloorPlan, PlanCounter } from './floor-plan.ts';
import { TurnRun } from './turn-run.ts';
import { chainAt } from './urgency-shape.ts';

const nobody = -1;

/** Two urgencies nearer than this are one: they come of the same figures by another way of computing. */
const sameUrgency = 1e-10;

export class LaneRun {
  readonly turns: TurnRun;
  private readonly plan: FloorPlan;
  private readonly policy: DispatchPolicy;
  private readonly offset: Float64Array;
  private readonly slope: Float64Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** Of the head of each lane: the ticket, when it joined (never: nobody stands there), how often it has been passed, and its
   * urgency now on the lane's line. */
  private readonly headTicket: Int32Array;
  private readonly headJoined: Float64Array;
  private readonly headPassed: Int32Array;
  private readonly headUrgency: Float64Array;
  /** Who stands in each lane; and how often in this play all up to a place, and nobody behind it, have been passed. */
  private readonly line: Int32Array[];
  private readonly joined: Float64Array[];
  private readonly passedTo: Int32Array[];
  private readonly passes: Int32Array;
  /** Of each counter, the places in its list of lanes where somebody stands; those found empty are taken out. */
  private readonly manned: Int32Array[];
  private readonly mannedCount: Int32Array;
  private readonly isManned: Uint8Array[];
  private readonly moment = { at: 0, priorityRun: 0 };
  private chosen = nobody;

  constructor(plan: FloorPlan, policy: DispatchPolicy) {
    const { lanes } = plan;
    this.plan = plan;
    this.policy = policy;
    this.turns = new TurnRun(plan);
    this.offset = Float64Array.from(lanes, ({ line }) => line?.offset ?? Number.NaN);
    this.slope = Float64Array.from(lanes, ({ line }) => line?.slope ?? 0);
    this.head = new Int32Array(lanes.length);
    this.tail = new Int32Array(lanes.length);
    this.headTicket = new Int32Array(lanes.length);
    this.headPassed = new Int32Array(lanes.length);
    this.passes = new Int32Array(lanes.length);
    this.headJoined = new Float64Array(lanes.length);
    this.headUrgency = new Float64Array(lanes.length);
    this.line = lanes.map(({ members }) => {
      const places = new Int32Array(members.length + 16);
      places.set(members);
      return places;
    });
    this.joined = this.line.map((places) =>
      Float64Array.from(places, (ticket) => plan.pool.joined[ticket] as number),
    );
    this.passedTo = this.line.map(({ length }) => new Int32Array(length));
    this.manned = plan.counters.map((counter) => new Int32Array(counter.lanes.length));
    this.isManned = plan.counters.map((counter) => new Uint8Array(counter.lanes.length));
    this.mannedCount = new Int32Array(plan.counters.length);
  }

  begin(): void {
    this.turns.begin();
    const { lanes } = this.plan;
    for (let lane = 0; lane < lanes.length; lane += 1) {
      // The places behind the first members are written when somebody comes to stand there.
      (this.passedTo[lane] as Int32Array).fill(0);
      this.passes[lane] = 0;
      this.head[lane] = 0;
      this.tail[lane] = (lanes[lane] as FloorPlan['lanes'][number]).members.length;
      this.lookAtHead(lane);
    }
    for (const isManned of this.isManned) isManned.fill(0);
    this.mannedCount.fill(0);
    for (let lane = 0; lane < lanes.length; lane += 1)
      if (this.headJoined[lane] !== Number.POSITIVE_INFINITY) this.man(lane);
  }

  /** Somebody stands in a lane where nobody stood. */
  private man(lane: number): void {
    const places = this.plan.placesOfLane[lane] as Int32Array;
    for (let counter = 0; counter < places.length; counter += 1) {
      const place = places[counter] as number;
      const isManned = this.isManned[counter] as Uint8Array;
      if (place < 0 || isManned[place] === 1) continue;
      isManned[place] = 1;
      const count = this.mannedCount[counter] as number;
      (this.manned[counter] as Int32Array)[count] = place;
      this.mannedCount[counter] = count + 1;
    }
  }

  private unman(counter: number, at: number): void {
    const manned = this.manned[counter] as Int32Array;
    const last = (this.mannedCount[counter] as number) - 1;
    (this.isManned[counter] as Uint8Array)[manned[at] as number] = 0;
    manned[at] = manned[last] as number;
    this.mannedCount[counter] = last;
  }

  private lookAtHead(lane: number): void {
    const place = this.head[lane] as number;
    if (place === this.tail[lane]) {
      this.headJoined[lane] = Number.POSITIVE_INFINITY;
      return;
    }
    const { joined, passed } = this.plan.pool;
    const ticket = (this.line[lane] as Int32Array)[place] as number;
    this.headTicket[lane] = ticket;
    this.headJoined[lane] = joined[ticket] as number;
    this.headPassed[lane] = (passed[ticket] as number) + (this.passes[lane] as number);
    this.headUrgency[lane] =
      (this.offset[lane] as number) - (this.slope[lane] as number) * (joined[ticket] as number);
  }

  join(ticket: number, lane: number): void {
    const at = this.tail[lane] as number;
    if (at === (this.line[lane] as Int32Array).length) this.lengthen(lane);
    (this.line[lane] as Int32Array)[at] = ticket;
    (this.joined[lane] as Float64Array)[at] = this.plan.pool.joined[ticket] as number;
    this.tail[lane] = at + 1;
    if (at !== this.head[lane]) return;
    this.lookAtHead(lane);
    this.man(lane);
  }

  private lengthen(lane: number): void {
    const longer = (old: Int32Array) => {
      const made = new Int32Array(old.length * 2);
      made.set(old);
      return made;
    };
    this.line[lane] = longer(this.line[lane] as Int32Array);
    this.passedTo[lane] = longer(this.passedTo[lane] as Int32Array);
    const joined = new Float64Array((this.line[lane] as Int32Array).length);
    joined.set(this.joined[lane] as Float64Array);
    this.joined[lane] = joined;
  }

  /** The ticket that the counter calls now, or -1. `take` takes it. */
  choose(counter: PlanCounter, seconds: number, priorityRun: number): number {
    const due = this.turns.due(counter);
    this.chosen = due === nobody ? this.firstLane(counter, seconds, priorityRun) : nobody;
    if (due !== nobody) return due;
    return this.chosen === nobody ? this.turns.last(counter) : (this.headTicket[this.chosen] as number);
  }

  /** The lane whose head the counter calls first, or -1. */
  private firstLane(counter: PlanCounter, seconds: number, priorityRun: number): number {
    const { lanes, ranks, weights } = counter;
    const { headJoined, headPassed, headUrgency, slope } = this;
    const { passedAtMost } = this.plan;
    let best = nobody;
    let bestTier = 3;
    let bestRank = 0;
    let bestUrgency = 0;
    const manned = this.manned[counter.index] as Int32Array;
    for (let at = (this.mannedCount[counter.index] as number) - 1; at >= 0; at -= 1) {
      const index = manned[at] as number;
      const lane = lanes[index] as number;
      if (headJoined[lane] === Number.POSITIVE_INFINITY) {
        this.unman(counter.index, at);
        continue;
      }
      const tier = (headPassed[lane] as number) >= passedAtMost ? 1 : 2;
      if (tier > bestTier) continue;
      const rank = tier === 1 ? 0 : (ranks[index] as number);
      if (tier === bestTier && rank > bestRank) continue;
      let urgency = 0;
      if (tier === 2) {
        urgency = (headUrgency[lane] as number) + (slope[lane] as number) * seconds;
        if (Number.isNaN(urgency)) urgency = this.urgency(lane, seconds, priorityRun);
        urgency *= weights[index] as number;
      }
      if (tier === bestTier && rank === bestRank) {
        const more = urgency - bestUrgency;
        if (more < -sameUrgency) continue;
        if (more <= sameUrgency && !this.joinedBefore(lane, best)) continue;
      }
      best = lane;
      bestTier = tier;
      bestRank = rank;
      bestUrgency = urgency;
    }
    return best;
  }

  /** Whether the head of one lane joined before the head of another. */
  private joinedBefore(one: number, other: number): boolean {
    const [a, b] = [this.headJoined[one] as number, this.headJoined[other] as number];
    if (a !== b) return a < b;
    const { order } = this.plan.pool;
    return (
      (order[this.headTicket[one] as number] as number) < (order[this.headTicket[other] as number] as number)
    );
  }

  /** Where the lane has no line. */
  private urgency(lane: number, seconds: number, priorityRun: number): number {
    const { chain, asked } = this.plan.lanes[lane] as FloorPlan['lanes'][number];
    if (chain !== null) return chainAt(chain, seconds);
    if (asked === null) return 0;
    const { picture, pool } = this.plan;
    const ticket = this.headTicket[lane] as number;
    asked.joinedAt = picture.now + (pool.joined[ticket] as number) * 1_000;
    asked.issuedAt = picture.now + (pool.issued[ticket] as number) * 1_000;
    this.moment.at = picture.now + seconds * 1_000;
    this.moment.priorityRun = priorityRun;
    return this.policy.urgency(asked, this.moment);
  }

  /** Takes whom `choose` has found out of the queue. */
  take(ticket: number): void {
    const lane = this.chosen;
    if (lane === nobody) {
      this.turns.take(ticket);
      return;
    }
    const place = this.head[lane] as number;
    this.passes[lane] =
      (this.passes[lane] as number) - ((this.passedTo[lane] as Int32Array)[place] as number);
    this.head[lane] = place + 1;
    this.lookAtHead(lane);
  }

  /** Counts all who wait for the counter and joined before the called one. */
  pass({ lanes, index: counter }: PlanCounter, joinedAt: number): void {
    const { headJoined } = this;
    const manned = this.manned[counter] as Int32Array;
    const count = this.mannedCount[counter] as number;
    for (let at = 0; at < count; at += 1) {
      const lane = lanes[manned[at] as number] as number;
      if ((headJoined[lane] as number) < joinedAt) this.passLane(lane, joinedAt);
    }
  }

  private passLane(lane: number, joinedAt: number): void {
    const joined = this.joined[lane] as Float64Array;
    const last = (this.tail[lane] as number) - 1;
    let low = this.head[lane] as number;
    // Mostly only the first few joined before: so in steps that grow, and then in halves.
    let step = 1;
    while (low + step <= last && (joined[low + step] as number) < joinedAt) {
      low += step;
      step *= 2;
    }
    for (; step >= 1; step >>= 1)
      if (low + step <= last && (joined[low + step] as number) < joinedAt) low += step;
    const passedTo = this.passedTo[lane] as Int32Array;
    passedTo[low] = (passedTo[low] as number) + 1;
    this.passes[lane] = (this.passes[lane] as number) + 1;
    this.headPassed[lane] = (this.headPassed[lane] as number) + 1;
  }

  /** Whether anybody waits whom the counter may call. */
  waitsAnybody(counter: PlanCounter): boolean {
    const { lanes } = counter;
    for (let index = 0; index < lanes.length; index += 1)
      if (this.headJoined[lanes[index] as number] !== Number.POSITIVE_INFINITY) return true;
    return this.turns.last(counter) !== nobody || this.turns.due(counter) !== nobody;
  }
}
