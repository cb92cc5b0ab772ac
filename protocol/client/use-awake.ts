// Keeps a screen from going dark where the browser can (a secure context); elsewhere the machine's own settings must.
import { useEffect } from 'react';

export function useAwake(): void {
  useEffect(() => {
    const wakeLock = 'wakeLock' in navigator ? navigator.wakeLock : undefined;
    if (wakeLock === undefined) return;
    let held: WakeLockSentinel | null = null;
    let stopped = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (held !== null && !held.released)) return;
      try {
        held = await wakeLock.request('screen');
        if (stopped) void held.release();
      } catch {
        // A battery that is low refuses; asked for again.
      }
    };
    void hold();
    const timer = setInterval(() => void hold(), 30_000);
    document.addEventListener('visibilitychange', hold);
    return () => {
      stopped = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', hold);
      void held?.release();
    };
  }, []);
}
