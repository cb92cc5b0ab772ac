// What the parts for browsers need of a browser, in Node: the page's address and language, relative requests, and the
// window's timers, which run when the test says so.
import { vi } from 'vitest';

/** Things that come one by one and are waited for one by one. */
export class Queue<T> {
  readonly #come: T[] = [];
  readonly #awaited: ((thing: T) => void)[] = [];

  readonly add = (thing: T): void => {
    const taker = this.#awaited.shift();
    if (taker === undefined) this.#come.push(thing);
    else taker(thing);
  };

  next(): Promise<T> {
    const [thing] = this.#come.splice(0, 1);
    return thing === undefined ? new Promise((taker) => this.#awaited.push(taker)) : Promise.resolve(thing);
  }

  get left(): number {
    return this.#come.length;
  }
}

export type Browser = {
  /** Each timer of the window, as it is set. */
  readonly timers: Queue<() => void>;
  close(): void;
};

const realFetch = globalThis.fetch;

export function openBrowser(url: string, lang = ''): Browser {
  const timers = new Queue<() => void>();
  const setTimeout = (run: () => void) => {
    timers.add(run);
    return 0;
  };
  vi.stubGlobal('location', new URL(url));
  vi.stubGlobal('document', { documentElement: { lang } });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => realFetch(new URL(path, url), init));
  vi.stubGlobal('window', { setTimeout });
  return { timers, close: () => void vi.unstubAllGlobals() };
}
