// Who is not there when called, as the wait has lasted: learned from all calls of the kept past, by length of the wait. A
// smooth curve (logistic in the logarithm of the wait) is drawn through them, and towards a few in a hundred where little
// is known. Also who cancels, who comes back, and who is sent on to where.
import { type KeptValues, keepValue, noValues } from './kept-values.ts';

const bins = 40;
const binMinutes = 6;

export type LeavingLawState = {
  /** Calls (and cancellations) after a wait of so many steps of six minutes, and how many of these had gone. */
  readonly asked: number[];
  readonly gone: number[];
  level: number;
  slope: number;
  cancelled: number;
  missed: number;
  returned: number;
  readonly returnSeconds: KeptValues;
  finished: number;
  sentOn: number;
  /** From service to service. */
  readonly ways: Map<string, Map<string, number>>;
};

const usualLevel = -3.4;
const usualSlope = 1;

export function newLeavingLaw(): LeavingLawState {
  return {
    asked: new Array<number>(bins).fill(0),
    gone: new Array<number>(bins).fill(0),
    ...{ level: usualLevel, slope: usualSlope, cancelled: 0, missed: 0, returned: 0 },
    returnSeconds: noValues(),
    ...{ finished: 0, sentOn: 0 },
    ways: new Map(),
  };
}

export function keepPresence(law: LeavingLawState, waitedSeconds: number, isGone: boolean): void {
  const bin = Math.min(bins - 1, Math.max(0, Math.floor(waitedSeconds / 60 / binMinutes)));
  law.asked[bin] = (law.asked[bin] ?? 0) + 1;
  if (isGone) law.gone[bin] = (law.gone[bin] ?? 0) + 1;
}

export function keepReturn(law: LeavingLawState, seconds: number): void {
  law.returned += 1;
  keepValue(law.returnSeconds, seconds, 200);
}

export function keepWay(law: LeavingLawState, from: string, to: string): void {
  law.sentOn += 1;
  const ways = law.ways.get(from) ?? new Map<string, number>();
  ways.set(to, (ways.get(to) ?? 0) + 1);
  law.ways.set(from, ways);
}

const lengthOf = (seconds: number) => Math.log(1 + Math.max(0, seconds) / 1_800);

/** Some steps of Newton's method; the usual curve counts for some calls. */
export function fitLeaving(law: LeavingLawState): void {
  const levelWeight = 4;
  const slopeWeight = 4;
  let { level, slope } = { level: usualLevel, slope: usualSlope };
  for (let step = 0; step < 10; step += 1) {
    let downLevel = levelWeight * (usualLevel - level);
    let downSlope = slopeWeight * (usualSlope - slope);
    let [a, b, c] = [levelWeight, 0, slopeWeight];
    for (let bin = 0; bin < bins; bin += 1) {
      const asked = law.asked[bin] ?? 0;
      if (asked === 0) continue;
      const x = lengthOf((bin + 0.5) * binMinutes * 60);
      const p = 1 / (1 + Math.exp(-level - slope * x));
      const rest = (law.gone[bin] ?? 0) - asked * p;
      const weight = asked * p * (1 - p);
      downLevel += rest;
      downSlope += rest * x;
      a += weight;
      b += weight * x;
      c += weight * x * x;
    }
    const determinant = a * c - b * b;
    level += (c * downLevel - b * downSlope) / determinant;
    slope += (a * downSlope - b * downLevel) / determinant;
  }
  law.level = level;
  law.slope = Math.max(0, slope);
}

/** The chance of being gone after so many minutes, one entry a minute. */
export function goneByMinute(law: LeavingLawState, minutes: number): Float64Array {
  return Float64Array.from({ length: minutes }, (_, minute) =>
    Math.min(0.8, 1 / (1 + Math.exp(-law.level - law.slope * lengthOf((minute + 0.5) * 60)))),
  );
}

/** Of those who are gone, how many had cancelled: they are never called. */
export function cancelledShare({ cancelled, missed }: LeavingLawState): number {
  return (cancelled + 1) / (cancelled + missed + 8);
}

export function returnedShare({ returned, missed }: LeavingLawState): number {
  return (returned + 0.5) / (missed + 4);
}

export function sentOnShare({ sentOn, finished }: LeavingLawState): number {
  return (sentOn + 2) / (finished + 50);
}
