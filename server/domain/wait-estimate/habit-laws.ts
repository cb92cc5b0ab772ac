// The hall's habits: how long people walk to a counter, how long staff wait for somebody who does not come, how late counters
// open, how often and how long they pause, how early people come to an appointment. Seconds; the newest count.
import { type KeptValues, keepValue, noValues } from './kept-values.ts';

export type HabitLawState = {
  /** From the call to the start, by priority class; '' is the ordinary. */
  readonly walks: Map<string, KeptValues>;
  readonly patience: KeptValues;
  readonly late: KeptValues;
  readonly pauses: KeptValues;
  pauseCount: number;
  openSeconds: number;
  /** Seconds after the booked time; negative is early. */
  readonly punctuality: KeptValues;
  booked: number;
  came: number;
};

export function newHabits(): HabitLawState {
  return {
    walks: new Map(),
    patience: noValues(),
    late: noValues(),
    pauses: noValues(),
    ...{ pauseCount: 0, openSeconds: 0 },
    punctuality: noValues(),
    ...{ booked: 0, came: 0 },
  };
}

export function keepWalk(habits: HabitLawState, priorityClass: string | null, seconds: number): void {
  const name = priorityClass ?? '';
  const kept = habits.walks.get(name) ?? noValues();
  habits.walks.set(name, kept);
  keepValue(kept, seconds);
}

/** Before anything is known. */
export const usualHabits = {
  walk: [8, 11, 14, 18, 25],
  patience: [60, 90, 120],
  late: [0, 60, 120, 180, 600],
  pause: [180, 300, 420, 600, 900],
  returns: [240, 360, 480, 720],
  punctuality: [-1_200, -840, -600, -360, -120, 240],
} as const;

const hour = 3_600;

/** Pauses a second of being open. */
export function pauseRate({ pauseCount, openSeconds }: HabitLawState): number {
  return (pauseCount + 1) / (openSeconds + 3 * hour);
}

export function cameShare({ booked, came }: HabitLawState): number {
  return Math.min(1, (came + 9) / (booked + 10));
}
