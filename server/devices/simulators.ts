// The simulated devices of a set-up: one for each whose address is "simulator", and one line for such boards of one
// protocol. They listen on loopback and are reached over TCP like real ones. An edit of the set-up starts and ends them.
import { printerModels } from '../../hardware/printer/models.ts';
import { boardReaderOf } from '../../hardware/simulator/board-reader-of.ts';
import { type BoardSimulator, startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { type KeypadSimulator, startKeypadSimulator } from '../../hardware/simulator/keypad-simulator.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import { type ScannerSimulator, startScannerSimulator } from '../../hardware/simulator/scanner-simulator.ts';
import type { BoardSetup, DevicesSetup } from '../../protocol/device-setup.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { SimulatedDeed } from '../../protocol/simulated-deed.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';

export type Simulators = {
  /** Starts what is new and ends what is gone; gives the devices with addresses that can be opened. */
  apply(devices: DevicesSetup): Promise<DevicesSetup>;
  /** Does what a hand would do; false where no such device is simulated, or it is not made for that. */
  act(deviceId: string, deed: SimulatedDeed): boolean;
  view(setup: Setup): Omit<SimulatorsView, 'speakers'>;
  close(): Promise<void>;
};

const papersShown = 8;
type Running = { readonly address: string; close(): Promise<void> };

export function createSimulators(now: () => number, changed: () => void): Simulators {
  const printers = started<PrinterSimulator>();
  const keypads = started<KeypadSimulator>();
  const scanners = started<ScannerSimulator>();
  /** By the line's key; boards of one protocol and frame share a line. */
  const lines = started<BoardSimulator>();
  const lineOf = ({ protocol, frame }: BoardSetup) => JSON.stringify([protocol, frame]);
  const boardOf = (board: BoardSetup) =>
    board.address === 'simulator' ? lines.get(lineOf(board)) : undefined;
  let current: DevicesSetup | null = null;

  return {
    async apply(devices) {
      const isSimulated = ({ address }: { address: string }) => address === 'simulator';
      await printers.apply(
        devices.printers.filter(isSimulated).map(({ id, widthDots, model = 'epson' }) => ({
          ...{ id, setup: JSON.stringify([widthDots, model]) },
          start: () => {
            const hasCutter = printerModels[model].cutter !== 'none';
            return startPrinterSimulator({ widthDots, now, printed: changed, hasCutter });
          },
        })),
      );
      await keypads.apply(
        devices.keypads.filter(isSimulated).map(({ id, keys }) => ({
          ...{ id, setup: JSON.stringify(keys ?? null) },
          start: () => startKeypadSimulator(keys ?? null),
        })),
      );
      await scanners.apply(
        devices.scanners.filter(isSimulated).map(({ id, driver, framing }) => ({
          ...{ id, setup: JSON.stringify([driver, framing]) },
          start: () => startScannerSimulator(driver, framing),
        })),
      );
      await lines.apply(linesOf(devices.boards.filter(isSimulated), lineOf, changed));
      current = devices;
      const at =
        (running: { get(id: string): Running | undefined }) =>
        <D extends { id: string; address: string }>(device: D): D =>
          device.address === 'simulator'
            ? { ...device, address: running.get(device.id)?.address ?? '' }
            : device;
      return {
        ...devices,
        printers: devices.printers.map(at(printers)),
        keypads: devices.keypads.map(at(keypads)),
        scanners: devices.scanners.map(at(scanners)),
        boards: devices.boards.map((board) => ({
          ...board,
          address: boardOf(board)?.address ?? board.address,
        })),
      };
    },
    act(deviceId, deed) {
      if ('press' in deed) return keypads.get(deviceId)?.press(deed.press) ?? false;
      if ('scan' in deed) return scanners.get(deviceId)?.scan(deed.scan) ?? false;
      if ('levers' in deed) {
        printers.get(deviceId)?.move(deed.levers);
        changed();
        return printers.get(deviceId) !== undefined;
      }
      const board = current?.boards.find(({ id }) => id === deviceId);
      const line = board === undefined ? undefined : boardOf(board);
      if (board === undefined || line === undefined) return false;
      if (deed.silent) line.silent.add(board.unitId);
      else line.silent.delete(board.unitId);
      changed();
      return true;
    },
    view({ devices, counters }) {
      const numberOf = (id: string) => counters.find((counter) => counter.id === id)?.number ?? '';
      return {
        papers: papersOf(printers.all()),
        printers: devices.printers.flatMap(({ id: printerId, name }) => {
          const simulator = printers.get(printerId);
          if (simulator === undefined) return [];
          const { paperOut, nearEnd, coverOpen, cutterJammed, silent } = simulator.levers;
          return [{ printerId, name, levers: { paperOut, nearEnd, coverOpen, cutterJammed, silent } }];
        }),
        boards: devices.boards.flatMap((board) => {
          const line = boardOf(board);
          if (line === undefined) return [];
          const { id: boardId, name, unitId, digits, counterId } = board;
          // A sign in the lobby is told more than it can show at once.
          const shown = line.text(unitId);
          const text = counterId === null ? shown : shown.slice(0, digits);
          return [
            {
              ...{ boardId, name },
              counterNumber: counterId === null ? '' : numberOf(counterId),
              text,
              silent: line.silent.has(unitId),
            },
          ];
        }),
        keypads: devices.keypads.flatMap(({ id: keypadId, name, counterId }) =>
          keypads.get(keypadId) === undefined ? [] : [{ keypadId, name, counterNumber: numberOf(counterId) }],
        ),
        scanners: devices.scanners.flatMap(({ id: scannerId, name }) =>
          scanners.get(scannerId) === undefined ? [] : [{ scannerId, name }],
        ),
      };
    },
    async close() {
      await Promise.all([printers.close(), keypads.close(), scanners.close(), lines.close()]);
    },
  };
}

type Wanted<S> = { readonly id: string; readonly setup: string; readonly start: () => Promise<S> };

/** Simulators by id, each started anew when its set-up is another. */
function started<S extends { close(): Promise<void> }>() {
  const running = new Map<string, { readonly setup: string; readonly simulator: S }>();
  return {
    get: (id: string): S | undefined => running.get(id)?.simulator,
    all: () => [...running].map(([id, { simulator }]) => [id, simulator] as const),
    async apply(wanted: readonly Wanted<S>[]): Promise<void> {
      for (const [id, { setup, simulator }] of running) {
        if (wanted.some((each) => each.id === id && each.setup === setup)) continue;
        running.delete(id);
        await simulator.close();
      }
      for (const { id, setup, start } of wanted)
        if (!running.has(id)) running.set(id, { setup, simulator: await start() });
    },
    close: () => Promise.all([...running.values()].map(({ simulator }) => simulator.close())),
  };
}

/** One simulated line for each protocol and frame. */
function linesOf(
  boards: readonly BoardSetup[],
  lineOf: (board: BoardSetup) => string,
  changed: () => void,
): Wanted<BoardSimulator>[] {
  const keys = [...new Set(boards.map(lineOf))];
  return keys.flatMap((key) => {
    const onLine = boards.filter((board) => lineOf(board) === key);
    const [first] = onLine;
    const units = onLine.map(({ unitId: address, digits }) => ({ address, digits }));
    if (first === undefined) return [];
    const reader = boardReaderOf(first.protocol)?.(units, first.frame ?? null);
    if (reader === undefined) return [];
    return [{ id: key, setup: JSON.stringify(units), start: () => startBoardSimulator({ reader, changed }) }];
  });
}

function papersOf(printers: readonly (readonly [string, PrinterSimulator])[]): SimulatorsView['papers'] {
  return printers
    .flatMap(([printerId, printer]) =>
      printer.papers().map(({ id, at, bitmap: { widthDots, heightDots }, png }) => ({
        ...{
          id: `${printerId}-${id}`,
          printerId: printerId as SimulatorsView['papers'][number]['printerId'],
        },
        ...{ at, widthDots, heightDots, png: Buffer.from(png).toString('base64') },
      })),
    )
    .sort((a, b) => b.at - a.at)
    .slice(0, papersShown);
}
