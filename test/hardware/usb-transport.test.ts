// The USB transport under the contract, over the real libusb on a bus that umockdev mocks; and what is USB's own: which
// printer is meant, who else has it, what it refuses, and a machine without any bus.
import { afterEach, describe, expect, test } from 'vitest';
import { reconnecting } from '../../hardware/transport/reconnecting.ts';
import type { Transport } from '../../hardware/transport/transport.ts';
import { usbPrinters } from '../../hardware/transport/usb-devices.ts';
import type { UsbIdentity } from '../../hardware/transport/usb-identity.ts';
import { usbDial } from '../../hardware/transport/usb-transport.ts';
import { type OtherEnd, transportContract } from '../contract/transport-contract.ts';
import { type DriverBench, driverBench, soon } from '../support/driver-bench.ts';
import { hasUmockdev } from '../support/umockdev.ts';
import {
  type MockedPrinter,
  patient,
  type UsbBus,
  type UsbProgram,
  usbBus,
  usbProgram,
} from '../support/umockdev-usb.ts';

const tmT82: UsbIdentity = { vendorId: 0x04b8, productId: 0x0e15 };
const printer: MockedPrinter = {
  ...{ port: '1-1.2', vendor: 0x04b8, product: 0x0e15 },
  ...{ serial: 'X1', maker: 'EPSON', name: 'TM-T82' },
};

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

/** A bus and a program that sees it; the program must end by itself. */
async function bench(...printers: MockedPrinter[]): Promise<{ bus: UsbBus; program: UsbProgram }> {
  const bus = await usbBus();
  closers.push(() => bus.close());
  for (const one of printers) await bus.plug(one);
  const program = usbProgram(bus.folder);
  closers.push(async () => expect(await program.close()).toBe(0));
  return { bus, program };
}
function opened(
  program: UsbProgram,
  wanted: UsbIdentity,
  withinMs?: number,
): Transport & { bench: DriverBench } {
  const bench = driverBench();
  const transport = reconnecting(program.dial(wanted, withinMs), patient(bench.context), 'usb');
  closers.push(() => transport.close());
  return Object.assign(transport, { bench });
}
const connected = (transport: Transport) => soon(() => expect(transport.connected).toBe(true));

