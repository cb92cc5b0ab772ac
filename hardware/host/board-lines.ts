// Boards grouped by the line they hang on: boards of one address share one bus. A line is opened anew when anything about
// it or its boards has changed, and is told again what its boards should show.
import type { BoardSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DriverContext } from '../driver-context.ts';
import type { BoardBus } from '../led/board-bus.ts';
import { openBoardBus } from '../led/boards.ts';
import type { BoardContent, NumberBoard } from '../led/number-board.ts';

type Line = { readonly setup: string; readonly bus: BoardBus; readonly boards: Map<string, NumberBoard> };

export type BoardLines = {
  apply(boards: readonly BoardSetup[]): Promise<void>;
  show(boardId: string, content: BoardContent): void;
  dim(percent: number): void;
  status(boardId: string): DeviceStatus | null;
  close(): Promise<void>;
};

export function boardLines(
  context: DriverContext,
  changed: (boardId: string, status: DeviceStatus) => void,
): BoardLines {
  const lines = new Map<string, Line>();
  /** What each board was told last, for a line that is opened anew. */
  const wanted = new Map<string, BoardContent>();
  let percent: number | null = null;

  const open = ([first, ...others]: readonly [BoardSetup, ...BoardSetup[]], setup: string): Line => {
    const bus = openBoardBus(first.protocol, first.address, context, first.frame ?? null);
    if (percent !== null) bus.dim(percent);
    const opened = [first, ...others].map(({ id, unitId, digits }) => {
      const board = bus.board({ unitId, digits }, (status) => changed(id, status));
      const content = wanted.get(id);
      if (content !== undefined) board.show(content);
      return [id, board] as const;
    });
    return { setup, bus, boards: new Map(opened) };
  };
  const boardOf = (id: string): NumberBoard | undefined => {
    for (const line of lines.values()) if (line.boards.has(id)) return line.boards.get(id);
    return undefined;
  };
  return {
    async apply(boards) {
      const byAddress = new Map<string, [BoardSetup, ...BoardSetup[]]>();
      for (const board of boards)
        byAddress.set(board.address, [board, ...(byAddress.get(board.address) ?? [])]);
      const setups = new Map([...byAddress].map(([address, each]) => [address, JSON.stringify(each)]));
      const stale = [...lines].filter(([address, { setup }]) => setups.get(address) !== setup);
      for (const [address] of stale) lines.delete(address);
      await Promise.all(stale.map(([, { bus }]) => bus.close()));
      for (const [address, each] of byAddress) {
        if (lines.has(address)) continue;
        try {
          lines.set(address, open(each, setups.get(address) ?? ''));
        } catch (error) {
          context.log('error', 'a line of boards is left out', { address, error: String(error) });
        }
      }
      const here = new Set(boards.map(({ id }) => id as string));
      for (const id of wanted.keys()) if (!here.has(id)) wanted.delete(id);
    },
    show(id, content) {
      wanted.set(id, content);
      boardOf(id)?.show(content);
    },
    dim(wantedPercent) {
      percent = wantedPercent;
      for (const { bus } of lines.values()) bus.dim(wantedPercent);
    },
    status: (id) => boardOf(id)?.status() ?? null,
    async close() {
      await Promise.all([...lines.values()].map(({ bus }) => bus.close()));
      lines.clear();
    },
  };
}
