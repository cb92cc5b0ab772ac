// What is encoded for a board is what a board reads, in any split of the stream and with noise before it; and whole buses
// of every protocol over real sockets bring their boards to the wanted text.
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { placed } from '../../hardware/led/board-codec.ts';
import { type BoardProtocol, boardProtocols, openBoardBus } from '../../hardware/led/boards.ts';
import { boardReaderOf, boardReaders } from '../../hardware/simulator/board-reader-of.ts';
import type { BoardReader, BoardRequest } from '../../hardware/simulator/board-readers.ts';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { describedFrameSchema } from '../../protocol/described-frame.ts';
import { driverBench, soon } from '../support/driver-bench.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const framed = describedFrameSchema.parse({
  write: [
    ...[{ bytes: '02' }, { address: 'hex' }, { text: 'ascii' }],
    ...[{ check: 'crc16-ccitt', from: 1, as: 'hex' }, { bytes: '03' }],
  ],
  answer: [{ bytes: '06' }, { address: 'byte' }],
});
const segmented = describedFrameSchema.parse({
  write: [
    { bytes: 'aa' },
    { address: 'byte' },
    { text: 'segments', reversed: true },
    { check: 'xor8', from: 1 },
  ],
});
const packed = describedFrameSchema.parse({
  write: [{ bytes: '7e' }, { address: 'byte' }, { text: 'packed-bcd' }, { check: 'sum8', from: 1 }],
});
const kinds = [
  ['modbus-tcp', 'modbus-tcp', null, 'A0123456789-'],
  ['modbus-rtu', 'modbus-rtu', null, 'A0123456789-'],
  ['cd5220', 'cd5220', null, 'A0123456789-'],
  ['alpha', 'alpha', null, 'A0123456789-'],
  ['a frame with a hexadecimal check', 'described', framed, 'A0123456789-'],
  ['segments from the right', 'described', segmented, '0123456789'],
  ['packed digits', 'described', packed, '0123456789'],
] as const;

function fed(reader: BoardReader, chunks: readonly Uint8Array[]): BoardRequest[] {
  const requests: BoardRequest[] = [];
  let pending: Uint8Array = new Uint8Array();
  for (const chunk of chunks) {
    pending = Buffer.concat([pending, chunk]);
    const read = reader(pending);
    if (read === null) break;
    requests.push(...read.requests);
    pending = pending.subarray(read.taken);
  }
  return requests;
}
const cut = (bytes: Uint8Array, size: number) =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

describe.each(kinds)('%s', (_name, protocol: BoardProtocol, frame, signs) => {
  const digits = 4;
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...signs), maxLength: digits }), {
    minLength: 1,
    maxLength: 5,
  });
  test('what is sent is what the board reads, however the stream is cut', () => {
    fc.assert(
      fc.property(
        texts,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (shown, size, address) => {
          const unit = { address: protocol === 'cd5220' ? 1 : address, digits };
          const codec = boardProtocols[protocol](frame);
          const stream = Buffer.concat(
            shown.map((text, turn) => codec.write(unit, placed(text, digits), turn).bytes),
          );
          const heard = fed(boardReaderOf(protocol)!([unit], frame), cut(stream, size));
          expect(heard.map(({ text }) => text?.trim())).toEqual(shown.map((text) => text.trim()));
          expect(new Set(heard.map((each) => each.unit))).toEqual(new Set([unit.address]));
        },
      ),
    );
  });
  test('a whole bus of such boards is brought to its numbers', async () => {
    const units = protocol === 'cd5220' ? [1] : [1, 2, 3];
    const simulator = await startBoardSimulator({
      reader: boardReaderOf(protocol)!(
        units.map((address) => ({ address, digits })),
        frame,
      ),
    });
    closers.push(() => simulator.close());
    const { clock, context } = driverBench();
    const bus = openBoardBus(protocol, simulator.address, context, frame);
    closers.push(() => bus.close());
    const boards = units.map((unitId) => bus.board({ unitId, digits }, () => {}));
    for (const [index, board] of boards.entries())
      board.show({ state: 'number', text: String(1001 + index), call: index + 1 });
    await soon(() => {
      clock.pass(7);
      expect(units.map((unitId) => simulator.text(unitId).trim())).toEqual(
        units.map((_, index) => String(1001 + index)),
      );
    });
    const knows = protocol !== 'cd5220' && protocol !== 'alpha' && frame?.answer !== null;
    await soon(() => {
      clock.pass(7);
      expect(boards.map((board) => board.status().reason)).toEqual(
        units.map(() => (knows ? 'answered' : 'no-status-ability')),
      );
    });
  });
});

describe('an ESC/POS display', () => {
  test('reads what was written last, also while its end is still on the way', () => {
    const codec = boardProtocols['escpos-display']();
    const unit = { address: 1, digits: 4 };
    const stream = Buffer.concat(['A001', '1002'].map((text, turn) => codec.write(unit, text, turn).bytes));
    for (let size = 1; size <= stream.length; size += 1) {
      const heard = fed(boardReaders['escpos-display'](), cut(stream, size));
      expect(heard.at(-1)).toMatchObject({ unit: 1, text: '1002' });
      expect(heard.map(({ text }) => text)).toContain('A001');
    }
  });
});

describe('noise on the line', () => {
  test('before a Modbus frame is passed over', () => {
    const { bytes } = boardProtocols['modbus-rtu']().write({ address: 3, digits: 4 }, 'A001', 1);
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), (noise) => {
        const heard = fed(boardReaders['modbus-rtu'](), [noise, bytes]);
        expect(heard.at(-1)).toMatchObject({ unit: 3, text: 'A001' });
      }),
    );
  });
  test('between answers does not stop a bus, and is not taken for an answer', async () => {
    const simulator = await startBoardSimulator({ reader: boardReaders['modbus-rtu']() });
    closers.push(() => simulator.close());
    const { clock, context } = driverBench();
    const bus = openBoardBus('modbus-rtu', simulator.address, context);
    closers.push(() => bus.close());
    const board = bus.board({ unitId: 1, digits: 4 }, () => {});
    await soon(() => expect(board.status().grade).toBe('good'));
    simulator.silent.add(1);
    board.show({ state: 'number', text: 'A007', call: 1 });
    simulator.noise(Uint8Array.of(0x01, 0x10, 0x00, 0x00, 0x00, 0x04, 0xff, 0xff));
    await soon(() => {
      clock.pass(100);
      expect(board.status().grade).toBe('absent');
    });
    simulator.silent.delete(1);
    await soon(() => {
      clock.pass(500);
      expect(simulator.text(1)).toBe('A007');
    });
  });
});
