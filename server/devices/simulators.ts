// The simulated devices of a set-up: one printer for each whose address is "simulator", one gateway for all such boards.
// They listen on loopback and are reached over TCP like real ones.
import { type BoardSimulator, startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import type { DeviceId } from '../../protocol/ids.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';

export type Simulators = {
  readonly printers: ReadonlyMap<DeviceId, PrinterSimulator>;
  readonly boards: BoardSimulator | null;
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
  const wanted = setup.devices.boards.some((board) => board.address === 'simulator');
  const boards = wanted ? await startBoardSimulator({ changed }) : null;
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
      boards: devices.boards.flatMap(({ id, address, counterId, unitId, digits }) => {
        if (address !== 'simulator' || boards === null) return [];
        const counterNumber = counters.find((counter) => counter.id === counterId)?.number ?? '';
        return [{ boardId: id, counterNumber, text: boards.text(unitId).slice(0, digits) }];
      }),
    }),
    async close() {
      await Promise.all([...[...printers.values()].map((printer) => printer.close()), boards?.close()]);
    },
  };
}
