// All that a driver knows of the program around it: a clock, timers, a log, chance, and whom to tell about the device's
// condition. A driver is built in a test in one line.
import type { DeviceGrade, DeviceReason, DeviceStatus } from '../protocol/device-status.ts';

export type DriverContext = {
  /** Epoch ms. */
  now(): number;
  /** Runs once after `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void;
  /** 0 ≤ n < 1, for the jitter of delays. */
  random(): number;
  log(level: 'info' | 'warn' | 'error', message: string, details?: Record<string, unknown>): void;
};

/** Keeps a device's status and tells of each change. */
export type StatusKeeper = {
  current(): DeviceStatus;
  /** A byte has been heard just now, and this is what it means. */
  heard(grade: DeviceGrade, reason: DeviceReason): void;
  /** Something is known without a byte from the device: it is not reached, or says nothing. */
  known(grade: DeviceGrade, reason: DeviceReason): void;
  /** Its link is not there, for this reason. */
  unreached(why: DeviceReason | null): void;
};

export function statusKeeper(context: DriverContext, changed: (status: DeviceStatus) => void): StatusKeeper {
  let status: DeviceStatus = {
    grade: 'unknown',
    reason: 'not-heard-yet',
    heardAt: null,
    since: context.now(),
  };
  const set = (grade: DeviceGrade, reason: DeviceReason, heardAt: number | null) => {
    const same = status.grade === grade && status.reason === reason;
    status = { grade, reason, heardAt, since: same ? status.since : context.now() };
    if (!same) changed(status);
  };
  return {
    current: () => status,
    heard: (grade, reason) => set(grade, reason, context.now()),
    known: (grade, reason) => set(grade, reason, status.heardAt),
    unreached: (why) => set('absent', why ?? 'unreachable', status.heardAt),
  };
}
