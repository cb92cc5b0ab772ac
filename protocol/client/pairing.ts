// A new screen asks to be paired: it shows a code until a technician has approved it, then collects its identity. Codes
// that have expired are asked for anew; nothing ends the asking but success or `stop`.
import type { ScreenKind } from '../device-setup.ts';
import { ask } from './ask.ts';

type Pairing = { readonly pairingId: string; readonly code: string; readonly secret: string };
const askEveryMs = 2_000;

/** Calls `onCode` with each code to be shown and `onPaired` once; the returned function stops asking. */
export function requestPairing(
  kind: ScreenKind,
  { onCode, onPaired }: { onCode: (code: string) => void; onPaired: () => void },
): () => void {
  let stopped = false;
  let timer = 0;
  const again = (run: () => Promise<void>) => {
    if (!stopped) timer = window.setTimeout(() => void run(), askEveryMs);
  };
  const begin = async (): Promise<void> => {
    const asked = await ask<Pairing>('/api/v1/devices/pair', { method: 'POST', body: { kind } });
    if (stopped) return;
    if (!asked.ok) return again(begin);
    onCode(asked.body.code);
    again(() => claim(asked.body));
  };
  const claim = async (pairing: Pairing): Promise<void> => {
    const claimed = await ask(`/api/v1/devices/pair/${pairing.pairingId}/claim`, {
      method: 'POST',
      body: { secret: pairing.secret },
    });
    if (stopped) return;
    if (claimed.ok) return onPaired();
    const expired = claimed.problem.code === 'unknown-pairing-code';
    again(expired ? begin : () => claim(pairing));
  };
  void begin();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
