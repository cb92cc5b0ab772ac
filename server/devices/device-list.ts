// Every device of the set-up with how it is: printers, boards, pads and scanners by their machine, screens and agents by
// whether they are connected.
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';

export type Presence = { readonly sockets: number; readonly since: number; readonly heardAt: number };

const notHeard: DeviceStatus = { grade: 'unknown', reason: 'not-heard-yet', heardAt: null, since: 0 };

export function deviceList(
  { printers, boards, keypads, scanners, screens }: DevicesSetup,
  facts: {
    status: (deviceId: string) => DeviceStatus | null;
    ticketsLeft: (printer: DevicesSetup['printers'][number]) => number | null;
    presence: (deviceId: string) => Presence | undefined;
  },
): DeviceView[] {
  const view = (
    device: Pick<DeviceView, 'id' | 'kind' | 'name'> & Partial<DeviceView>,
    status: DeviceStatus | null,
  ): DeviceView => ({
    ...{ counterId: null, zoneId: null, agentId: null, address: null, ticketsLeft: null },
    ...device,
    status: status ?? notHeard,
  });
  return [
    ...printers.map((printer) => {
      const { id, name, address, agentId = null } = printer;
      const ticketsLeft = facts.ticketsLeft(printer);
      return view({ id, kind: 'printer', name, address, agentId, ticketsLeft }, facts.status(id));
    }),
    ...boards.map(({ id, name, address, counterId, agentId = null }) =>
      view({ id, kind: 'led-board', name, address, counterId, agentId }, facts.status(id)),
    ),
    ...keypads.map(({ id, name, address, counterId, agentId = null }) =>
      view({ id, kind: 'keypad', name, address, counterId, agentId }, facts.status(id)),
    ),
    ...scanners.map(({ id, name, address, counterId, agentId = null }) =>
      view({ id, kind: 'scanner', name, address, counterId, agentId }, facts.status(id)),
    ),
    ...screens.map(({ id, kind, name, counterId, zoneId }) =>
      view({ id, kind, name, counterId, zoneId }, screenStatus(facts.presence(id))),
    ),
  ];
}

function screenStatus(seen: Presence | undefined): DeviceStatus {
  if (seen === undefined) return notHeard;
  const { sockets, since, heardAt } = seen;
  return sockets > 0
    ? { grade: 'good', reason: 'answered', heardAt, since }
    : { grade: 'absent', reason: 'connection-lost', heardAt, since };
}
