// The lanes during one play: who stands where, who has been passed how often, and whom a free counter calls first. The order
// is that of call-order.ts: who comes back and is due, who was passed too often, the profile's ranks, the urgency by the
// profile's weight, and last who has turns to wait; between equals who joined first.
import type { DispatchPolicy } from '../dispatch/dispatch-policy.ts';
import type { FloorPlan, PlanCounter } from './floor-plan.ts';
import { TurnRun } from './turn-run.ts';
import { chainAt } from './urgency-shape.ts';

const nobody = -1;

export class LaneRun {
  readonly turns: TurnRun;
  private readonly plan: FloorPlan;
  private readonly policy: DispatchPolicy;
  private readonly offset: Float64Array;
  private readonly slope: Float64Array;
  private readonly head: Int32Array;
  private readonly tail: Int32Array;
  /** How often the head has been passed in this play; and of these, how often those up to a place only. */
  private readonly passes: Int32Array;
  private readonly line: Int32Array[];
  private readonly passedTo: Int32Array[];
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
    this.passes = new Int32Array(lanes.length);
    this.line = lanes.map(({ members }) => {
      const places = new Int32Array(members.length + 16);
      places.set(members);
      return places;
    });
    this.passedTo = this.line.map(({ length }) => new Int32Array(length));
  }

  begin(): void {
    this.turns.begin();
    for (let lane = 0; lane < this.head.length; lane += 1) {
      // The places behind the first members are written when somebody comes to stand there.
      (this.passedTo[lane] as Int32Array).fill(0);
      this.head[lane] = 0;
      this.tail[lane] = this.plan.lanes[lane]?.members.length ?? 0;
      this.passes[lane] = 0;
    }
  }

  join(ticket: number, lane: number): void {
    const at = this.tail[lane] as number;
    if (at === (this.line[lane] as Int32Array).length) this.lengthen(lane);
    (this.line[lane] as Int32Array)[at] = ticket;
    this.tail[lane] = at + 1;
  }

  private lengthen(lane: number): void {
    const longer = (old: Int32Array) => {
      const made = new Int32Array(old.length * 2);
      made.set(old);
      return made;
    };
    this.line[lane] = longer(this.line[lane] as Int32Array);
    this.passedTo[lane] = longer(this.passedTo[lane] as Int32Array);
  }

  /** The ticket that the counter calls now, or -1. `take` takes it. */
  choose(counter: PlanCounter, seconds: number, priorityRun: number): number {
    const due = this.turns.due(counter);
    if (due !== nobody) {
      this.chosen = nobody;
      return due;
    }
    const { lanes, ranks, weights } = counter;
    const { pool, passedAtMost } = this.plan;
    this.chosen = nobody;
    let best = nobody;
    let [bestTier, bestRank, bestUrgency] = [3, 0, 0];
    for (let index = 0; index < lanes.length; index += 1) {
      const lane = lanes[index] as number;
      const place = this.head[lane] as number;
      if (place === this.tail[lane]) continue;
      const ticket = (this.line[lane] as Int32Array)[place] as number;
      const passed = (pool.passed[ticket] as number) + (this.passes[lane] as number);
      const tier = passed >= passedAtMost ? 1 : 2;
      if (tier > bestTier) continue;
      const rank = tier === 1 ? 0 : (ranks[index] as number);
      if (tier === bestTier && rank > bestRank) continue;
      const urgency =
        tier === 1 ? 0 : this.urgency(lane, ticket, seconds, priorityRun) * (weights[index] as number);
      if (tier === bestTier && rank === bestRank) {
        if (urgency < bestUrgency) continue;
        if (urgency === bestUrgency && !this.joinedBefore(ticket, best)) continue;
      }
      best = ticket;
      [bestTier, bestRank, bestUrgency] = [tier, rank, urgency];
      this.chosen = lane;
    }
    return best === nobody ? this.turns.last(counter) : best;
  }

  private joinedBefore(one: number, other: number): boolean {
    const { joined, order } = this.plan.pool;
    const [a, b] = [joined[one] as number, joined[other] as number];
    return a < b || (a === b && (order[one] as number) < (order[other] as number));
  }

  private urgency(lane: number, ticket: number, seconds: number, priorityRun: number): number {
    const joined = this.plan.pool.joined[ticket] as number;
    const offset = this.offset[lane] as number;
    if (!Number.isNaN(offset)) return offset + (this.slope[lane] as number) * (seconds - joined);
    const { chain, asked } = this.plan.lanes[lane] ?? {};
    if (chain !== null && chain !== undefined) return chainAt(chain, seconds);
    if (asked === null || asked === undefined) return 0;
    const { now } = this.plan.picture;
    asked.joinedAt = now + joined * 1_000;
    asked.issuedAt = now + (this.plan.pool.issued[ticket] as number) * 1_000;
    this.moment.at = now + seconds * 1_000;
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
  }

  /** Counts all who wait for the counter and joined before the called one. */
  pass({ lanes }: PlanCounter, joinedAt: number): void {
    const { joined } = this.plan.pool;
    for (let index = 0; index < lanes.length; index += 1) {
      const lane = lanes[index] as number;
      let low = this.head[lane] as number;
      let high = (this.tail[lane] as number) - 1;
      const line = this.line[lane] as Int32Array;
      if (low > high || (joined[line[low] as number] as number) >= joinedAt) continue;
      if ((joined[line[high] as number] as number) < joinedAt) low = high;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((joined[line[middle] as number] as number) < joinedAt) low = middle;
        else high = middle - 1;
      }
      const passedTo = this.passedTo[lane] as Int32Array;
      passedTo[low] = (passedTo[low] as number) + 1;
      this.passes[lane] = (this.passes[lane] as number) + 1;
    }
  }

  /** Whether anybody waits whom the counter may call. */
  waitsAnybody(counter: PlanCounter): boolean {
    const { lanes } = counter;
    for (let index = 0; index < lanes.length; index += 1) {
      const lane = lanes[index] as number;
      if (this.head[lane] !== this.tail[lane]) return true;
    }
    return this.turns.last(counter) !== nobody || this.turns.due(counter) !== nobody;
  }
}
