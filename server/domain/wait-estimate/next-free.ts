// Which counter is free next: a heap over the counters by the time each becomes free. Times change for one counter at a time,
// mostly for the first, and hundreds of thousands of times an estimate.

export class NextFree {
  readonly times: Float64Array;
  private readonly heap: Int32Array;
  /** Of each counter, where it stands in the heap. */
  private readonly places: Int32Array;

  constructor(counters: number) {
    this.times = new Float64Array(counters);
    this.heap = Int32Array.from({ length: counters }, (_, index) => index);
    this.places = Int32Array.from(this.heap);
  }

  first(): number {
    return this.heap.length === 0 ? -1 : (this.heap[0] as number);
  }

  set(counter: number, time: number): void {
    const before = this.times[counter] as number;
    this.times[counter] = time;
    if (time < before) this.rise(this.places[counter] as number, counter, time);
    else if (time > before) this.sink(this.places[counter] as number, counter, time);
  }

  /** Between two who are free at once, the one that stands first in the plan. */
  private isBefore(a: number, aTime: number, b: number): boolean {
    const bTime = this.times[b] as number;
    return aTime < bTime || (aTime === bTime && a < b);
  }

  private rise(from: number, counter: number, time: number): void {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const other = this.heap[above] as number;
      if (!this.isBefore(counter, time, other)) break;
      this.put(place, other);
      place = above;
    }
    this.put(place, counter);
  }

  private sink(from: number, counter: number, time: number): void {
    const { heap } = this;
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      if (below >= heap.length) break;
      const right = heap[below + 1];
      if (right !== undefined && this.isBefore(right, this.times[right] as number, heap[below] as number))
        below += 1;
      const other = heap[below] as number;
      if (this.isBefore(counter, time, other)) break;
      this.put(place, other);
      place = below;
    }
    this.put(place, counter);
  }

  private put(place: number, counter: number): void {
    this.heap[place] = counter;
    this.places[counter] = place;
  }
}
