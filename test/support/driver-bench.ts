// What a driver under test is given: a clock that a test moves, chance without surprise, and a log that is kept. The
// other end is a real socket, so a test waits for what must come and moves the clock for what must not.
import { vi } from 'vitest';
import type { DriverContext } from '../../hardware/driver-context.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';

export type DriverBench = {
  readonly clock: ManualClock;
  readonly context: DriverContext;
  readonly logged: string[];
};

export function driverBench(): DriverBench {
  const clock = manualClock(1_000_000);
  const logged: string[] = [];
  const context: DriverContext = {
    now: () => clock.now(),
    after: clock.after,
    random: () => 0.5,
    log: (_level, message) => void logged.push(message),
  };
  return { clock, context, logged };
}

/** Waits until an expectation holds; fails with it after some seconds. */
export function soon<T>(expectation: () => T): Promise<T> {
  return vi.waitFor(expectation, { timeout: 10_000, interval: 2 });
}
