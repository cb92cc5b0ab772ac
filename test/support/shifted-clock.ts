// The real clock at another hour: time runs, timers come, and a test may let an hour pass at once.
import { type Clock, systemClock } from '../../server/application/clock.ts';

export type ShiftedClock = Clock & { pass(ms: number): void };

/** `start`: what the clock shows now, epoch ms. */
export function shiftedClock(start: number): ShiftedClock {
  let shift = start - systemClock.now();
  return {
    now: () => systemClock.now() + shift,
    after: (ms, run) => systemClock.after(ms, run),
    pass: (ms) => {
      shift += ms;
    },
  };
}
