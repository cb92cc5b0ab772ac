// The printer driver against a simulated printer on a real socket: what "printed" means, and every way a printer has of
// not printing.
import { afterEach, describe, expect, test } from 'vitest';
import { openPrinter } from '../../hardware/printer/printers.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { driverBench, soon } from '../support/driver-bench.ts';
import { qrText } from '../support/paper.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const ticket: TicketDocument = {
  ...{ language: 'vi', logo: null, headingAlso: null, serviceNameAlso: null },
  centreName: 'Trung tâm',
  heading: 'SỐ THỨ TỰ',
  number: 'A001',
  serviceName: 'Chứng thực',
  placeLines: ['Quầy 1'],
  aheadText: 'Còn 2 người trước bạn',
  estimateText: null,
  issuedText: '08:15',
  validityText: 'Có giá trị trong ngày',
  thanksText: 'Cảm ơn',
  qrText: 'http://centre.test/t/1',
  copyText: null,
};
const askEveryMs = 1_600;
const printWithinMs = 12_000;

async function simulated(port = 0) {
  const simulator = await startPrinterSimulator({ widthDots: 576, port, now: () => 0 });
  closers.push(() => simulator.close());
  return simulator;
}
function openAt(address: string, model: 'epson' | 'generic' | 'silent' = 'epson') {
  const bench = driverBench();
  const told: DeviceStatus[] = [];
  const printer = openPrinter(
    { driver: 'escpos', address, widthDots: 576, model },
    bench.context,
    (status) => {
      told.push(status);
    },
  );
  closers.push(() => printer.close());
  const reasons = () => told.map(({ reason }) => reason);
  return { ...bench, printer, told, reasons };
}
async function arranged() {
  const simulator = await simulated();
  const opened = openAt(simulator.address);
  await soon(() => expect(opened.printer.status().grade).toBe('good'));
  return { simulator, ...opened };
}

describe('a printer that works', () => {
  test('is unknown until it has spoken, then good', async () => {
    const simulator = await simulated();
    const { printer, told } = openAt(simulator.address);
    expect(printer.status()).toMatchObject({ grade: 'unknown', heardAt: null });
    await soon(() => expect(printer.status().grade).toBe('good'));
    expect(told).toEqual([{ grade: 'good', reason: 'answered', heardAt: 1_000_000, since: 1_000_000 }]);
  });
  test('has printed when it says so after the last byte', async () => {
    const { printer, simulator } = await arranged();
    const seen: string[] = [];
    expect(await printer.print(ticket, () => seen.push('sending'))).toEqual({
      state: 'printed',
      paperMm: expect.any(Number),
    });
    expect(seen).toEqual(['sending']);
    expect(simulator.papers().map(({ bitmap }) => qrText(bitmap))).toEqual([ticket.qrText]);
  });
  test('prints many one after another, each once and in order', async () => {
    const { printer, simulator } = await arranged();
    const wanted = Array.from({ length: 12 }, (_, index) => `http://centre.test/t/${index}`);
    const outcomes = await Promise.all(wanted.map((qr) => printer.print({ ...ticket, qrText: qr })));
    expect(outcomes.every(({ state }) => state === 'printed')).toBe(true);
    expect(
      simulator
        .papers()
        .map(({ bitmap }) => qrText(bitmap))
        .reverse(),
    ).toEqual(wanted);
  });
  test('takes no more than it can hold, and says so', async () => {
    const { printer, simulator } = await arranged();
    simulator.levers.silent = true;
    const waiting = Array.from({ length: 200 }, () => printer.print(ticket));
    expect(await printer.print(ticket)).toEqual({
      state: 'failed',
      reason: 'device-error',
      mayHavePrinted: false,
    });
    await printer.close();
    const outcomes = await Promise.all(waiting);
    expect(outcomes.filter(({ state }) => state === 'printed')).toEqual([]);
  });
});

