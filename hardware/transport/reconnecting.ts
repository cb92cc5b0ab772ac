// What every transport shares: it dials at once, dials again for ever with growing, jittered pauses, tells each change of
// state, and bounds what lies unsent. How one link is made is the dialler's affair. The pause begins anew after a link
// that held.
import type { DriverContext } from '../driver-context.ts';
import { type LinkFailure, type Transport, TransportError } from './transport.ts';

const dialWithinMs = 3_000;
const firstPauseMs = 250;
const longestPauseMs = 5_000;
const unsentAtMost = 4 * 1024 * 1024;

/** One link, from its first attempt to its end. `ended` is called exactly once, also for an attempt that failed. */
export type LinkEvents = {
  opened(): void;
  data(bytes: Uint8Array): void;
  /** `why`: what went wrong; null where the link simply ended. */
  ended(why: (Error & { readonly code?: string }) | null): void;
};
export type Link = {
  /** `done` is called once: without an error when the bytes have been handed to the system. */
  write(bytes: Uint8Array, done: (error?: Error | null) => void): void;
  /** Bytes that have been given to `write` and not been handed on yet. */
  unsent(): number;
  /** Ends the link or the attempt; `ended` follows. */
  drop(): void;
};
export type Dial = (events: LinkEvents) => Link;

export function reconnecting(
  dial: Dial,
  context: DriverContext,
  name: string,
  { msPerByte = 0, inReports = false }: { msPerByte?: number; inReports?: boolean } = {},
): Transport {
  const dataListeners: ((bytes: Uint8Array) => void)[] = [];
  const stateListeners: ((connected: boolean) => void)[] = [];
  /** Ends each send that is on its way when the link is lost. */
  const onTheWay = new Set<() => void>();
  let link: Link | null = null;
  let connected: boolean | null = null;
  let failure: LinkFailure | null = null;
  let closed: (() => void) | null = null;
  let pauseMs = firstPauseMs;
  let cancelTimer = () => {};

  const setState = (state: boolean, why: LinkFailure | null) => {
    if (connected === state && failure === why) return;
    connected = state;
    failure = why;
    for (const listener of stateListeners) listener(state);
  };
  const open = () => {
    cancelTimer = context.after(dialWithinMs, () => link?.drop());
    link = dial({
      opened() {
        cancelTimer();
        pauseMs = firstPauseMs;
        setState(true, null);
      },
      data(bytes) {
        for (const listener of dataListeners) listener(bytes);
      },
      ended(why) {
        cancelTimer();
        link = null;
        if (why !== null) context.log('info', 'connection failed', { name, error: why.message });
        for (const lost of onTheWay) lost();
        onTheWay.clear();
        setState(false, connected === true ? 'connection-lost' : afterFailure(failure, failureOf(why)));
        if (closed !== null) return closed();
        cancelTimer = context.after(pauseMs * (0.5 + context.random()), open);
        pauseMs = Math.min(longestPauseMs, pauseMs * 2);
      },
    });
  };
  open();
  return {
    ...{ msPerByte, inReports },
    get connected() {
      return connected === true;
    },
    get failure() {
      return failure;
    },
    send(bytes) {
      if (link === null || !connected) return Promise.reject(new TransportError('not-connected'));
      if (link.unsent() + bytes.length > unsentAtMost)
        return Promise.reject(new TransportError('too-much-unsent'));
      const current = link;
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
    reopen: () => link?.drop(),
    close() {
      cancelTimer();
      return new Promise((resolve) => {
        closed = resolve;
        if (link === null) resolve();
        else link.drop();
      });
    },
  };
}

function failureOf(why: (Error & { readonly code?: string }) | null): LinkFailure {
  const said = `${why?.code ?? ''} ${why?.message ?? ''}`;
  if (/EACCES|EPERM|permission denied/i.test(said)) return 'no-permission';
  if (/EWRONGDEVICE/.test(said)) return 'wrong-device';
  if (/EBUSY|cannot lock port/i.test(said)) return 'port-taken';
  if (/ENOENT|ENODEV|ENXIO|no such file/i.test(said)) return 'not-plugged-in';
  return 'unreachable';
}

/** A link that was lost stays "lost" until an attempt says something more telling than "not reached". */
function afterFailure(before: LinkFailure | null, now: LinkFailure): LinkFailure {
  return before === 'connection-lost' && now === 'unreachable' ? before : now;
}
