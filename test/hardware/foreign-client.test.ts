// A foreign print program (receiptio) takes the simulated printer for a real one: it prints, and is told of an open cover
// and of missing paper by the printer's own status.
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type PrinterSimulator, startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';

type Receiptio = { print(markdown: string, options: string): Promise<string> };
const receiptio = createRequire(import.meta.url)('receiptio') as Receiptio;
/** The program knows no port but 9100, so the printer gets a loopback address of its own. */
const host = `127.77.${(process.pid >> 8) & 0xff}.${process.pid & 0xff || 1}`;
let printer: PrinterSimulator;
const door = createServer((client) => {
  const inner = connect(Number(new URL(printer.address).port), '127.0.0.1');
  client.on('error', () => inner.destroy());
  inner.on('error', () => client.destroy());
  client.pipe(inner).pipe(client);
});
beforeAll(async () => {
  printer = await startPrinterSimulator({ widthDots: 576, now: () => 0 });
  await new Promise<void>((resolve) => door.listen(9100, host, resolve));
});
afterAll(async () => {
  await printer.close();
  await new Promise<void>((resolve) => door.close(() => resolve()));
});
beforeEach(() => printer.move({ coverOpen: false, paperOut: false }));
const printed = () => receiptio.print('^^^A001', `-d ${host} -c 42 -p escpos`);

test('it prints', async () => {
  const before = printer.papers().length;
  expect(await printed()).toBe('success');
  expect(printer.papers().length).toBe(before + 1);
});

test('it is told of an open cover', async () => {
  printer.move({ coverOpen: true });
  expect(await printed()).toBe('coveropen');
});

test('it is told that there is no paper', async () => {
  printer.move({ paperOut: true });
  expect(await printed()).toBe('paperempty');
});
