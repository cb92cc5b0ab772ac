// What every transport does, over its real medium. A runner says how to open one and how to be its other end.
import { afterEach, expect, test } from 'vitest';
import type { Transport } from '../../hardware/transport/transport.ts';
import { TransportError } from '../../hardware/transport/transport.ts';
import { type DriverBench, driverBench, soon } from '../support/driver-bench.ts';

/** The device's end of the medium. */
export type OtherEnd = {
  /** What has arrived on all links so far. */
  received(): Buffer;
  send(bytes: Uint8Array): void;
  /** Breaks the link that is there. */
  breakLink(): void;
  /** Takes the whole device away, or brings it back. */
  leave(): Promise<void>;
  comeBack(): Promise<void>;
  /** From now on nothing is taken off the link. */
  stopReading(): void;
  close(): Promise<void>;
};
export type TransportUnderTest = {
  readonly otherEnd: OtherEnd;
  open(bench: DriverBench): Transport;
};
/** Longer than any pause between two attempts. */
const longPauseMs = 8_000;

export function transportContract(make: () => Promise<TransportUnderTest>): void {
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0).reverse()) await close();
  });
  const opened = async (arrange: (otherEnd: OtherEnd) => Promise<void> = async () => {}) => {
    const { otherEnd, open } = await make();
    closers.push(() => otherEnd.close());
    await arrange(otherEnd);
    const bench = driverBench();
    const transport = open(bench);
    closers.push(() => transport.close());
    const states: boolean[] = [];
    const heard: number[] = [];
    transport.onState((state) => void states.push(state));
    transport.onData((bytes) => void heard.push(...bytes));
    return { ...bench, otherEnd, transport, states, heard };
  };
  const code = (work: Promise<void>) =>
    work.then(
      () => 'sent',
      (error: unknown) => (error instanceof TransportError ? error.code : error),
    );

  test('connects by itself and carries bytes both ways', async () => {
    const { transport, otherEnd, heard, states } = await opened();
    expect(await code(transport.send(Uint8Array.of(1)))).toBe('not-connected');
    await soon(() => expect(transport.connected).toBe(true));
    await transport.send(Uint8Array.of(0, 10, 13, 255));
    await soon(() => expect([...otherEnd.received()]).toEqual([0, 10, 13, 255]));
    otherEnd.send(Uint8Array.of(0, 17, 19, 255));
    await soon(() => expect(heard).toEqual([0, 17, 19, 255]));
    expect(states).toEqual([true]);
  });

  test('says that the device is not reached, and finds it when it comes', async () => {
    const { transport, clock, states, otherEnd } = await opened((otherEnd) => otherEnd.leave());
    await soon(() => expect(states).toEqual([false]));
    await otherEnd.comeBack();
    await soon(() => {
      clock.pass(longPauseMs);
      expect(transport.connected).toBe(true);
    });
    expect(states[0]).toBe(false);
    expect(states.at(-1)).toBe(true);
    expect(states.filter((state) => state)).toHaveLength(1);
  });

  test('notices a broken link, comes back after a pause, and sends nothing twice', async () => {
    const { transport, clock, states, otherEnd } = await opened();
    await soon(() => expect(transport.connected).toBe(true));
    await transport.send(Buffer.from('before'));
    await soon(() => expect(otherEnd.received().toString()).toBe('before'));
    otherEnd.breakLink();
    await soon(() => expect(transport.connected).toBe(false));
    expect(await code(transport.send(Buffer.from('lost')))).toBe('not-connected');
    await soon(() => {
      clock.pass(longPauseMs);
      expect(transport.connected).toBe(true);
    });
    await transport.send(Buffer.from(' after'));
    await soon(() => expect(otherEnd.received().toString()).toBe('before after'));
    expect(states.filter((state) => state)).toHaveLength(2);
    expect(states).toContain(false);
  });

  test('drops a silent link when told to, and connects anew', async () => {
    const { transport, clock, otherEnd, states } = await opened();
    await soon(() => expect(transport.connected).toBe(true));
    transport.reopen();
    await soon(() => expect(transport.connected).toBe(false));
    expect(transport.failure).toBe('connection-lost');
    await soon(() => {
      clock.pass(longPauseMs);
      expect(transport.connected).toBe(true);
    });
    expect(states).toEqual([true, false, true]);
    expect(transport.failure).toBeNull();
    await transport.send(Buffer.from('anew'));
    await soon(() => expect(otherEnd.received().toString()).toBe('anew'));
  });

  test('bounds what lies unsent when nothing is taken, and tells those who wait of a loss', async () => {
    const { transport, otherEnd } = await opened();
    await soon(() => expect(transport.connected).toBe(true));
    otherEnd.stopReading();
    const megabyte = new Uint8Array(1024 * 1024);
    const results = Array.from({ length: 64 }, () => code(transport.send(megabyte)));
    const refused = await Promise.race(results.slice(32));
    expect(refused).toBe('too-much-unsent');
    otherEnd.breakLink();
    const settled = await Promise.all(results);
    expect(settled).toContain('connection-lost');
    expect(new Set(settled)).not.toContain(undefined);
  });

  test('once closed it stays closed', async () => {
    const { transport, clock } = await opened();
    await soon(() => expect(transport.connected).toBe(true));
    await transport.close();
    clock.pass(longPauseMs);
    expect(transport.connected).toBe(false);
    expect(await code(transport.send(Uint8Array.of(1)))).toBe('not-connected');
  });
}
