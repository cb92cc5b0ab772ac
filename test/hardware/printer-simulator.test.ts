// The simulated printer on a real socket: tickets in letters with their words, a slow line that holds its sender up, a clone
// that says nothing, and one without a cutter.
import { connect, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { printerModels } from '../../hardware/printer/models.ts';
import { openPrinter, type PrinterOptions } from '../../hardware/printer/printers.ts';
import { textTicket } from '../../hardware/printer/text-ticket.ts';
import type { TicketDocument } from '../../hardware/printer/ticket-document.ts';
import { startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import { driverBench, soon } from '../support/driver-bench.ts';
import { qrText } from '../support/paper.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const ticket: TicketDocument = {
  ...testTicket('tcp://printer.test:9100', new Date(0)),
  number: 'B007',
  heading: 'SỐ THỨ TỰ',
  serviceName: 'Đăng ký hộ tịch',
};
const job = Buffer.from(textTicket(ticket, printerModels.epson, 384));
const fence = Buffer.of(0x1d, 0x72, 0x01);

async function simulated(options: { hasCutter?: boolean } = {}) {
  const simulator = await startPrinterSimulator({ widthDots: 384, now: () => 0, ...options });
  closers.push(() => simulator.close());
  return simulator;
}
function opened(address: string, options: Partial<PrinterOptions>) {
  const { context } = driverBench();
  const printer = openPrinter({ driver: 'escpos', address, widthDots: 384, ...options }, context, () => {});
  closers.push(() => printer.close());
  return printer;
}
async function connected(address: string): Promise<{ socket: Socket; heard: () => number[] }> {
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  closers.push(() => socket.destroy());
  const bytes: number[] = [];
  socket.on('data', (data) => bytes.push(...data));
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  return { socket, heard: () => bytes };
}

describe('tickets in letters', () => {
  test.each([
    ['epson-vietnam', 'SỐ THỨ TỰ\nB007\nĐăng ký hộ tịch\n'],
    ['epson', 'SÔ THU TU\nB007\nDang ký hô tich\n'],
    ['generic', 'SO THU TU\nB007\nDang ky ho tich\n'],
  ] as const)('%s: printed, confirmed, and its words kept', async (model, words) => {
    const simulator = await simulated();
    const printer = opened(simulator.address, { model, mode: 'text' });
    await soon(() => expect(printer.status().grade).toBe('good'));
    expect(await printer.print(ticket)).toMatchObject({ state: 'printed' });
    const [paper] = simulator.papers();
    expect(paper?.text).toContain(words);
    expect(qrText(paper!.bitmap)).toBe(ticket.qrText);
    await printer.close();
    await soon(() => expect(simulator.strayBytes()).toBe(0));
  });
  test('one in letters that the printer does not have is drawn instead', async () => {
    const simulator = await simulated();
    const printer = opened(simulator.address, { model: 'generic', mode: 'text' });
    await soon(() => expect(printer.status().grade).toBe('good'));
    expect(await printer.print({ ...ticket, heading: '号码' })).toMatchObject({ state: 'printed' });
    expect(simulator.papers()[0]?.text).toBe('');
    expect(qrText(simulator.papers()[0]!.bitmap)).toBe(ticket.qrText);
  });
  test('a drawn ticket has no words', async () => {
    const simulator = await simulated();
    const printer = opened(simulator.address, { model: 'epson-vietnam' });
    await soon(() => expect(printer.status().grade).toBe('good'));
    expect(await printer.print(ticket)).toMatchObject({ state: 'printed' });
    expect(simulator.papers()[0]?.text).toBe('');
  });
  test('the options take every model and both modes, and nothing else', () => {
    const { context } = driverBench();
    const options = { driver: 'escpos', address: 'tcp://127.0.0.1:1', widthDots: 384 } as const;
    expect(() => openPrinter({ ...options, model: 'star' as 'epson' }, context, () => {})).toThrow();
    expect(() => openPrinter({ ...options, mode: 'html' as 'text' }, context, () => {})).toThrow();
    closers.push(() =>
      openPrinter({ ...options, model: 'xprinter', mode: 'text' }, context, () => {}).close(),
    );
  });
});

describe('a slow line', () => {
  test('takes bytes at its pace, in order, and answers when it comes to the question', async () => {
    const simulator = await simulated();
    simulator.levers.slow = 2_000;
    const { socket, heard } = await connected(simulator.address);
    const began = performance.now();
    socket.write(Buffer.concat([job, fence]));
    await soon(() => expect(heard()).toEqual([0]));
    // Timers may be late, never early: so many bytes take at least so long.
    expect(performance.now() - began).toBeGreaterThan((job.length / 2_000) * 1_000 - 100);
    expect(simulator.papers()).toHaveLength(1);
    expect(simulator.papers()[0]?.text).toContain('B007');
  });
  test('holds its sender up', async () => {
    const simulator = await simulated();
    simulator.levers.slow = 1_000;
    const { socket } = await connected(simulator.address);
    const { socket: other, heard } = await connected(simulator.address);
    // The system's own buffers hold some megabytes; then nothing goes on.
    for (let each = 0; each < 30; each += 1) socket.write(Buffer.alloc(1_000_000, 0x41));
    other.write(Buffer.concat([job, fence]));
    await soon(() => expect(heard()).toEqual([0]));
    expect(socket.writableLength).toBeGreaterThan(1_000_000);
  });
  test('is as fast as ever once the lever is back', async () => {
    const simulator = await simulated();
    simulator.levers.slow = 1;
    const { socket, heard } = await connected(simulator.address);
    socket.write(Buffer.concat([job, fence]));
    simulator.levers.slow = null;
    await soon(() => expect(heard()).toEqual([0]));
    expect(simulator.papers()[0]?.text).toContain('B007');
  });
  test('a connection that ends while bytes wait leaves nothing behind', async () => {
    const simulator = await simulated();
    simulator.levers.slow = 1;
    const { socket } = await connected(simulator.address);
    socket.write(job);
    socket.destroy();
    await simulator.close();
    expect(simulator.papers()).toEqual([]);
  });
});

test('a clone without any status prints and answers nothing', async () => {
  const simulator = await simulated();
  simulator.levers.silent = true;
  const { socket, heard } = await connected(simulator.address);
  const questions = Buffer.from('1004011d610e1d7201', 'hex');
  socket.write(Buffer.concat([questions, job, fence, Buffer.from('1d28480600303041424344', 'hex')]));
  await soon(() => expect(simulator.papers()).toHaveLength(1));
  expect(heard()).toEqual([]);
});

test('a ticket of a printer without a cutter is torn off when it is done', async () => {
  const simulator = await simulated({ hasCutter: false });
  const printer = opened(simulator.address, { model: 'pos-58', mode: 'text' });
  await soon(() => expect(printer.status().grade).toBe('good'));
  for (const number of ['B001', 'B002'])
    expect(await printer.print({ ...ticket, number })).toMatchObject({ state: 'printed' });
  expect(simulator.papers().map(({ text }) => /B\d+/.exec(text)?.[0])).toEqual(['B002', 'B001']);
});
