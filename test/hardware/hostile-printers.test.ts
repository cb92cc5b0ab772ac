// Printers as halls have them: that end the connection after each job, take one connection only, answer with garbage, die
// at any byte, are another device, or are behind a name that nobody answers for. The number is never lost: every job ends
// as printed, as uncertain or as failed, and the driver goes on.
import { createServer } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { replyReader } from '../../hardware/printer/escpos-status.ts';
import { openPrinter } from '../../hardware/printer/printers.ts';
import { listening } from '../../hardware/simulator/listening.ts';
import { startPrinterSimulator } from '../../hardware/simulator/printer-simulator.ts';
import { testTicket } from '../../hardware/test-ticket.ts';
import { openTransport } from '../../hardware/transport/transports.ts';
import { driverBench, soon } from '../support/driver-bench.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const ticket = testTicket('p', new Date(0));
async function simulated() {
  const simulator = await startPrinterSimulator({ widthDots: 576, now: () => 0 });
  closers.push(() => simulator.close());
  return simulator;
}
function opened(address: string) {
  const bench = driverBench();
  const printer = openPrinter({ driver: 'escpos', address, widthDots: 576 }, bench.context, () => {});
  closers.push(() => printer.close());
  return { ...bench, printer };
}
const well = async ({ printer, clock }: ReturnType<typeof opened>) =>
  soon(() => {
    clock.pass(200);
    expect(printer.status().grade).toBe('good');
  });

test('one that ends the connection after each job prints every job', async () => {
  const simulator = await simulated();
  const each = opened(simulator.address);
  simulator.levers.closesAfterJob = true;
  for (const count of [1, 2, 3]) {
    // Of a job that met the end of the connection before nothing came out: it is tried again, as every one is.
    for (let state = ''; state !== 'printed'; ) {
      await well(each);
      const outcome = await each.printer.print(ticket);
      state = outcome.state;
      if (outcome.state !== 'printed')
        expect(outcome).toMatchObject({ state: 'failed', mayHavePrinted: false });
    }
    expect(simulator.papers()).toHaveLength(count);
  }
});

test('one that takes one connection only is had by the second when the first lets go', async () => {
  const simulator = await simulated();
  simulator.levers.takesOneConnection = true;
  const first = opened(simulator.address);
  await well(first);
  const second = opened(simulator.address);
  await soon(() => {
    second.clock.pass(200);
    expect(second.printer.status().grade).toBe('absent');
  });
  expect(await second.printer.print(ticket)).toMatchObject({ state: 'failed', mayHavePrinted: false });
  await first.printer.close();
  await well(second);
  expect((await second.printer.print(ticket)).state).toBe('printed');
});

test('one that dies after any number of bytes leaves each job known, and prints the next', async () => {
  const simulator = await simulated();
  const each = opened(simulator.address);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 60_000 }), async (bytes) => {
      simulator.levers.dieAfterBytes = null;
      await well(each);
      const before = simulator.papers()[0]?.id ?? '';
      simulator.levers.dieAfterBytes = bytes;
      let isOver = false;
      const printing = each.printer.print(ticket).finally(() => {
        isOver = true;
      });
      await soon(() => {
        each.clock.pass(400);
        expect(isOver).toBe(true);
      });
      const outcome = await printing;
      const hasPaper = (simulator.papers()[0]?.id ?? '') !== before;
      if (outcome.state === 'printed') expect(hasPaper).toBe(true);
      if (hasPaper && outcome.state === 'failed') expect(outcome.mayHavePrinted).toBe(true);
    }),
    { numRuns: 25 },
  );
  simulator.levers.dieAfterBytes = null;
  await well(each);
  expect((await each.printer.print(ticket)).state).toBe('printed');
});

test('one that answers garbage is never good, and no job of it is printed', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    // Bytes of no reply: the fixed bits of none of the forms.
    socket.on('data', () => socket.write(Uint8Array.of(0xff, 0xfd, 0x91, 0xff, 0x80)));
  });
  const port = await listening(server, 0);
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const { printer, clock } = opened(`tcp://127.0.0.1:${port}`);
  await soon(() => {
    clock.pass(200);
    expect(printer.status()).toMatchObject({ grade: 'bad', reason: 'wrong-answer' });
  });
  let outcome: unknown = null;
  void printer.print(ticket).then((each) => {
    outcome = each;
  });
  await soon(() => {
    clock.pass(400);
    expect(outcome).not.toBeNull();
  });
  expect(outcome).not.toMatchObject({ state: 'printed' });
});

describe('an address', () => {
  test('whose name nobody answers for is not reached, and does not hold anybody up', async () => {
    const { clock, context } = driverBench();
    const transport = openTransport('tcp://no-such-printer.invalid:9100', context);
    closers.push(() => transport.close());
    await soon(() => {
      clock.pass(500);
      expect(transport.failure).toBe('unreachable');
    });
    expect(transport.connected).toBe(false);
  });
  test('that takes no answer at all is given up after some seconds and tried again', async () => {
    const { clock, context, logged } = driverBench();
    // An address for documentation (RFC 5737): nobody is there, and in many networks nobody says so.
    const transport = openTransport('tcp://192.0.2.1:9100', context);
    closers.push(() => transport.close());
    await soon(() => {
      clock.pass(1_000);
      expect(logged.filter((line) => line === 'connection failed').length).toBeGreaterThan(1);
    });
    expect(transport.failure).toBe('unreachable');
  });
});

test('status bytes between the bytes of a job’s own answer do not hide it, wherever they come', () => {
  const answer = [0x37, 0x22, 0x30, 0x30, 0x30, 0x31, 0x00];
  const told = [0x10, 0x00, 0x00, 0x0f];
  for (const mixed of [
    [...told, ...answer],
    [...answer, ...told],
    [0x12, ...answer, 0x16],
  ]) {
    for (let size = 1; size <= mixed.length; size += 1) {
      const read = replyReader();
      const replies = [];
      for (let at = 0; at < mixed.length; at += size)
        replies.push(...read(Uint8Array.from(mixed.slice(at, at + size))));
      expect(replies).toContainEqual({ kind: 'process-id', id: '0001' });
    }
  }
});