describe('a printer in trouble', () => {
  test.each([
    ['paperOut', 'paper-out'],
    ['coverOpen', 'cover-open'],
    ['cutterJammed', 'cutter-error'],
  ] as const)('%s: nothing is sent, and it is told before and after', async (lever, reason) => {
    const { printer, simulator, clock, reasons } = await arranged();
    simulator.levers[lever] = true;
    expect(await printer.print(ticket)).toEqual({ state: 'failed', reason, mayHavePrinted: false });
    expect(simulator.papers()).toEqual([]);
    expect(printer.status()).toMatchObject({ grade: 'bad', reason });
    simulator.levers[lever] = false;
    clock.pass(askEveryMs);
    await soon(() => expect(printer.status().grade).toBe('good'));
    expect(reasons()).toEqual(['answered', reason, 'answered']);
  });
  test('a roll near its end is told between jobs, and jobs are printed', async () => {
    const { printer, simulator, clock } = await arranged();
    simulator.levers.nearEnd = true;
    clock.pass(askEveryMs);
    await soon(() => expect(printer.status()).toMatchObject({ grade: 'warning', reason: 'paper-near-end' }));
    expect(await printer.print(ticket)).toEqual({ state: 'printed', paperMm: expect.any(Number) });
    expect(printer.status()).toMatchObject({ grade: 'warning', reason: 'paper-near-end' });
  });
  test('one that prints and says nothing leaves the job unconfirmed, never good', async () => {
    const simulator = await simulated();
    simulator.levers.silent = true;
    const { printer, clock } = openAt(simulator.address);
    await soon(() => {
      clock.pass(1_500);
      expect(printer.status()).toMatchObject({ grade: 'warning', reason: 'silent' });
    });
    const outcome = printer.print(ticket);
    // One that said nothing before the job is not waited for as long behind it.
    for (const wait of [1_500, 1_500]) {
      await soon(() => expect(clock.dueIn(wait)).toBe(1));
      clock.pass(wait);
    }
    expect(await outcome).toEqual({ state: 'unconfirmed', reason: 'silent' });
    expect(simulator.papers()).toHaveLength(1);
  });
  test('paper that runs out in the middle: the paper may have come out', async () => {
    const { printer, simulator, clock } = await arranged();
    const outcome = printer.print(ticket, () => {
      simulator.levers.paperOut = true;
    });
    await soon(() => expect(clock.dueIn(printWithinMs)).toBe(1));
    clock.pass(printWithinMs);
    expect(await outcome).toEqual({ state: 'failed', reason: 'paper-out', mayHavePrinted: true });
  });
  test('one that dies in the middle of a job: the paper may have come out, and it is found again', async () => {
    const { printer, simulator, clock } = await arranged();
    simulator.levers.dieAfterBytes = 2_000;
    expect(await printer.print(ticket)).toEqual({
      state: 'failed',
      reason: 'connection-lost',
      mayHavePrinted: true,
    });
    expect(printer.status()).toMatchObject({ grade: 'absent', reason: 'connection-lost' });
    expect(await printer.print(ticket)).toEqual({
      state: 'failed',
      reason: 'connection-lost',
      mayHavePrinted: false,
    });
    simulator.levers.dieAfterBytes = null;
    await soon(() => {
      clock.pass(1_000);
      expect(printer.status().grade).toBe('good');
    });
    expect(await printer.print(ticket)).toEqual({ state: 'printed', paperMm: expect.any(Number) });
  });
  test('one that falls silent without breaking the link is reached anew', async () => {
    const { printer, simulator, clock, reasons } = await arranged();
    simulator.levers.silent = true;
    await soon(() => {
      clock.pass(askEveryMs);
      expect(reasons()).toContain('connection-lost');
    });
    simulator.levers.silent = false;
    await soon(() => {
      clock.pass(1_000);
      expect(printer.status().grade).toBe('good');
    });
  });
});

describe('other models', () => {
  test('one without process id confirms by a question that stands behind the job', async () => {
    const simulator = await simulated();
    simulator.levers.knowsProcessId = false;
    const { printer } = openAt(simulator.address, 'generic');
    await soon(() => expect(printer.status().grade).toBe('good'));
    expect(await printer.print(ticket)).toEqual({ state: 'printed', paperMm: expect.any(Number) });
    expect(await printer.print(ticket)).toEqual({ state: 'printed', paperMm: expect.any(Number) });
    expect(simulator.papers()).toHaveLength(2);
    expect(simulator.strayBytes()).toBe(0);
  });
  test('one that tells by itself is known to be in trouble at once, without being asked', async () => {
    const { printer, simulator } = await arranged();
    simulator.move({ paperOut: true });
    await soon(() => expect(printer.status()).toMatchObject({ grade: 'bad', reason: 'paper-out' }));
    simulator.move({ paperOut: false });
    await soon(() => expect(printer.status().grade).toBe('good'));
  });
  test('one that can say nothing is never good, and its jobs are never confirmed', async () => {
    const simulator = await simulated();
    simulator.levers.silent = true;
    const { printer } = openAt(simulator.address, 'silent');
    await soon(() => expect(printer.status().reason).toBe('no-status-ability'));
    expect(await printer.print(ticket)).toEqual({ state: 'unconfirmed', reason: 'no-status-ability' });
    expect(printer.status().grade).toBe('unknown');
    await soon(() => expect(simulator.papers()).toHaveLength(1));
  });
});

describe('a printer that is not there', () => {
  test('is absent, not unknown; jobs fail at once and the number is not waited for', async () => {
    const simulator = await startPrinterSimulator({ widthDots: 576, now: () => 0 });
    await simulator.close();
    const { printer, clock } = openAt(simulator.address);
    await soon(() => expect(printer.status()).toMatchObject({ grade: 'absent', reason: 'unreachable' }));
    expect(await printer.print(ticket)).toEqual({
      state: 'failed',
      reason: 'unreachable',
      mayHavePrinted: false,
    });
    await simulated(Number(new URL(simulator.address).port));
    await soon(() => {
      clock.pass(1_000);
      expect(printer.status().grade).toBe('good');
    });
    expect(await printer.print(ticket)).toEqual({ state: 'printed', paperMm: expect.any(Number) });
  });
  test('a closed driver takes no job', async () => {
    const { printer } = await arranged();
    await printer.close();
    expect(await printer.print(ticket)).toMatchObject({ state: 'failed', mayHavePrinted: false });
  });
});
