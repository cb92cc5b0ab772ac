// Tickets in bytes and milliseconds, and how long a call takes to its last byte on a 9,600-baud line with one and with
// forty boards. The line is simulated with its own clock, so that the figures are the line's and not this machine's.
import { boardBus } from '../../hardware/led/board-bus.ts';
import { modbusRtu, rtu } from '../../hardware/led/modbus-rtu.ts';
import { escposTicket } from '../../hardware/printer/escpos-ticket.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { drawTicket } from '../../hardware/printer/ticket-drawing.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import type { Transport } from '../../hardware/transport/transport.ts';
import { manualClock } from '../support/manual-clock.ts';
import { timesFrom } from './measure.ts';

const msPerByte = 10_000 / 9_600;
const digits = 4;

export async function hardware(rounds: number | null): Promise<void> {
  const document = testTicket('tcp://192.0.2.7:9100', new Date(0));
  for (const widthDots of [576, 384]) await ticket(document, widthDots, rounds ?? 100);
  for (const boards of [1, 40]) await bus(boards, rounds ?? 100);
}

async function ticket(document: TicketDocument, widthDots: number, count: number): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < count + 10; round += 1) {
    const before = performance.now();
    bytes = escposTicket(
      drawTicket({ ...document, number: `A${String(round).padStart(3, '0')}` }, widthDots),
    ).length;
    if (round >= 10) times.push(performance.now() - before);
    // The drawing's memory is freed when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { median, p99 } = timesFrom(times);
  console.log(
    `hardware: raster ticket of ${widthDots} dots: ${bytes} bytes, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
  );
}

/** All boards change at once again and again; how long each call takes to its last byte, against the wire's own minimum. */
async function bus(count: number, rounds: number): Promise<void> {
  const clock = manualClock(1_000_000);
  const line = simulatedLine(clock);
  const context = { now: () => clock.now(), after: clock.after, random: () => 0.5, log: () => {} };
  const boards = boardBus(modbusRtu, line.transport, context);
  const units = Array.from({ length: count }, (_, index) =>
    boards.board({ unitId: index + 1, digits }, () => {}),
  );
  pass(clock, 20_000);
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, unit] of units.entries())
      if (index % 4 === round % 4) unit.show({ state: 'number', text: String(1_000 + round), call: round });
    const at = clock.now();
    const unitId = (round % count) + 1;
    line.forget(unitId);
    units[unitId - 1]?.show({
      state: 'number',
      text: `A${String(round).padStart(3, '0')}`,
      call: 10_000 + round,
    });
    waits.push(line.lastByteTo(unitId, at, () => pass(clock, 1)));
    pass(clock, 3_000);
  }
  const wire = line.writeBytes * msPerByte;
  const { median, p99 } = timesFrom(waits);
  console.log(
    `hardware: call to its last byte, ${count} boards at 9,600 baud, every fourth changing with it: median ${median.toFixed(0)} ms (${(median / wire).toFixed(2)} × the wire's ${wire.toFixed(1)} ms), p99 ${p99.toFixed(0)} ms`,
  );
  await boards.close();
}

function pass(clock: ReturnType<typeof manualClock>, ms: number): void {
  for (let step = 0; step < ms; step += 1) clock.pass(1);
}

/** A line on which every byte takes its time, with boards that answer ten milliseconds after the last byte. */
function simulatedLine(clock: ReturnType<typeof manualClock>) {
  let hear = (_bytes: Uint8Array) => {};
  const written = new Map<number, number>();
  const transport: Transport = {
    ...{ connected: true, failure: null, msPerByte, inReports: false },
    send(bytes) {
      const [unit = 0, code = 0] = bytes;
      const endsAt = clock.now() + bytes.length * msPerByte;
      if (code === 0x10) written.set(unit, endsAt);
      const answer =
        code === 0x10
          ? rtu(unit, [0x10, 0, 0, 0, digits])
          : rtu(unit, [code, digits * 2, ...Array(digits * 2).fill(0)]);
      clock.after(bytes.length * msPerByte + 10 + answer.length * msPerByte, () => hear(answer));
      return Promise.resolve();
    },
    onData(listener) {
      hear = listener;
    },
    onState: () => {},
    reopen: () => {},
    close: () => Promise.resolve(),
  };
  return {
    transport,
    writeBytes: modbusRtu.write({ address: 1, digits }, 'A001', 1).bytes.length,
    forget: (unit: number) => void written.delete(unit),
    /** Milliseconds from `at` until the last byte to a unit is on the wire. */
    lastByteTo(unit: number, at: number, wait: () => void): number {
      for (let waited = 0; waited < 60_000 && !written.has(unit); waited += 1) wait();
      return (written.get(unit) ?? Number.NaN) - at;
    },
  };
}
