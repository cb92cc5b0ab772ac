// A clock that stands still until a test moves it; timers run when their time has come.
import type { Clock } from '../../server/application/clock.ts';

export type ManualClock = Clock & {
  set(at: number): void;
  pass(ms: number): void;
  /** How many timers end exactly so long from now. */
  dueIn(ms: number): number;
};

export function manualClock(start: number): ManualClock {
  let now = start;
  let timers: { at: number; run: () => void }[] = [];
  const set = (at: number) => {
    now = at;
    for (;;) {
      const due = timers.filter((timer) => timer.at <= now).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) return;
      timers = timers.filter((timer) => timer !== due);
      due.run();
    }
  };
  return {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((each) => each !== timer);
      };
    },
    set,
    pass: (ms) => set(now + ms),
    dueIn: (ms) => timers.filter((timer) => timer.at === now + ms).length,
  };
}
