// Time and timers as arguments: the system's clock in the running server, a manual one in tests and simulations.
export interface Clock {
  /** Epoch ms. */
  now(): number;
  /** Runs once after `ms`; the returned function cancels. A timer never keeps the process alive. */
  after(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
