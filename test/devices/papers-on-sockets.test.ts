// A part of the day of a thousand tickets, on two simulated printers over real sockets, which run out of paper, fall silent, die in mid-job and end
// connections at random: every number is on one unmarked paper at the most, or is known not to be.
import { expect, test } from 'vitest';
import { openPrinter } from '../../hardware/printer/printers.ts';
import { type PrinterSimulator, startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import { createPrintJobs, type PrinterInPlace } from '../../server/devices/print-jobs.ts';
import { seededRandom } from '../../server/simulation/seeded-random.ts';
import { soon } from '../support/driver-bench.ts';
import { manualClock } from '../support/manual-clock.ts';
import { commune, morning, openFloor } from '../support/memory-floor.ts';

const tickets = 240;
const atOnce = 20;
/** A printer in the hall: what comes out of it is kept, however many. */
type Printer = {
  simulator: PrinterSimulator;
  papers: { number: string; isCopy: boolean }[];
  place: PrinterInPlace;
};

test('numbers on printers that fail at random are each on one unmarked paper at the most, or known not to be', async () => {
  const clock = manualClock(morning);
  const random = seededRandom('a bad day');
  const roomy = structuredClone(commune);
  for (const series of roomy.series) Object.assign(series, { digits: 4, to: 9_999 });
  const hall = openFloor(clock, undefined, { alwaysOpen: true, setup: roomy });
  const context = { now: () => clock.now(), after: clock.after, random: () => random.next(), log: () => {} };
  const printers: Printer[] = [];
  for (const id of ['left', 'right']) {
    const papers: Printer['papers'] = [];
    const simulator = await startPrinterSimulator({
      ...{ widthDots: 384, now: () => clock.now() },
      printed: ({ text }) =>
        papers.push({
          number: /^[A-Z]\d{4}$/m.exec(text.replaceAll(' ', ''))?.[0] ?? text,
          isCopy: text.includes('In lần'),
        }),
    });
    // In letters, so that the papers can be read by a program in no time.
    const options = { driver: 'escpos', address: simulator.address, widthDots: 384 } as const;
    const printer = openPrinter({ ...options, model: 'epson-vietnam', mode: 'text' }, context, () => {});
    printers.push({ simulator, papers, place: { setup: { id, kioskIds: [] } as never, printer } });
  }
  const jobs = createPrintJobs({
    ...{
      floor: () => hall.floor,
      clock,
      changed: () => {},
      ticketLink: (id) => `http://centre.test/t/${id}`,
    },
    printers: () => printers.map(({ place }) => place),
  });
  const mishap = ({ simulator: { levers, move } }: Printer) => {
    const chance = random.next();
    levers.dieAfterBytes = chance < 0.2 ? 100 + Math.floor(chance * 5_000) : null;
    levers.closesAfterJob = chance > 0.2 && chance < 0.4;
    move({ paperOut: chance > 0.4 && chance < 0.5, silent: chance > 0.5 && chance < 0.55 });
  };
  await soon(() => {
    clock.pass(60);
    expect(printers.map(({ place }) => place.printer.status()?.grade)).toEqual(['good', 'good']);
  });
  const ids: string[] = [];
  while (ids.length < tickets) {
    for (const printer of printers) mishap(printer);
    const now = Array.from({ length: atOnce }, () => {
      const taken = hall.take();
      return taken.ok ? String(taken.result.ticketId) : '';
    });
    ids.push(...now);
    for (const id of now) jobs.request(id, null, false);
    await soon(() => {
      clock.pass(60);
      expect(now.filter((id) => ['queued', 'sending'].includes(jobs.of(id).state))).toEqual([]);
    });
  }
  for (const { simulator } of printers) {
    Object.assign(simulator.levers, { dieAfterBytes: null, closesAfterJob: false });
    simulator.move({ paperOut: false, silent: false });
  }
  // What cannot have come out is tried again until it does.
  await soon(() => {
    clock.pass(60);
    const open = ids.filter((id) => jobs.of(id).state === 'failed' && jobs.of(id).copies === 0);
    expect(open).toEqual([]);
  });
  const papers = printers.flatMap((printer) => printer.papers);
  const unmarked = papers.filter(({ isCopy }) => !isCopy).map(({ number }) => number);
  expect(new Set(unmarked).size).toBe(unmarked.length);
  const numbers = new Map(ids.map((id) => [hall.floor.state.tickets.get(id as never)?.number ?? '', id]));
  expect(numbers.size).toBe(tickets);
  for (const number of unmarked) expect(numbers.has(number)).toBe(true);
  for (const [number, id] of numbers)
    if (!unmarked.includes(number)) expect(jobs.of(id).state).not.toBe('printed');
  // The day was bad enough to mean something, and good enough to be one.
  expect(unmarked.length).toBeGreaterThan(tickets * 0.5);
  expect(ids.filter((id) => jobs.of(id).state !== 'printed').length).toBeGreaterThan(0);
  jobs.close();
  for (const { simulator, place } of printers) {
    await (place.printer as unknown as { close(): Promise<void> }).close();
    await simulator.close();
  }
}, 60_000);
