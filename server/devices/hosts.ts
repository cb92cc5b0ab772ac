// The machines that have devices: this one, and each that an agent runs on. Which device is where is the set-up's word;
// everybody else in this room names a device by its id alone.

import type { DriverContext } from '../../hardware/driver-context.ts';
import type { DeviceHost, HostDevices, HostEvents } from '../../hardware/host/device-host.ts';
import { nearHost } from '../../hardware/host/near-host.ts';
import type { AgentHello, MessageLink } from '../../protocol/agent-hello.ts';
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { DeviceId } from '../../protocol/ids.ts';
import { type FarHost, farHost } from './far-host.ts';

export type Hosts = {
  apply(devices: DevicesSetup): Promise<void>;
  /** The machine at which a device is plugged in. */
  of(deviceId: string): DeviceHost;
  all(): readonly DeviceHost[];
  /** Every machine with what tells it from the others: null is this one. */
  machines(): readonly { readonly agentId: DeviceId | null; readonly host: DeviceHost }[];
  /** False where the agent is not known here, or its version does not go together. */
  linked(agentId: string, link: MessageLink, hello: AgentHello, version: string): boolean;
  close(): Promise<void>;
};

export function createHosts(context: DriverContext, events: HostEvents): Hosts {
  const near = nearHost(context, events);
  const far = new Map<DeviceId, FarHost>();
  let placeOf = new Map<string, DeviceId | undefined>();

  const at = (
    { printers, boards, keypads, scanners }: DevicesSetup,
    agentId: DeviceId | undefined,
  ): HostDevices => {
    const here = (each: { readonly agentId?: DeviceId | undefined }) => each.agentId === agentId;
    return {
      printers: printers.filter(here),
      boards: boards.filter(here),
      keypads: keypads.filter(here),
      scanners: scanners.filter(here),
    };
  };
  return {
    async apply(devices) {
      const agents = devices.screens.filter(({ kind }) => kind === 'agent').map(({ id }) => id);
      placeOf = new Map(
        [devices.printers, devices.boards, devices.keypads, devices.scanners]
          .flat()
          .map(({ id, agentId }) => [id as string, agentId]),
      );
      const gone = [...far].filter(([id]) => !agents.includes(id));
      for (const [id] of gone) far.delete(id);
      await Promise.all(gone.map(([, host]) => host.close()));
      for (const id of agents) if (!far.has(id)) far.set(id, farHost(context, events));
      await Promise.all([
        near.apply(at(devices, undefined)),
        ...[...far].map(([id, host]) => host.apply(at(devices, id))),
      ]);
    },
    of(deviceId) {
      const agentId = placeOf.get(deviceId);
      return (agentId === undefined ? undefined : far.get(agentId)) ?? near;
    },
    all: () => [near, ...far.values()],
    machines: () => [
      { agentId: null, host: near },
      ...[...far].map(([agentId, host]) => ({ agentId, host })),
    ],
    linked: (agentId, link, hello, version) =>
      far.get(agentId as DeviceId)?.linked(link, hello, version) ?? false,
    async close() {
      await Promise.all([near.close(), ...[...far.values()].map((host) => host.close())]);
    },
  };
}
