// The devices of this machine: opened as the set-up names them, and opened anew where an edit changed them. A device whose
// set-up makes no sense is left out and said in the log; the others go on.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DriverContext } from '../driver-context.ts';
import { foundDevices } from '../found-devices.ts';
import { type Keypad, openKeypad } from '../keypad/keypad.ts';
import { openPrinter } from '../printer/printers.ts';
import type { TicketPrinter } from '../printer/ticket-printer.ts';
import { openScanner, type Scanner } from '../scanner/scanner.ts';
import { openTransport } from '../transport/transports.ts';
import { boardLines } from './board-lines.ts';
import type { DeviceHost, HostEvents } from './device-host.ts';

type Device = { status(): DeviceStatus; close(): Promise<void> };
type Named = { readonly id: string };

export function nearHost(context: DriverContext, events: HostEvents): DeviceHost {
  const left = (id: string, error: unknown) =>
    context.log('error', 'a device is left out', { device: id, error: String(error) });
  const printers = kept<Parameters<typeof openPrinter>[0] & Named, TicketPrinter>(
    (setup) => openPrinter(setup, context, (status) => events.changed(setup.id, status)),
    left,
  );
  const keypads = kept<Parameters<typeof openKeypad>[0] & Named & { address: string }, Keypad>(
    (setup) =>
      openKeypad(setup, openTransport(setup.address, context), context, {
        pressed: (key) => events.pressed(setup.id, key),
        changed: (status) => events.changed(setup.id, status),
      }),
    left,
  );
  const scanners = kept<Parameters<typeof openScanner>[0] & Named & { address: string }, Scanner>(
    (setup) =>
      openScanner(setup, openTransport(setup.address, context), context, {
        scanned: (text) => events.scanned(setup.id, text),
        changed: (status) => events.changed(setup.id, status),
      }),
    left,
  );
  const boards = boardLines(context, events.changed);
  /** Edits one after another, so that none finds a port still held by the one before. */
  let applying: Promise<unknown> = Promise.resolve();

  return {
    apply(devices) {
      const mine = applying.then(async () => {
        await Promise.all([
          printers.apply(devices.printers),
          keypads.apply(devices.keypads),
          scanners.apply(devices.scanners),
          boards.apply(devices.boards),
        ]);
      });
      applying = mine.catch(() => {});
      return mine;
    },
    async print(printerId, document, sending) {
      const printer = printers.get(printerId);
      return printer === undefined
        ? { state: 'failed', reason: 'unreachable', mayHavePrinted: false }
        : printer.print(document, sending);
    },
    show: boards.show,
    dim: boards.dim,
    light: (keypadId, times) => keypads.get(keypadId)?.light(times),
    status: (id) => (printers.get(id) ?? keypads.get(id) ?? scanners.get(id))?.status() ?? boards.status(id),
    find: foundDevices,
    async close() {
      await applying;
      await Promise.all([printers.close(), keypads.close(), scanners.close(), boards.close()]);
    },
  };
}

/** Devices of one kind by their id, each opened anew when its set-up is another. */
function kept<Setup extends Named, D extends Device>(
  open: (setup: Setup) => D,
  left: (id: string, error: unknown) => void,
) {
  const devices = new Map<string, { readonly setup: string; readonly device: D }>();
  return {
    get: (id: string): D | undefined => devices.get(id)?.device,
    async apply(setups: readonly Setup[]): Promise<void> {
      const wanted = new Map(setups.map((setup) => [setup.id, JSON.stringify(setup)]));
      const stale = [...devices].filter(([id, { setup }]) => wanted.get(id) !== setup);
      for (const [id] of stale) devices.delete(id);
      await Promise.all(stale.map(([, { device }]) => device.close()));
      for (const setup of setups) {
        if (devices.has(setup.id)) continue;
        try {
          devices.set(setup.id, { setup: wanted.get(setup.id) ?? '', device: open(setup) });
        } catch (error) {
          left(setup.id, error);
        }
      }
    },
    close: () => Promise.all([...devices.values()].map(({ device }) => device.close())),
  };
}
