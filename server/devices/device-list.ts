// Every device of the set-up with how it is: printers, boards, pads and scanners by their machine, screens and agents by
// whether they are connected.
import type { DevicesSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DeviceId } from '../../protocol/ids.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';

/** The id of the centre's voice among its devices. */
export const voiceId = 'voice';
const notHeard: DeviceStatus = { grade: 'unknown', reason: 'not-heard-yet', heardAt: null, since: 0 };

export function deviceList(
  { printers, boards, keypads, scanners, speakers, screens }: DevicesSetup,
  facts: {
    /** How the centre's voice is, which of them speaks, and what it lacks. */
    voice: { readonly name: string; readonly status: DeviceStatus; readonly detail: string | null } | null;
    status: (deviceId: string) => DeviceStatus | null;
    ticketsLeft: (printer: DevicesSetup['printers'][number]) => number | null;
    screen: (deviceId: string) => DeviceStatus | null;
  },
): DeviceView[] {
  const view = (
    device: Pick<DeviceView, 'id' | 'kind' | 'name'> & Partial<DeviceView>,
    status: DeviceStatus | null,
  ): DeviceView => ({
    ...{ counterId: null, zoneId: null, agentId: null, address: null, ticketsLeft: null, detail: null },
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
    ...speakers.map(({ id, name, address, zoneId }) =>
      view({ id, kind: 'speaker', name, address, zoneId }, facts.status(id)),
    ),
    ...(facts.voice === null
      ? []
      : [
          view(
            { id: voiceId as DeviceId, kind: 'voice', name: facts.voice.name, detail: facts.voice.detail },
            facts.voice.status,
          ),
        ]),
    ...screens.map(({ id, kind, name, counterId, zoneId }) =>
      view({ id, kind, name, counterId, zoneId }, facts.screen(id)),
    ),
  ];
}
