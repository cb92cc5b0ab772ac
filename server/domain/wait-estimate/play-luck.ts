// The luck of one play: how fast everybody works today, how long each case takes, who is gone when called, who comes back, who
// is sent on. What is unsure in the laws is drawn once for a whole play, so that the band says also how little is known.
import type { FloorPlan, PlanCounter } from './floor-plan.ts';
import { goneMinutes } from './law-tables.ts';
import { mixed, normalQuantile, type PlayChance } from './play-chance.ts';

/** What a draw is for. */
export const purpose = {
  ...{ work: 1, gone: 2, cancelled: 3, walk: 4, sentOn: 5, way: 6, returns: 7, returnAfter: 8, patience: 9 },
  ...{ pace: 10, isOff: 11, middle: 12, effect: 13, pauseAt: 14, pause: 15, late: 16, present: 17, rest: 18 },
  ...{ booked: 19, slot: 20, when: 21, who: 22 },
} as const;

const entry = (table: Float64Array, draw: number) => table[Math.floor(draw * table.length)] as number;

export class PlayLuck {
  play = 0;
  private readonly plan: FloorPlan;
  private readonly chance: PlayChance;
  private readonly serviceFactor: Float64Array;
  private readonly counterFactor: Float64Array;
  private readonly normals: Float64Array;

  constructor(plan: FloorPlan, chance: PlayChance) {
    this.plan = plan;
    this.chance = chance;
    this.serviceFactor = new Float64Array(plan.services.length);
    this.counterFactor = new Float64Array(plan.counters.length);
    this.normals = Float64Array.from({ length: 1_024 }, (_, index) => normalQuantile((index + 0.5) / 1_024));
  }

  begin(play: number): void {
    this.play = play;
    const { departments, services, counters } = this.plan;
    for (let index = 0; index < services.length; index += 1) {
      const { department, error } = services[index] as (typeof services)[number];
      const { pace } = departments[department] as (typeof departments)[number];
      const isOff = this.draw(department, purpose.isOff) < pace.off;
      const middle = isOff ? pace.offMean : pace.mean;
      const today = middle + (isOff ? pace.offError : pace.error) * this.normal(department, purpose.pace);
      this.serviceFactor[index] = Math.exp(today + error * this.normal(index, purpose.middle));
    }
    for (let index = 0; index < counters.length; index += 1) {
      const { effect, error, key } = counters[index] as PlanCounter;
      this.counterFactor[index] = Math.exp(effect + error * this.normal(key, purpose.effect));
    }
  }

  draw(key: number, what: number): number {
    return this.chance.draw(key, what, this.play);
  }

  private normal(key: number, what: number): number {
    return entry(this.normals, this.draw(key, what));
  }

  from(table: Float64Array, key: number, what: number): number {
    return entry(table, this.draw(key, what));
  }

  work(service: number, counter: number, key: number): number {
    return this.from(this.secondsOf(service), key, purpose.work) * this.factor(service, counter);
  }

  private factor(service: number, counter: number): number {
    return (this.serviceFactor[service] as number) * (this.counterFactor[counter] as number);
  }

  private secondsOf(service: number): Float64Array {
    return (this.plan.services[service] as FloorPlan['services'][number]).seconds;
  }

  /** What is left of a case of which so much has been done. */
  restOfWork(service: number, counter: number, key: number, done: number): number {
    const factor = this.factor(service, counter);
    const table = this.secondsOf(service);
    return factor * this.restOf(table, done / factor, key);
  }

  /** What is left of something from a sorted table of which so much is over. */
  restOf(table: Float64Array, over: number, key: number): number {
    let [low, high] = [0, table.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((table[middle] as number) <= over) low = middle + 1;
      else high = middle;
    }
    const draw = this.draw(key, purpose.rest);
    // Longer than everything one knows: a while longer still, the more the longer it has been.
    if (low === table.length) return 15 + over * (0.05 + 0.3 * draw);
    return Math.max(1, (table[low + Math.floor(draw * (table.length - low))] as number) - over);
  }

  isGone(waited: number, key: number): boolean {
    const minute = Math.min(goneMinutes - 1, Math.max(0, Math.floor(waited / 60)));
    return this.draw(key, purpose.gone) < (this.plan.tables.gone[minute] as number);
  }

  /** The service to which it is sent on afterwards, or -1. */
  wayFrom(service: number, key: number): number {
    if (this.draw(key, purpose.sentOn) >= this.plan.tables.sentOn) return -1;
    let rest = this.draw(key, purpose.way);
    for (const { to, share } of this.plan.transfers[service] ?? []) {
      rest -= share;
      if (rest < 0) return to;
    }
    return -1;
  }

  /** Seconds until the next pause, for a counter that has taken so many in this play. */
  untilPause(counter: PlanCounter, taken: number): number {
    return -Math.log(this.draw(mixed(counter.key, taken), purpose.pauseAt)) / this.plan.tables.pauseRate;
  }

  pause(counter: PlanCounter, taken: number): number {
    return this.from(this.plan.tables.pauses, mixed(counter.key, taken), purpose.pause);
  }

  late(counter: PlanCounter, session: number): number {
    return this.from(this.plan.tables.late, mixed(counter.key, session), purpose.late);
  }

  /** So late that it is still shut after so many seconds. */
  lateBeyond(counter: PlanCounter, session: number, over: number): number {
    return over + this.restOf(this.plan.tables.late, over, mixed(counter.key, session));
  }
}
