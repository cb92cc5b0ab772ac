// The centre's set-up in the technician's browser: loaded, changed in one part and kept whole. An edit that somebody else
// overtook is loaded again and said.
import { useCallback, useEffect, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { Problem } from '../../protocol/refusals.ts';
import type { Setup } from '../../protocol/setup-schema.ts';

export type Kept = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };
export type SetupInHand = {
  readonly setup: Setup | null;
  /** Keeps the set-up changed; what the server refuses comes back with the fields' paths. */
  keep(change: (setup: Setup) => Setup): Promise<Kept>;
  /** The same for devices alone. */
  keepDevices(change: (devices: DevicesSetup) => DevicesSetup): Promise<Kept>;
  /** Loads it again, where something else than an edit has changed it. */
  load(): Promise<void>;
};

const path = '/api/v1/setup';

export function useSetup(isWanted: boolean): SetupInHand {
  const [setup, setSetup] = useState<Setup | null>(null);
  const load = useCallback(async () => {
    const asked = await ask<Setup>(path);
    if (asked.ok) setSetup(asked.body);
  }, []);
  useEffect(() => {
    if (isWanted) void load();
  }, [isWanted, load]);
  const keep: SetupInHand['keep'] = async (change) => {
    if (setup === null) return { ok: false, problem: { type: '', title: '', status: 0, code: 'not-loaded' } };
    const asked = await ask<unknown>(path, { method: 'PUT', body: change(setup) });
    // Also after a refusal: the revision may have become another.
    await load();
    return asked.ok ? { ok: true } : asked;
  };
  const keepDevices: SetupInHand['keepDevices'] = (change) =>
    keep((whole) => ({ ...whole, devices: change(whole.devices) }));
  return { setup, keep, keepDevices, load };
}
