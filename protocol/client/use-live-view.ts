// The same connection as a React hook: one subscription for as long as the component lives.
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Subscription, ViewName } from '../socket-names.ts';
import { type LiveState, type LiveView, nothingYet, openLiveView } from './live-view.ts';

/** `key` changes when another view is wanted (another counter); the connection is then opened anew. */
export function useLiveView<V extends ViewName>(
  subscription: Extract<Subscription, { view: V }>,
): LiveState<V> & Pick<LiveView<V>, 'command' | 'report'> {
  const key = JSON.stringify(subscription);
  const wanted = useRef(subscription);
  wanted.current = subscription;
  const [live, setLive] = useState<LiveView<V> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the subscription's content
  useEffect(() => {
    const opened = openLiveView<V>(wanted.current);
    setLive(opened);
    return () => opened.close();
  }, [key]);
  const state = useSyncExternalStore<LiveState<V>>(
    (listener) => live?.onChange(listener) ?? (() => {}),
    () => live?.state() ?? nothingYet,
  );
  return {
    ...state,
    report: (report) => live?.report(report) ?? Promise.resolve(false),
    command: (command) => live?.command(command) ?? Promise.reject(new Error('not connected yet')),
  };
}

/**
 * Loads the page anew once the server has a newer version and nobody is in the middle of something; not before the page can
 * be had, because a browser that finds no server stays on its error page.
 */
export function useNewerVersion(newerVersion: boolean, isIdle: boolean): void {
  useEffect(() => {
    if (!newerVersion || !isIdle) return;
    let stopped = false;
    const reload = async () => {
      try {
        const page = await fetch(window.location.href, { cache: 'no-store' });
        if (page.ok && !stopped) window.location.reload();
      } catch {
        // Asked for again.
      }
    };
    void reload();
    const timer = setInterval(() => void reload(), 5_000);
    return () => {
      stopped = true;
      clearInterval(timer);
    };
  }, [newerVersion, isIdle]);
}

/** The hall's time (epoch ms) by the server's clock, renewed every second. */
export function useHallTime(clockOffsetMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now + clockOffsetMs;
}
