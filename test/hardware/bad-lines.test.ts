// RS-485 as it is: adapters that echo, noise before every answer, a slow line with twenty boards. No board is ever taken to
// show what it does not.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { boardBus } from '../../hardware/led/board-bus.ts';
import { boardProtocols, openBoardBus } from '../../hardware/led/boards.ts';
import { modbusRtu } from '../../hardware/led/modbus-rtu.ts';
import { boardReaders } from '../../hardware/simulator/board-reader-of.ts';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { seededRandom } from '../../server/simulation/seeded-random.ts';
import { driverBench, soon } from '../support/driver-bench.ts';
import { slowLine } from '../support/slow-line.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
async function rtuBoards() {
  const simulator = await startBoardSimulator({
    reader: boardReaders['modbus-rtu'](),
    chance: seededRandom('noise').next,
  });
  closers.push(() => simulator.close());
  const { clock, context } = driverBench();
  const bus = openBoardBus('modbus-rtu', simulator.address, context);
  closers.push(() => bus.close());
  return { simulator, clock, bus };
}

describe('a line', () => {
  test('that echoes every byte brings boards to their numbers, and an echo is no answer', async () => {
    const { simulator, clock, bus } = await rtuBoards();
    simulator.line.echoes = true;
    simulator.silent.add(2);
    const boards = [1, 2].map((unitId) => bus.board({ unitId, digits: 4 }, () => {}));
    for (const board of boards) board.show({ state: 'number', text: 'A005', call: 1 });
    await soon(() => {
      clock.pass(7);
      expect(simulator.text(1)).toBe('A005');
      expect(boards[0]?.status().grade).toBe('good');
      expect(boards[1]?.status().grade).toBe('absent');
    });
  });
  test('with noise before every answer brings boards to their numbers', async () => {
    const { simulator, clock, bus } = await rtuBoards();
    simulator.line.noiseBytes = 9;
    const units = [1, 2, 3, 4];
    const boards = units.map((unitId) => bus.board({ unitId, digits: 4 }, () => {}));
    for (const [index, board] of boards.entries())
      board.show({ state: 'number', text: `B00${index}`, call: 1 });
    await soon(() => {
      clock.pass(7);
      expect(units.map((unitId) => simulator.text(unitId))).toEqual(['B000', 'B001', 'B002', 'B003']);
      expect(boards.map((board) => board.status().grade)).toEqual(['good', 'good', 'good', 'good']);
    });
  });
  test('at 9,600 baud has twenty boards at their new numbers within two seconds of its own time', () => {
    const { clock, context } = driverBench();
    const line = slowLine(clock, 9_600);
    const bus = boardBus(modbusRtu, line.transport, context);
    const units = Array.from({ length: 20 }, (_, index) => index + 1);
    const boards = units.map((unitId) => bus.board({ unitId, digits: 4 }, () => {}));
    line.pass(3_000);
    for (const board of boards) board.show({ state: 'number', text: 'A001', call: 1 });
    line.pass(2_000);
    const late = units.filter((unitId) => !line.shown(unitId).includes('A001'));
    expect(late).toEqual([]);
    void bus.close();
  });
});

test('no noise is ever taken for a board’s answer to a write', () => {
  const { write } = boardProtocols['modbus-rtu']();
  const exchange = write({ address: 3, digits: 4 }, 'A001', 1);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(exchange.answer?.(noise)).toBeUndefined();
    }),
    { numRuns: 5_000 },
  );
});

test('whatever boards are told, each shows in the end what it was told last', () => {
  type Step = { unit: number; text: string } | { wait: number };
  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ unit: fc.integer({ min: 1, max: 5 }), text: fc.stringMatching(/^[A-Z]?\d{1,3}$/) }),
    fc.record({ wait: fc.integer({ min: 1, max: 900 }) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const { clock, context } = driverBench();
      const line = slowLine(clock, 9_600);
      const bus = boardBus(modbusRtu, line.transport, context);
      const boards = [1, 2, 3, 4, 5].map((unitId) => bus.board({ unitId, digits: 4 }, () => {}));
      const wanted = new Map<number, string>();
      for (const [index, each] of steps.entries()) {
        if ('wait' in each) line.pass(each.wait);
        else {
          wanted.set(each.unit, each.text.padStart(4));
          boards[each.unit - 1]?.show({ state: 'number', text: each.text, call: index });
        }
      }
      // Long enough for the last one to have blinked its time.
      line.pass(8_000);
      for (const [unit, text] of wanted) expect(line.shown(unit).at(-1)).toBe(text);
      void bus.close();
    }),
    { numRuns: 40 },
  );
});
