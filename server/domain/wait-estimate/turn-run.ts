// Those who were absent, have come back and have turns to wait, during one play: who is due goes before everybody, who is not
// goes after everybody, and each call of a counter that could have called them takes one turn off.
import type { FloorPlan, PlanCounter } from './floor-plan.ts';

export class TurnRun {
  private readonly plan: FloorPlan;
  private readonly tickets: number[] = [];
  private readonly groups: number[] = [];
  private readonly left: number[] = [];

  constructor(plan: FloorPlan) {
    this.plan = plan;
  }

  begin(): void {
    for (const column of [this.tickets, this.groups, this.left]) column.length = 0;
    for (const { ticket, group, turns } of this.plan.turners) this.join(ticket, group, turns);
  }

  join(ticket: number, group: number, turns: number): void {
    this.tickets.push(ticket);
    this.groups.push(group);
    this.left.push(turns);
  }

  due(counter: PlanCounter): number {
    return this.tickets.length === 0 ? -1 : this.find(counter, true);
  }

  /** Who has fewest turns to wait. */
  last(counter: PlanCounter): number {
    return this.tickets.length === 0 ? -1 : this.find(counter, false);
  }

  private find({ draws }: PlanCounter, isDue: boolean): number {
    const { joined, order } = this.plan.pool;
    let best = -1;
    for (let index = 0; index < this.tickets.length; index += 1) {
      const turns = this.left[index] as number;
      if ((turns === 0) !== isDue || draws[this.groups[index] as number] !== 1) continue;
      const before = this.left[best] ?? Number.POSITIVE_INFINITY;
      const [one, other] = [this.tickets[index] as number, this.tickets[best] as number];
      const joinedLess = () =>
        (joined[one] as number) - (joined[other] as number) ||
        (order[one] as number) - (order[other] as number);
      if (turns < before || (turns === before && joinedLess() < 0)) best = index;
    }
    return best < 0 ? -1 : (this.tickets[best] as number);
  }

  take(ticket: number): void {
    const at = this.tickets.indexOf(ticket);
    for (const column of [this.tickets, this.groups, this.left]) column.splice(at, 1);
  }

  /** The counter has called somebody else. */
  pass({ draws }: PlanCounter): void {
    for (let index = 0; index < this.tickets.length; index += 1) {
      const turns = this.left[index] as number;
      if (turns > 0 && draws[this.groups[index] as number] === 1) this.left[index] = turns - 1;
    }
  }
}