describe.skipIf(!hasUmockdev)('usb', () => {
  transportContract(async () => {
    const bus = await usbBus();
    await bus.plug(printer);
    const program = usbProgram(bus.folder);
    const { port } = printer;
    let replugged = Promise.resolve();
    const otherEnd: OtherEnd = {
      received: () => bus.received(port),
      send: (bytes) => void bus.send(port, bytes),
      breakLink() {
        replugged = bus.unplug(port).then(() => bus.plug(printer));
      },
      leave: () => bus.unplug(port),
      comeBack: () => bus.plug(printer),
      stopReading: () => void bus.take(port, 0),
      async close() {
        await replugged;
        await program.close();
        await bus.close();
      },
    };
    return { otherEnd, open: ({ context }) => reconnecting(program.dial(tmT82), patient(context), 'usb') };
  });

  test('puts the kernel driver aside while the link is open, and back after it', async () => {
    const { bus, program } = await bench({ ...printer, driver: 'usblp' });
    const transport = opened(program, tmT82);
    await connected(transport);
    expect(bus.done(printer.port)).toEqual(['detach', 'claim']);
    await transport.close();
    expect(bus.done(printer.port)).toEqual(['detach', 'claim', 'release', 'attach']);
  });

  test('a printer without paper takes the rest when it goes on, and nothing twice', async () => {
    const { bus, program } = await bench(printer);
    const ticket = Uint8Array.from({ length: 40_000 }, (_, at) => at % 251);
    await bus.take(printer.port, 20_000);
    const transport = opened(program, tmT82, 50);
    await connected(transport);
    const sent = transport.send(ticket);
    await soon(async () => expect(await program.unsent()).toBe(20_000));
    await bus.take(printer.port, 5);
    await soon(async () => expect(await program.unsent()).toBe(19_995));
    expect(transport.connected).toBe(true);
    await bus.take(printer.port, null);
    await sent;
    expect(await program.unsent()).toBe(0);
    await soon(() => expect(bus.received(printer.port).equals(ticket)).toBe(true));
  });

  test('a printer that is stuck is let go at once when the link is closed', async () => {
    const { bus, program } = await bench(printer);
    await bus.take(printer.port, 0);
    const transport = opened(program, tmT82);
    await connected(transport);
    const sent = transport.send(Uint8Array.of(1, 2, 3));
    await soon(async () => expect(await program.unsent()).toBe(3));
    await Promise.all([transport.close(), expect(sent).rejects.toThrow('connection-lost')]);
    expect(bus.done(printer.port).at(-1)).toBe('release');
  });

  test('one that refuses a transfer is cleared, and found again', async () => {
    const { bus, program } = await bench(printer);
    const transport = opened(program, tmT82);
    await connected(transport);
    await bus.stall(printer.port);
    await expect(transport.send(Uint8Array.of(1))).rejects.toThrow('connection-lost');
    await soon(() => {
      transport.bench.clock.pass(8_000);
      expect(transport.connected).toBe(true);
    });
    await transport.send(Uint8Array.of(2));
    await soon(() => expect([...bus.received(printer.port)]).toEqual([2]));
    expect(bus.done(printer.port)).toEqual(['claim', 'clear halt', 'release', 'claim']);
  });

  test('a printer that never speaks is written to, and missed when it is pulled out', async () => {
    const { bus, program } = await bench({ ...printer, speaks: false });
    const transport = opened(program, tmT82);
    await connected(transport);
    await transport.send(Uint8Array.of(7));
    await soon(() => expect([...bus.received(printer.port)]).toEqual([7]));
    await bus.unplug(printer.port);
    await soon(() => expect(transport.failure).toBe('connection-lost'));
  });

  test('a printer that answers with nothing is asked again', async () => {
    const { bus, program } = await bench({ ...printer, chatty: true });
    const transport = opened(program, tmT82);
    const heard: number[] = [];
    transport.onData((bytes) => void heard.push(...bytes));
    await connected(transport);
    await soon(() => expect(bus.done(printer.port).slice(0, 3)).toEqual(['claim', 'nothing', 'nothing']));
    await bus.send(printer.port, Uint8Array.of(0x12));
    await soon(() => expect(heard).toEqual([0x12]));
  });

  test('of several settings the one that speaks both ways is taken', async () => {
    const { bus, program } = await bench({ ...printer, alternates: 2 });
    const transport = opened(program, tmT82);
    const heard: number[] = [];
    transport.onData((bytes) => void heard.push(...bytes));
    await connected(transport);
    expect(bus.done(printer.port)).toEqual(['claim', 'alternate 1']);
    await bus.send(printer.port, Uint8Array.of(0x16));
    await soon(() => expect(heard).toEqual([0x16]));
  });
});

describe.skipIf(!hasUmockdev)('which printer is meant', () => {
  const second: MockedPrinter = { ...printer, port: '1-2', serial: 'X2' };

  test.each([
    ['its serial number', { ...tmT82, serial: 'X2' }],
    ['its port', { ...tmT82, port: '1-2' }],
  ])('is told by %s', async (_by, wanted) => {
    const { bus, program } = await bench(printer, second);
    const transport = opened(program, wanted);
    await connected(transport);
    await transport.send(Uint8Array.of(2));
    await soon(() => expect([...bus.received('1-2')]).toEqual([2]));
    expect(bus.done('1-1.2')).toEqual([]);
  });

  test('is known again by its serial number at another port', async () => {
    const { bus, program } = await bench(printer);
    const transport = opened(program, { ...tmT82, serial: 'X1' });
    await connected(transport);
    await bus.unplug(printer.port);
    await soon(() => expect(transport.connected).toBe(false));
    await bus.plug({ ...printer, port: '1-1.4' });
    await soon(() => {
      transport.bench.clock.pass(8_000);
      expect(transport.connected).toBe(true);
    });
    expect(bus.done('1-1.4')).toEqual(['claim']);
  });

  test('all are listed, also while a link is open, which stays open', async () => {
    const { bus, program } = await bench(printer, { port: '1-2', vendor: 0x0416, product: 0x5011 });
    await bus.plug({ ...printer, port: '1-3', kind: 3 });
    const transport = opened(program, tmT82);
    await connected(transport);
    const found = await program.list();
    expect(found.toSorted((a, b) => a.vendorId - b.vendorId)).toEqual([
      {
        ...{ address: 'usb:0416:5011?port=1-2', vendorId: 0x0416, productId: 0x5011 },
        ...{ serial: null, port: '1-2', manufacturer: null, product: null },
      },
      {
        ...{ address: 'usb:04b8:0e15?serial=X1', vendorId: 0x04b8, productId: 0x0e15 },
        ...{ serial: 'X1', port: '1-1.2', manufacturer: 'EPSON', product: 'TM-T82' },
      },
    ]);
    await transport.send(Uint8Array.of(9));
    await soon(() => expect([...bus.received(printer.port)]).toEqual([9]));
  });
});

