// A line to boards that answer nothing: what was sent on it is kept, with when.
import type { Transport } from '../../hardware/transport/transport.ts';

export type ScriptedLine = {
  readonly transport: Transport;
  readonly sent: { readonly at: number; readonly bytes: Buffer }[];
  /** The link breaks and is there again. */
  breakOff(): void;
};

export function scriptedLine(now: () => number): ScriptedLine {
  const sent: { at: number; bytes: Buffer }[] = [];
  const told: ((connected: boolean) => void)[] = [];
  let connected = true;
  const say = (next: boolean) => {
    connected = next;
    for (const tell of told) tell(next);
  };
  return {
    sent,
    transport: {
      get connected() {
        return connected;
      },
      get failure() {
        return connected ? null : ('connection-lost' as const);
      },
      ...{ msPerByte: 0, inReports: false },
      async send(bytes) {
        sent.push({ at: now(), bytes: Buffer.from(bytes) });
      },
      onData() {},
      onState: (listener) => void told.push(listener),
      reopen() {},
      close: () => Promise.resolve(),
    },
    breakOff() {
      say(false);
      say(true);
    },
  };
}
