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
  /** Keeps the set-up with other devices; what the server refuses comes back with the fields' paths. */
  keepDevices(change: (devices: DevicesSetup) => DevicesSetup): Promise<Kept>;
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
  const keepDevices: SetupInHand['keepDevices'] = async (change) => {
    if (setup === null) return { ok: false, problem: { type: '', title: '', status: 0, code: 'not-loaded' } };
    const edited = { ...setup, devices: change(setup.devices) };
    const asked = await ask<unknown>(path, { method: 'PUT', body: edited });
    // Also after a refusal: the revision may have become another.
    await load();
    return asked.ok ? { ok: true } : asked;
  };
  return { setup, keepDevices };
}
