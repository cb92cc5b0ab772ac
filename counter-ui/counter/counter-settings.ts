// How this officer likes the screen, kept by the browser: whether arrivals are confirmed, sound, notices, key hints.
import { useSyncExternalStore } from 'react';

export type CounterSettings = {
  /** The service begins when the officer says that somebody has come; else it counts from the call. */
  readonly confirmsArrival: boolean;
  readonly sound: boolean;
  readonly notices: boolean;
  readonly hints: boolean;
};
const settingsKey = 'denluot-counter-settings';
const usual: CounterSettings = { confirmsArrival: true, sound: true, notices: false, hints: true };
const listeners = new Set<() => void>();
let current: CounterSettings | null = null;

/** What is kept, with the usual for everything that is missing or strange. */
export function readSettings(text: string | null): CounterSettings {
  let kept: unknown = null;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    // Written by something else.
  }
  const found = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>;
  const chosen = (name: keyof CounterSettings) =>
    typeof found[name] === 'boolean' ? (found[name] as boolean) : usual[name];
  return {
    confirmsArrival: chosen('confirmsArrival'),
    sound: chosen('sound'),
    notices: chosen('notices'),
    hints: chosen('hints'),
  };
}

function settings(): CounterSettings {
  if (current === null) {
    try {
      current = readSettings(localStorage.getItem(settingsKey));
    } catch {
      current = usual;
    }
  }
  return current;
}

export function changeSettings(change: Partial<CounterSettings>): void {
  current = { ...settings(), ...change };
  try {
    localStorage.setItem(settingsKey, JSON.stringify(current));
  } catch {
    // A browser that keeps nothing keeps it until the page is closed.
  }
  for (const listener of listeners) listener();
}

export function useCounterSettings(): CounterSettings {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, settings);
}
