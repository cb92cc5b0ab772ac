// The TCP transport under the contract, on a real socket; and what is TCP's own.
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { openTransport } from '../../hardware/transport/transports.ts';
import { type OtherEnd, transportContract } from '../contract/transport-contract.ts';
import { driverBench, soon } from '../support/driver-bench.ts';

async function tcpDevice(): Promise<OtherEnd & { readonly port: number; linksSoFar(): number }> {
  const arrived: Buffer[] = [];
  const sockets = new Set<Socket>();
  let links = 0;
  let server: Server;
  let port = 0;
  const listen = () =>
    new Promise<void>((resolve) => {
      server = createServer((socket) => {
        links += 1;
        sockets.add(socket);
        socket.on('data', (bytes) => void arrived.push(bytes));
        socket.on('error', () => {});
        socket.on('close', () => void sockets.delete(socket));
      });
      server.listen(port, '127.0.0.1', () => {
        port = (server.address() as AddressInfo).port;
        resolve();
      });
    });
  await listen();
  const breakLink = () => {
    for (const socket of sockets) socket.destroy();
  };
  const leave = () => {
    breakLink();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return {
    port,
    received: () => Buffer.concat(arrived),
    send: (bytes) => sockets.forEach((socket) => void socket.write(bytes)),
    breakLink,
    leave,
    comeBack: listen,
    stopReading: () => sockets.forEach((socket) => void socket.pause()),
    linksSoFar: () => links,
    close: leave,
  };
}

describe('tcp', () =>
  transportContract(async () => {
    const otherEnd = await tcpDevice();
    return { otherEnd, open: ({ context }) => openTransport(`tcp://127.0.0.1:${otherEnd.port}`, context) };
  }));

describe('attempts', () => {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });

  test('come after growing pauses, and from the start again after a link that held', async () => {
    const device = await tcpDevice();
    closers.push(() => device.close());
    await device.leave();
    const { clock, context, logged } = driverBench();
    const transport = openTransport(`tcp://127.0.0.1:${device.port}`, context);
    closers.push(() => transport.close());
    let failures = 1;
    for (const pause of [250, 500, 1_000, 2_000, 4_000, 5_000, 5_000]) {
      await soon(() => expect(logged).toHaveLength(failures));
      // The link's end is told after its failure; only then does the pause begin.
      await new Promise((resolve) => setImmediate(resolve));
      clock.pass(pause - 1);
      await new Promise((resolve) => setImmediate(resolve));
      expect(logged).toHaveLength(failures);
      clock.pass(1);
      failures += 1;
    }
    await soon(() => expect(logged).toHaveLength(failures));
    await device.comeBack();
    await soon(() => {
      clock.pass(5_000);
      expect(transport.connected).toBe(true);
    });
    await soon(() => expect(device.linksSoFar()).toBe(1));
    device.breakLink();
    await soon(() => expect(transport.connected).toBe(false));
    clock.pass(250);
    await soon(() => expect(transport.connected).toBe(true));
  });
});

describe('an address', () => {
  test.each([
    '',
    'printer',
    'http://127.0.0.1:9100',
    'serial:/dev/ttyS0?baud=1234',
    'serial:/dev/ttyS0?speed=9600',
  ])('"%s" is refused', (address) => {
    expect(() => openTransport(address, driverBench().context)).toThrow(RangeError);
  });
});
