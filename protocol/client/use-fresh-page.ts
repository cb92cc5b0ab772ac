// Keeps the page of a board that runs for weeks fresh: it is loaded anew when the server has a newer version or look, and
// once with each new day, always while it is idle.
import { useState } from 'react';
import { useNewerVersion } from './use-live-view.ts';

/** `hallTime`: epoch ms by the server's clock. */
export function useFreshPage(
  newerVersion: boolean,
  hallTime: number,
  timeZone: string,
  isIdle: boolean,
): void {
  const today = dayOf(hallTime, timeZone);
  const [since, setSince] = useState({ day: today, timeZone });
  // Before the first view the centre's time zone is not known.
  if (since.timeZone !== timeZone) setSince({ day: today, timeZone });
  const isOld = since.timeZone === timeZone && since.day !== today;
  useNewerVersion(newerVersion || isOld, isIdle);
}

function dayOf(at: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
}
