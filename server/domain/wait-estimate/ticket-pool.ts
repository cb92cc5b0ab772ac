// Tickets as columns of numbers: those who wait when a play begins, and behind them those whom the play invents. Times are
// seconds from now.

export type NewTicket = {
  readonly joined: number;
  readonly issued: number;
  /** Index of the service, and of the priority class (0: ordinary). */
  readonly service: number;
  readonly klass: number;
  /** Whose luck it draws. */
  readonly key: number;
  /** It was served before or has come back: it is there when called. */
  readonly again: number;
  readonly passed: number;
  readonly order: number;
  /** Asked for only: it is noted when it would be called, and takes nobody's time. */
  readonly ghost: number;
  /** Where its time is noted, or -1. */
  readonly wanted: number;
};

const columnNames = ['service', 'klass', 'key', 'again', 'passed', 'order', 'ghost', 'wanted'] as const;

export class TicketPool {
  count = 0;
  joined = new Float64Array(64);
  issued = new Float64Array(64);
  service = new Int32Array(64);
  klass = new Int32Array(64);
  key = new Int32Array(64);
  again = new Int32Array(64);
  passed = new Int32Array(64);
  order = new Int32Array(64);
  ghost = new Int32Array(64);
  wanted = new Int32Array(64);

  add(ticket: NewTicket): number {
    const index = this.room();
    this.joined[index] = ticket.joined;
    this.issued[index] = ticket.issued;
    for (const name of columnNames) this[name][index] = ticket[name];
    return index;
  }

  /** Somebody whom a play invents: no object is made for it. */
  invent(joined: number, service: number, klass: number, key: number): number {
    const index = this.room();
    this.joined[index] = joined;
    this.issued[index] = joined;
    this.service[index] = service;
    this.klass[index] = klass;
    this.key[index] = key;
    this.again[index] = 0;
    this.passed[index] = 0;
    this.order[index] = index;
    this.ghost[index] = 0;
    this.wanted[index] = -1;
    return index;
  }

  private room(): number {
    if (this.count === this.joined.length) this.grow();
    this.count += 1;
    return this.count - 1;
  }

  private grow(): void {
    const size = this.count * 2;
    const wider = (old: Int32Array<ArrayBuffer>) => {
      const made = new Int32Array(size);
      made.set(old);
      return made;
    };
    const longer = (old: Float64Array<ArrayBuffer>) => {
      const made = new Float64Array(size);
      made.set(old);
      return made;
    };
    this.joined = longer(this.joined);
    this.issued = longer(this.issued);
    for (const name of columnNames) this[name] = wider(this[name]);
  }
}
