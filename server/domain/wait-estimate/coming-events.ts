// Who comes to the queue during one play, in the order of the times: walk-ins, booked visitors, those sent on and those who
// come back. A sorted list, the latest first, because few are under way at a time.

export class ComingEvents {
  private count = 0;
  private times = new Float64Array(64);
  private tickets = new Int32Array(64);
  private lanes = new Int32Array(64);
  private turns = new Int32Array(64);
  /** Of the one last taken: its ticket, its own lane or -1, and the turns it waits or -1. */
  ticket = -1;
  lane = -1;
  turnsToWait = -1;

  begin(): void {
    this.count = 0;
  }

  get nextAt(): number {
    return this.count === 0 ? Number.POSITIVE_INFINITY : (this.times[this.count - 1] as number);
  }

  add(time: number, ticket: number, lane: number, turnsToWait: number): void {
    if (this.count === this.times.length) this.grow();
    let at = this.count;
    while (at > 0 && (this.times[at - 1] as number) < time) {
      this.move(at - 1, at);
      at -= 1;
    }
    this.times[at] = time;
    this.tickets[at] = ticket;
    this.lanes[at] = lane;
    this.turns[at] = turnsToWait;
    this.count += 1;
  }

  take(): void {
    this.count -= 1;
    this.ticket = this.tickets[this.count] as number;
    this.lane = this.lanes[this.count] as number;
    this.turnsToWait = this.turns[this.count] as number;
  }

  private move(from: number, to: number): void {
    this.times[to] = this.times[from] as number;
    this.tickets[to] = this.tickets[from] as number;
    this.lanes[to] = this.lanes[from] as number;
    this.turns[to] = this.turns[from] as number;
  }

  private grow(): void {
    const size = this.count * 2;
    const times = new Float64Array(size);
    times.set(this.times);
    this.times = times;
    const wider = (old: Int32Array<ArrayBuffer>) => {
      const made = new Int32Array(size);
      made.set(old);
      return made;
    };
    this.tickets = wider(this.tickets);
    this.lanes = wider(this.lanes);
    this.turns = wider(this.turns);
  }
}
