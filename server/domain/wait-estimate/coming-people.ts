// Lets people come during one play: walk-ins half hour by half hour, only as far as the play gets, and those booked.
import type { ComingEvents } from './coming-events.ts';
import type { FloorPlan } from './floor-plan.ts';
import { mixed, poissonCount } from './play-chance.ts';
import { type PlayLuck, purpose } from './play-luck.ts';

const halfHour = 1_800;
const halfHours = 48;

export class ComingPeople {
  private readonly plan: FloorPlan;
  private readonly luck: PlayLuck;
  private readonly coming: ComingEvents;
  /** Seconds from now to midnight before today; negative. */
  private readonly midnight: number;
  private slot = 0;
  private playedUntil = 0;

  constructor(plan: FloorPlan, luck: PlayLuck, coming: ComingEvents) {
    this.plan = plan;
    this.luck = luck;
    this.coming = coming;
    this.midnight = (plan.picture.startOfDay - plan.picture.now) / 1_000;
  }

  begin(): void {
    const pairs = this.plan.arrivals.services.length;
    this.slot = pairs === 0 ? halfHours : Math.max(0, Math.floor(-this.midnight / halfHour));
    this.playedUntil = this.slot >= halfHours ? Number.POSITIVE_INFINITY : 0;
    for (let index = 0; index < this.plan.arrivals.bookings.length; index += 1) this.booked(index);
  }

  private booked(index: number): void {
    const { arrivals, tables, pool } = this.plan;
    const booking = arrivals.bookings[index] as (typeof arrivals.bookings)[number];
    const { seconds, service, klass, lane, key } = booking;
    // Who has not come by now comes as late as those who had not come by then, and the less probably the later it is.
    const table = tables.punctuality;
    let first = 0;
    while (first < table.length && seconds + (table[first] as number) <= 0) first += 1;
    const stillComes = tables.came * (1 - first / table.length);
    if (this.luck.draw(key, purpose.booked) * (stillComes + 1 - tables.came) >= stillComes) return;
    const place = first + Math.floor(this.luck.draw(key, purpose.when) * (table.length - first));
    const at = seconds + (table[place] as number);
    this.coming.add(at, pool.invent(at, service, klass, key), lane, -1);
  }

  /** Whoever comes up to a time is known after this. */
  until(at: number): void {
    while (this.playedUntil <= at && this.playedUntil < Number.POSITIVE_INFINITY) this.nextHalfHour();
  }

  private nextHalfHour(): void {
    const { services, classes, sums } = this.plan.arrivals;
    const pairs = services.length;
    const { slot } = this;
    const end = this.midnight + (slot + 1) * halfHour;
    const from = Math.max(0, end - halfHour);
    const first = slot * pairs;
    const all = sums[first + pairs - 1] as number;
    const count = poissonCount((all * (end - from)) / halfHour, this.luck.draw(slot, purpose.slot));
    for (let nth = 0; nth < count; nth += 1) {
      const key = mixed(slot * 1_000 + nth, 97);
      const at = from + (end - from) * this.luck.draw(key, purpose.when);
      const wanted = this.luck.draw(key, purpose.who) * all;
      let pair = 0;
      while (pair < pairs - 1 && (sums[first + pair] as number) <= wanted) pair += 1;
      const ticket = this.plan.pool.invent(at, services[pair] as number, classes[pair] as number, key);
      this.coming.add(at, ticket, -1, -1);
    }
    this.slot += 1;
    this.playedUntil = this.slot >= halfHours ? Number.POSITIVE_INFINITY : end;
  }
}
