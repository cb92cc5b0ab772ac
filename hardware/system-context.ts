// What a driver is given outside the server: the system's clock, timers that do not keep the process alive, chance, and a
// log for a technician's screen.
import type { DriverContext } from './driver-context.ts';

export function systemContext(log: DriverContext['log']): DriverContext {
  return {
    now: () => Date.now(),
    after(ms, run) {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    log,
  };
}
