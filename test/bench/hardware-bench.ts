// Tickets in bytes and milliseconds, and how long a call takes to its last byte on a 9,600-baud line with one and with
// forty boards. The line is simulated with its own clock, so that the figures are the line's and not this machine's.
import { boardBus } from '../../hardware/led/board-bus.ts';
import { modbusRtu } from '../../hardware/led/modbus-rtu.ts';
import { escposTicket } from '../../hardware/printer/escpos-ticket.ts';
import { printerModels } from '../../hardware/printer/models.ts';
import { textTicket } from '../../hardware/printer/text-ticket.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { drawTicket } from '../../hardware/printer/ticket-drawing.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import { manualClock } from '../support/manual-clock.ts';
import { slowLine } from '../support/slow-line.ts';
import { timesFrom } from './measure.ts';

const baud = 9_600;
const digits = 4;

export async function hardware(rounds: number | null): Promise<void> {
  const document = testTicket('tcp://192.0.2.7:9100', new Date(0));
  const models = { raster: null, text: printerModels['epson-vietnam'] };
  for (const widthDots of [576, 384])
    for (const [mode, model] of Object.entries(models)) {
      const compose = (each: TicketDocument) =>
        model === null ? escposTicket(drawTicket(each, widthDots)) : textTicket(each, model, widthDots);
      await ticket(`${mode} ticket of ${widthDots} dots`, document, compose, rounds ?? 100);
    }
  for (const boards of [1, 40]) await bus(boards, rounds ?? 100);
}

async function ticket(
  what: string,
  document: TicketDocument,
  compose: (document: TicketDocument) => Uint8Array,
  count: number,
): Promise<void> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < count + 10; round += 1) {
    const before = performance.now();
    bytes = compose({ ...document, number: `A${String(round).padStart(3, '0')}` }).length;
    if (round >= 10) times.push(performance.now() - before);
    // The drawing's memory is freed when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { median, p99 } = timesFrom(times);
  console.log(`hardware: ${what}: ${bytes} bytes, median ${median.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`);
}

/** All boards change at once again and again; how long each call takes to its last byte, against the wire's own minimum. */
async function bus(count: number, rounds: number): Promise<void> {
  const clock = manualClock(1_000_000);
  const line = slowLine(clock, baud);
  const context = { now: () => clock.now(), after: clock.after, random: () => 0.5, log: () => {} };
  const boards = boardBus(modbusRtu, line.transport, context);
  const units = Array.from({ length: count }, (_, index) =>
    boards.board({ unitId: index + 1, digits }, () => {}),
  );
  line.pass(20_000);
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, unit] of units.entries())
      if (index % 4 === round % 4) unit.show({ state: 'number', text: String(1_000 + round), call: round });
    const at = clock.now();
    const unitId = (round % count) + 1;
    units[unitId - 1]?.show({
      state: 'number',
      text: `A${String(round).padStart(3, '0')}`,
      call: 10_000 + round,
    });
    for (let waited = 0; waited < 60_000 && (line.writtenAt(unitId) ?? 0) < at; waited += 1) line.pass(1);
    waits.push((line.writtenAt(unitId) ?? Number.NaN) - at);
    line.pass(3_000);
  }
  const wire = (modbusRtu.write({ address: 1, digits }, 'A001', 1).bytes.length * 10_000) / baud;
  const { median, p99 } = timesFrom(waits);
  console.log(
    `hardware: call to its last byte, ${count} boards at 9,600 baud, every fourth changing with it: median ${median.toFixed(0)} ms (${(median / wire).toFixed(2)} × the wire's ${wire.toFixed(1)} ms), p99 ${p99.toFixed(0)} ms`,
  );
  await boards.close();
}
