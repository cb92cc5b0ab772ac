// LED boards: each is told what its counter's board view says. Drivers find the difference and see to the link.

import type { DriverContext } from '../../hardware/driver-context.ts';
import type { BoardBus } from '../../hardware/led/board-bus.ts';
import { openBoardBus } from '../../hardware/led/boards.ts';
import type { BoardContent, NumberBoard } from '../../hardware/led/number-board.ts';
import type { BoardSetup } from '../../protocol/setup-schema.ts';
import type { CounterBoardView } from '../../protocol/views/hall-view.ts';
import type { Floor } from '../application/floor-port.ts';

const testMs = 5_000;

export type CounterBoards = {
  /** Brings every board to what its counter shows now; one that is being tried follows when that is over. */
  show(floor: Floor): void;
  /** Lights a board's own places, blinking, for some seconds; false where there is none of this id. */
  test(id: string, floor: Floor): boolean;
  list(): { setup: BoardSetup; board: NumberBoard }[];
  close(): Promise<void>;
};

export function openCounterBoards(
  boards: readonly BoardSetup[],
  addressOf: (board: BoardSetup) => string,
  context: DriverContext,
  changed: () => void,
): CounterBoards {
  const buses = new Map<string, BoardBus>();
  /** Boards that are being tried, with what ends it early. */
  const tried = new Map<string, () => void>();
  let tests = 0;
  const opened = boards.map((setup) => {
    const address = addressOf(setup);
    const bus = buses.get(address) ?? openBoardBus(setup.protocol, address, context, setup.frame ?? null);
    buses.set(address, bus);
    return { setup, board: bus.board({ unitId: setup.unitId, digits: setup.digits }, changed) };
  });
  const show = (floor: Floor) => {
    for (const { setup, board } of opened) {
      if (tried.has(setup.id)) continue;
      const view = floor.view<'counter-board'>({ view: 'counter-board', counterId: setup.counterId });
      board.show(view === null ? { state: 'blank' } : boardContent(view));
    }
  };
  return {
    show,
    test(id, floor) {
      const found = opened.find(({ setup }) => setup.id === id);
      if (found === undefined) return false;
      tried.get(id)?.();
      tests += 1;
      found.board.show({ state: 'number', text: '8'.repeat(found.setup.digits), call: -tests });
      tried.set(
        id,
        context.after(testMs, () => {
          tried.delete(id);
          show(floor);
        }),
      );
      return true;
    },
    list: () => opened,
    async close() {
      for (const cancel of tried.values()) cancel();
      await Promise.all([...buses.values()].map((bus) => bus.close()));
    },
  };
}

/** A number in hand, dashes while paused, nothing otherwise. */
export function boardContent({ counter, number, callSeq }: CounterBoardView): BoardContent {
  if (number !== null) return { state: 'number', text: number, call: callSeq ?? 0 };
  return counter.status === 'paused' ? { state: 'paused' } : { state: 'blank' };
}
