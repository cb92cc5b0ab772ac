// Every other transport under the same contract as TCP: a serial line and a device file on real pseudo terminals, and the
// link in memory; and what each says when it cannot be opened.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { memoryEnd } from '../../hardware/transport/memory-transport.ts';
import { reconnecting } from '../../hardware/transport/reconnecting.ts';
import type { Transport } from '../../hardware/transport/transport.ts';
import { openTransport } from '../../hardware/transport/transports.ts';
import { transportContract } from '../contract/transport-contract.ts';
import { driverBench, soon } from '../support/driver-bench.ts';
import { hasPty, ptyDevice } from '../support/pty.ts';

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});
const opened = (address: string): Transport & { bench: ReturnType<typeof driverBench> } => {
  const bench = driverBench();
  const transport = openTransport(address, bench.context);
  closers.push(() => transport.close());
  return Object.assign(transport, { bench });
};

describe('memory', () =>
  transportContract(async () => {
    const end = memoryEnd();
    const otherEnd = {
      received: () => Buffer.from(end.received()),
      send: end.send,
      breakLink: end.breakLink,
      leave: async () => end.setPresent(false),
      comeBack: async () => end.setPresent(true),
      stopReading: end.stopReading,
      close: async () => {},
    };
    return { otherEnd, open: ({ context }) => reconnecting(end.dial, context, 'memory') };
  }));

describe.skipIf(!hasPty)('serial', () => {
  transportContract(async () => {
    const otherEnd = await ptyDevice();
    return { otherEnd, open: ({ context }) => openTransport(`serial:${otherEnd.path}?baud=115200`, context) };
  });
  test('one that is closed before it was open is free for the next', async () => {
    const line = await ptyDevice();
    closers.push(() => line.close());
    await opened(`serial:${line.path}`).close();
    const next = opened(`serial:${line.path}`);
    await soon(() => {
      next.bench.clock.pass(8_000);
      expect(next.connected).toBe(true);
    });
  });
  test('a port that somebody else holds is said to be taken', async () => {
    const line = await ptyDevice();
    closers.push(() => line.close());
    const first = opened(`serial:${line.path}`);
    await soon(() => expect(first.connected).toBe(true));
    const second = opened(`serial:${line.path}`);
    await soon(() => expect(second.failure).toBe('port-taken'));
    expect(first.connected).toBe(true);
  });
});

describe.skipIf(!hasPty)('a device file', () =>
  transportContract(async () => {
    const otherEnd = await ptyDevice();
    return { otherEnd, open: ({ context }) => openTransport(`file:${otherEnd.path}`, context) };
  }),
);

describe('a plain file', () => {
  test('takes the bytes behind what it holds', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'denluot-file-'));
    closers.push(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'paper.bin');
    writeFileSync(file, 'before');
    const transport = opened(`file:${file}`);
    await soon(() => expect(transport.connected).toBe(true));
    await Promise.all([transport.send(Buffer.from(' one')), transport.send(Buffer.from(' two'))]);
    expect(readFileSync(file, 'utf8')).toBe('before one two');
  });
  test('that is not there is not plugged in', async () => {
    const transport = opened('file:/dev/usb/no-such-printer');
    await soon(() => expect(transport.failure).toBe('not-plugged-in'));
  });
});

describe('a port that is not there', () => {
  test('is not plugged in', async () => {
    const transport = opened('serial:/dev/no-such-port');
    await soon(() => expect(transport.failure).toBe('not-plugged-in'));
    expect(transport.connected).toBe(false);
  });
});

describe('why a link is not there', () => {
  test.each([
    ['EACCES: permission denied, open', 'EACCES', 'no-permission'],
    ['Error: Permission denied, cannot open /dev/ttyUSB0', undefined, 'no-permission'],
    ['LIBUSB_ERROR_ACCESS', 'EACCES', 'no-permission'],
    ['Error Resource temporarily unavailable Cannot lock port', undefined, 'port-taken'],
    ['busy', 'EBUSY', 'port-taken'],
    ['ENOENT: no such file or directory', 'ENOENT', 'not-plugged-in'],
    ['no such device', 'ENODEV', 'not-plugged-in'],
    ['no printer', 'EWRONGDEVICE', 'wrong-device'],
    ['connect ECONNREFUSED', 'ECONNREFUSED', 'unreachable'],
    ['getaddrinfo ENOTFOUND', 'ENOTFOUND', 'unreachable'],
  ])('%s is said as a word that the technician’s page explains', async (message, code, word) => {
    const { context } = driverBench();
    const dial = ({ ended }: { ended(why: Error | null): void }) => {
      setImmediate(() => ended(Object.assign(new Error(message), code === undefined ? {} : { code })));
      return { write() {}, unsent: () => 0, drop() {} };
    };
    const transport = reconnecting(dial, context, 'p');
    await soon(() => expect(transport.failure).toBe(word));
    await transport.close();
  });
});
