// The simulated devices of a set-up: one printer for each whose address is "simulator", one line for such boards of one
// protocol.
// They listen on loopback and are reached over TCP like real ones.
import { boardReaders } from '../../hardware/simulator/board-reader-of.ts';
import { type BoardSimulator, startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import type { DeviceId } from '../../protocol/ids.ts';
import type { BoardSetup, Setup } from '../../protocol/setup-schema.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';

export type Simulators = {
  readonly printers: ReadonlyMap<DeviceId, PrinterSimulator>;
  /** By the board's id; boards of one protocol share a line. */
  readonly boards: ReadonlyMap<DeviceId, BoardSimulator>;
  view(setup: Setup): SimulatorsView;
  close(): Promise<void>;
};

const papersShown = 8;

export async function startSimulators(
  setup: Setup,
  now: () => number,
  changed: () => void,
): Promise<Simulators> {
  const printers = new Map<DeviceId, PrinterSimulator>();
  for (const { id, address, widthDots } of setup.devices.printers) {
    if (address === 'simulator')
      printers.set(id, await startPrinterSimulator({ widthDots, now, printed: changed }));
  }
  const boards = new Map<DeviceId, BoardSimulator>();
  for (const line of linesOf(setup)) {
    const units = line.map(({ unitId, digits }) => ({ address: unitId, digits }));
    const [first] = line;
    const simulator = await startBoardSimulator({
      reader: boardReaders[first.protocol](units, first.frame ?? null),
      changed,
    });
    for (const { id } of line) boards.set(id, simulator);
  }
  return {
    printers,
    boards,
    view: ({ devices, counters }) => ({
      papers: [...printers]
        .flatMap(([printerId, printer]) =>
          printer.papers().map(({ id, at, bitmap, png }) => ({
            ...{
              id: `${printerId}-${id}`,
              printerId,
              at,
              widthDots: bitmap.widthDots,
              heightDots: bitmap.heightDots,
            },
            png: Buffer.from(png).toString('base64'),
          })),
        )
        .sort((a, b) => b.at - a.at)
        .slice(0, papersShown),
      boards: devices.boards.flatMap(({ id, counterId, unitId, digits }) => {
        const simulator = boards.get(id);
        if (simulator === undefined) return [];
        const counterNumber = counters.find((counter) => counter.id === counterId)?.number ?? '';
        return [{ boardId: id, counterNumber, text: simulator.text(unitId).slice(0, digits) }];
      }),
    }),
    async close() {
      await Promise.all([...printers.values(), ...new Set(boards.values())].map((each) => each.close()));
    },
  };
}

/** The simulated boards of a set-up that may share a line: those of one protocol and one frame. */
function linesOf({ devices }: Setup): [BoardSetup, ...BoardSetup[]][] {
  const lines = new Map<string, [BoardSetup, ...BoardSetup[]]>();
  for (const board of devices.boards) {
    if (board.address !== 'simulator') continue;
    const key = JSON.stringify([board.protocol, board.frame]);
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [board]);
    else line.push(board);
  }
  return [...lines.values()];
}