describe.skipIf(!hasUmockdev)('what is in the way is said', () => {
  const why = (transport: Transport) => soon(() => expect(transport.failure).not.toBeNull());

  test('nobody of that name is plugged in', async () => {
    const { program } = await bench(printer);
    for (const wanted of [
      { ...tmT82, productId: 1 },
      { ...tmT82, serial: 'X9' },
      { ...tmT82, port: '1-7' },
    ]) {
      const transport = opened(program, wanted);
      await why(transport);
      expect(transport.failure).toBe('not-plugged-in');
    }
  });

  test('another program has it, or another link of this one', async () => {
    const { program } = await bench(printer, { ...printer, port: '1-2', driver: 'usbfs' });
    const foreign = opened(program, { ...tmT82, port: '1-2' });
    await why(foreign);
    expect(foreign.failure).toBe('port-taken');
    const first = opened(program, { ...tmT82, port: printer.port });
    await connected(first);
    const second = opened(program, { ...tmT82, serial: 'X1' });
    await why(second);
    expect(second.failure).toBe('port-taken');
    expect(first.connected).toBe(true);
  });

  test('the account may not open it; it is listed without its serial number', async () => {
    const { program } = await bench({ ...printer, closed: true });
    // libusb itself is started by whoever may.
    await program.list();
    if (process.getuid?.() === 0) program.become(65_534);
    for (const wanted of [tmT82, { ...tmT82, serial: 'X1' }]) {
      const transport = opened(program, wanted);
      await why(transport);
      expect(transport.failure).toBe('no-permission');
    }
    expect(await program.list()).toMatchObject([{ serial: null, address: 'usb:04b8:0e15?port=1-1.2' }]);
  });

  test('it is no printer', async () => {
    const { program } = await bench({ ...printer, kind: 3 });
    const ended = await new Promise<(Error & { code?: string }) | null>((resolve) =>
      program.dial(tmT82)({ opened() {}, data() {}, ended: resolve }),
    );
    expect(ended?.code).toBe('EWRONGDEVICE');
  });

  test('it was pulled out', async () => {
    const { bus, program } = await bench(printer);
    const ended = await new Promise<(Error & { code?: string }) | null>((resolve) =>
      program.dial(tmT82)({ opened: () => void bus.unplug(printer.port), data() {}, ended: resolve }),
    );
    expect(ended?.code).toBe('ENODEV');
  });
});

describe('a machine that may have no USB', () => {
  test('lists what there is, and has no such printer', async () => {
    expect(await usbPrinters()).toBeInstanceOf(Array);
    const ended = await new Promise<(Error & { code?: string }) | null>((resolve) =>
      usbDial({ vendorId: 0xffff, productId: 0xfffe })({ opened() {}, data() {}, ended: resolve }),
    );
    expect(ended?.code).toBe('ENODEV');
  });

  test('lets a program end that has asked', async () => {
    const program = usbProgram();
    await program.list();
    expect(await program.close()).toBe(0);
  });
});
