// The devices room: opens what the set-up names, prints tickets, keeps the boards at what their counters show, knows
// which screens are here, and says how each device is. A set-up edit that touches devices takes effect at the next start.
import type { DriverContext } from '../../hardware/driver-context.ts';
import { openPrinter } from '../../hardware/printer/printers.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DeviceTest } from '../../protocol/endpoints/device-endpoints.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';
import type { PrintView } from '../../protocol/views/view-parts.ts';
import type { Clock } from '../application/clock.ts';
import type { DeviceFacts } from '../application/device-facts.ts';
import type { Floor } from '../application/floor-port.ts';
import { openCounterBoards } from './counter-boards.ts';
import { createPrintJobs } from './print-jobs.ts';
import { startSimulators } from './simulators.ts';

export type Devices = DeviceFacts & {
  printOf(ticketId: string): PrintView;
  requestPrint(ticketId: string, kioskId: string | null, before: boolean): PrintView;
  reprint(ticketId: string, kioskId: string | null): PrintView;
  /** Tries a printer or a board; null where there is none of this id. */
  test(deviceId: string): Promise<DeviceTest | null>;
  presence(deviceId: string, here: boolean): void;
  /** Follows the floor from now on; `changed` is called when what screens show of devices has changed. */
  follow(floor: Floor, changed: () => void): void;
  close(): Promise<void>;
};

export async function openDevices(
  setup: Setup,
  clock: Clock,
  ticketLink: (ticketId: string) => string,
  log: DriverContext['log'],
): Promise<Devices> {
  let floor: Floor | null = null;
  let tell = () => {};
  const changed = () => tell();
  const context: DriverContext = { now: () => clock.now(), after: clock.after, random: Math.random, log };
  const simulators = await startSimulators(setup, () => clock.now(), changed);
  const printers = setup.devices.printers.map((each) => {
    const address =
      each.address === 'simulator' ? (simulators.printers.get(each.id)?.address ?? '') : each.address;
    return { setup: each, printer: openPrinter({ ...each, address }, context, changed) };
  });
  const boards = openCounterBoards(
    setup.devices.boards,
    (board) =>
      board.address === 'simulator' ? (simulators.boards.get(board.id)?.address ?? '') : board.address,
    context,
    changed,
  );
  const theFloor = (): Floor => {
    if (floor === null) throw new Error('the devices room does not follow a floor yet');
    return floor;
  };
  const jobs = createPrintJobs({ floor: theFloor, printers, clock, ticketLink, changed });
  const here = new Map<string, { sockets: number; since: number; heardAt: number | null }>();

  return {
    printerOf: (kioskId) => jobs.printerStatus(kioskId),
    printsOf: (kioskId) => (floor === null ? [] : jobs.ofKiosk(kioskId)),
    list: () => [
      ...printers.map(
        ({ setup: { id, name }, printer }): DeviceView => ({
          id,
          kind: 'printer',
          name,
          counterId: null,
          zoneId: null,
          status: printer.status(),
        }),
      ),
      ...boards.list().map(
        ({ setup: { id, name, counterId }, board }): DeviceView => ({
          id,
          kind: 'led-board',
          name,
          counterId,
          zoneId: null,
          status: board.status(),
        }),
      ),
      ...(floor?.rules.setup.devices.screens ?? []).map(
        ({ id, kind, name, counterId, zoneId }): DeviceView => ({
          id,
          kind,
          name,
          counterId,
          zoneId,
          status: screenStatus(here.get(id)),
        }),
      ),
    ],
    simulators: () => simulators.view(setup),
    printOf: (ticketId) => jobs.of(ticketId),
    requestPrint: (ticketId, kioskId, before) => jobs.request(ticketId, kioskId, before),
    reprint: (ticketId, kioskId) => jobs.reprint(ticketId, kioskId),
    async test(deviceId) {
      const printer = printers.find(({ setup: { id } }) => id === deviceId);
      if (printer === undefined)
        return boards.test(deviceId, theFloor()) ? { state: 'lit', reason: null } : null;
      const outcome = await printer.printer.print(testTicket(printer.setup.name, new Date(clock.now())));
      return { state: outcome.state, reason: 'reason' in outcome ? outcome.reason : null };
    },
    presence(deviceId, isHere) {
      const before = here.get(deviceId) ?? { sockets: 0, since: clock.now() };
      const sockets = Math.max(0, before.sockets + (isHere ? 1 : -1));
      const isAsBefore = sockets > 0 === before.sockets > 0;
      here.set(deviceId, {
        sockets,
        since: isAsBefore ? before.since : clock.now(),
        heardAt: clock.now(),
      });
      changed();
    },
    follow(following, tellScreens) {
      floor = following;
      tell = tellScreens;
      boards.show(following);
      following.onChange(() => boards.show(following));
    },
    async close() {
      tell = () => {};
      jobs.close();
      await Promise.all([boards.close(), ...printers.map(({ printer }) => printer.close())]);
      await simulators.close();
    },
  };
}

function screenStatus(
  seen: { sockets: number; since: number; heardAt: number | null } | undefined,
): DeviceStatus {
  if (seen === undefined) return { grade: 'unknown', reason: 'not-heard-yet', heardAt: null, since: 0 };
  const { sockets, since, heardAt } = seen;
  return sockets > 0
    ? { grade: 'good', reason: 'answered', heardAt, since }
    : { grade: 'absent', reason: 'connection-lost', heardAt, since };
}
