// Chance for the plays of a floor. A draw belongs to a ticket (or a counter, or a half hour) and a purpose, not to the order
// in which draws are asked for: so one person more in the queue changes nobody else's luck. Over the plays every draw is
// spread evenly (one value in each of as many equal parts), which takes most of the noise out of sums of many draws.

/** As many different even spreads; a power of two. */
const columns = 1_024;
const turns = 2 ** -22;

/** A 32-bit number that a key and a purpose always give. Source: the finaliser of MurmurHash3 (public domain). */
export function mixed(key: number, purpose: number): number {
  let h = (key ^ Math.imul(purpose + 1, 0x9e3779b1)) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** FNV-1a over the signs of a word. */
export function keyOf(word: string): number {
  let h = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1)
    h = Math.imul(h ^ word.charCodeAt(index), 0x01000193) >>> 0;
  return h;
}

/** The even spreads, one row for each play, so that a play reads in one small row only. They are the same for every seed, and
 * so made once for a number of plays. */
const spreads = new Map<number, Float32Array>();

function spreadOver(plays: number): Float32Array {
  const known = spreads.get(plays);
  if (known !== undefined) return known;
  const values = new Float32Array(columns * plays);
  const column = new Float32Array(plays);
  for (let index = 0; index < columns; index += 1) {
    fillColumn(column, index);
    for (let play = 0; play < plays; play += 1) values[play * columns + index] = column[play] as number;
  }
  spreads.set(plays, values);
  return values;
}

/** One value in each part, in an order of its own. */
function fillColumn(values: Float32Array, column: number): void {
  const plays = values.length;
  let key = mixed(plays, column);
  for (let play = 0; play < plays; play += 1) {
    key = mixed(key, play);
    values[play] = (play + 0.001 + (0.998 * key) / 4_294_967_296) / plays;
  }
  for (let play = plays - 1; play > 0; play -= 1) {
    key = mixed(key, play);
    const other = key % (play + 1);
    const kept = values[play] as number;
    values[play] = values[other] as number;
    values[other] = kept;
  }
}

export class PlayChance {
  readonly plays: number;
  private readonly seed: number;
  private readonly values: Float32Array;

  constructor(seed: string, plays: number) {
    this.plays = plays;
    this.seed = keyOf(seed);
    this.values = spreadOver(plays);
  }

  /** At least 0 and below 1, spread evenly over the plays: a spread, turned by as much as belongs to the key. */
  draw(key: number, purpose: number, play: number): number {
    const h = mixed(key ^ this.seed, purpose);
    const turned = (this.values[play * columns + (h & (columns - 1))] as number) + (h >>> 10) * turns;
    return turned < 1 ? turned : turned - 1;
  }
}

/** The standard normal's quantile. Source: Abramowitz and Stegun, 26.2.23 (error below 0.0005). */
export function normalQuantile(share: number): number {
  const tail = Math.min(share, 1 - share);
  if (tail <= 0) return share < 0.5 ? -6 : 6;
  const t = Math.sqrt(-2 * Math.log(tail));
  const above =
    t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return share < 0.5 ? -above : above;
}

/** How many of a Poisson law, by inversion of one draw. */
export function poissonCount(mean: number, draw: number): number {
  if (mean <= 0) return 0;
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(draw)));
  let probability = Math.exp(-mean);
  let sum = probability;
  let count = 0;
  while (draw > sum && count < 500) {
    count += 1;
    probability *= mean / count;
    sum += probability;
  }
  return count;
}
