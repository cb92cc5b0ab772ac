// A link in memory: the transport and its other end as one pair, for drivers that are tried without any medium.
import type { Dial, LinkEvents } from './reconnecting.ts';

export type MemoryEnd = {
  readonly dial: Dial;
  /** Everything that has arrived, in order. */
  received(): Uint8Array;
  onData(listener: (bytes: Uint8Array) => void): void;
  send(bytes: Uint8Array): void;
  breakLink(): void;
  /** Whether the other end is there; false refuses every attempt. */
  setPresent(isPresent: boolean): void;
  /** From now on what is sent stays unsent. */
  stopReading(): void;
  linksSoFar(): number;
};

export function memoryEnd(): MemoryEnd {
  const arrived: Uint8Array[] = [];
  const listeners: ((bytes: Uint8Array) => void)[] = [];
  let events: LinkEvents | null = null;
  let unsent = 0;
  let isPresent = true;
  let isReading = true;
  let links = 0;
  const breakLink = () => events?.ended(null);
  return {
    dial(link) {
      let isOver = false;
      const mine: LinkEvents = {
        ...link,
        ended(why) {
          if (isOver) return;
          isOver = true;
          if (events === mine) events = null;
          unsent = 0;
          link.ended(why);
        },
      };
      setImmediate(() => {
        if (isOver) return;
        if (!isPresent) return mine.ended(new Error('nobody is there'));
        links += 1;
        events = mine;
        link.opened();
      });
      return {
        write(bytes, done) {
          if (!isReading) {
            unsent += bytes.length;
            return;
          }
          arrived.push(bytes);
          for (const listener of listeners) listener(bytes);
          queueMicrotask(done);
        },
        unsent: () => unsent,
        drop: () => mine.ended(null),
      };
    },
    received: () => new Uint8Array(Buffer.concat(arrived)),
    onData: (listener) => void listeners.push(listener),
    send: (bytes) => events?.data(bytes),
    breakLink,
    setPresent(is) {
      isPresent = is;
      if (!is) breakLink();
    },
    stopReading() {
      isReading = false;
    },
    linksSoFar: () => links,
  };
}
