// Which screens and agents are connected, since when, and when they were heard last.
import type { Presence } from './device-list.ts';

export type ScreenPresence = {
  of(deviceId: string): Presence | undefined;
  /** One of its connections has come or gone. */
  set(deviceId: string, isHere: boolean): void;
};

export function screenPresence(now: () => number, changed: () => void): ScreenPresence {
  const here = new Map<string, Presence>();
  return {
    of: (deviceId) => here.get(deviceId),
    set(deviceId, isHere) {
      const before = here.get(deviceId) ?? { sockets: 0, since: now(), heardAt: now() };
      const sockets = Math.max(0, before.sockets + (isHere ? 1 : -1));
      const isAsBefore = sockets > 0 === before.sockets > 0;
      here.set(deviceId, { sockets, since: isAsBefore ? before.since : now(), heardAt: now() });
      changed();
    },
  };
}
