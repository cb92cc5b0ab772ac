// TCP client for `tcp://host:port`: connects with a time-out, keeps reading, reconnects for ever with growing, jittered
// pauses, and bounds what lies unsent. The pause begins anew after a connection that held.
import { connect, type Socket } from 'node:net';
import type { DriverContext } from '../driver-context.ts';
import { type Transport, TransportError } from './transport.ts';

const connectWithinMs = 3_000;
const firstPauseMs = 250;
const longestPauseMs = 5_000;
const unsentAtMost = 4 * 1024 * 1024;

export function tcpTransport(host: string, port: number, context: DriverContext): Transport {
  const dataListeners: ((bytes: Uint8Array) => void)[] = [];
  const stateListeners: ((connected: boolean) => void)[] = [];
  let socket: Socket | null = null;
  let connected: boolean | null = null;
  let closed = false;
  let pauseMs = firstPauseMs;
  let cancelTimer = () => {};
  /** Ends each send that is on its way when the link is lost. */
  const onTheWay = new Set<() => void>();

  const setState = (state: boolean) => {
    if (connected === state) return;
    connected = state;
    for (const listener of stateListeners) listener(state);
  };
  const open = () => {
    const attempt = connect({ host, port, noDelay: true });
    socket = attempt;
    cancelTimer = context.after(connectWithinMs, () => attempt.destroy());
    attempt.on('connect', () => {
      cancelTimer();
      pauseMs = firstPauseMs;
      setState(true);
    });
    attempt.on('data', (bytes) => {
      for (const listener of dataListeners) listener(bytes);
    });
    attempt.on('error', (error) =>
      context.log('info', 'connection failed', { host, port, error: error.message }),
    );
    attempt.on('close', () => {
      cancelTimer();
      socket = null;
      for (const lost of onTheWay) lost();
      onTheWay.clear();
      setState(false);
      if (closed) return;
      const jittered = pauseMs * (0.5 + context.random());
      pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      cancelTimer = context.after(jittered, open);
    });
  };
  open();
  return {
    get connected() {
      return connected === true;
    },
    send(bytes) {
      const current = socket;
      if (current === null || !connected) return Promise.reject(new TransportError('not-connected'));
      if (current.writableLength + bytes.length > unsentAtMost)
        return Promise.reject(new TransportError('too-much-unsent'));
      return new Promise((resolve, reject) => {
        const lost = () => reject(new TransportError('connection-lost'));
        onTheWay.add(lost);
        current.write(bytes, (error) => {
          onTheWay.delete(lost);
          if (error) lost();
          else resolve();
        });
      });
    },
    onData: (listener) => void dataListeners.push(listener),
    onState: (listener) => void stateListeners.push(listener),
    reopen: () => void socket?.destroy(),
    async close() {
      closed = true;
      cancelTimer();
      const current = socket;
      if (current === null) return;
      await new Promise<void>((resolve) => {
        current.once('close', () => resolve());
        current.destroy();
      });
    },
  };
}
