// USB printers without hardware: Debian's umockdev shows a bus in a sysfs of its own, `usb_bus.py` answers its ioctls as a
// printer would, and a process under umockdev's preload library runs the real transport over the real libusb.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DriverContext } from '../../hardware/driver-context.ts';
import type { Dial, LinkEvents } from '../../hardware/transport/reconnecting.ts';
import type { FoundUsbPrinter } from '../../hardware/transport/usb-devices.ts';
import type { UsbIdentity } from '../../hardware/transport/usb-identity.ts';
import type { FromChild, ToChild } from '../fixtures/umockdev/usb-child.ts';

const wrapper = '/usr/bin/umockdev-wrapper';
/** As `reconnecting.ts` has it. */
const dialWithinMs = 3_000;
const fixtures = new URL('../fixtures/umockdev/', import.meta.url);
const path = (name: string) => fileURLToPath(new URL(name, fixtures));

export type MockedPrinter = {
  readonly port: string;
  readonly vendor: number;
  readonly product: number;
  readonly serial?: string;
  readonly maker?: string;
  readonly name?: string;
  /** The class of its interface; 7 where nothing is said. */
  readonly kind?: number;
  /** False for a printer without a bulk IN endpoint. */
  readonly speaks?: boolean;
  /** Answers each read at once, with an empty packet where it has nothing to say. */
  readonly chatty?: boolean;
  /** Of how many settings its interface is; only the last one speaks both ways. */
  readonly alternates?: number;
  /** Who has the interface: `usblp`, or `usbfs` for another program. */
  readonly driver?: 'usblp' | 'usbfs';
  /** Nobody but root may open it. */
  readonly closed?: boolean;
};
export type UsbBus = {
  plug(printer: MockedPrinter): Promise<void>;
  unplug(port: string): Promise<void>;
  /** What the printer on this port says. */
  send(port: string, bytes: Uint8Array): Promise<void>;
  /** How many bytes it still takes; null: all. */
  take(port: string, bytes: number | null): Promise<void>;
  /** The next transfer to it is refused, and so is every other one until that is cleared. */
  stall(port: string): Promise<void>;
  received(port: string): Buffer;
  /** What was done to a printer's interface, in order. */
  done(port: string): string[];
  readonly folder: string;
  close(): Promise<void>;
};

export async function usbBus(): Promise<UsbBus> {
  const bus = spawn(wrapper, ['/usr/bin/python3', path('usb_bus.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(bus, 'exit');
  const said: { at: string; out?: string; did?: string; unknown?: number }[] = [];
  const answers = new Map<number, () => void>();
  let commands = 0;
  const folder = await new Promise<string>((resolve, reject) => {
    bus.once('exit', () => reject(new Error('the mocked bus has not come up')));
    createInterface({ input: bus.stdout }).on('line', (line) => {
      const what = JSON.parse(line);
      if (what.root !== undefined) resolve(what.root);
      else if (what.done !== undefined) answers.get(what.done)?.();
      else said.push(what);
    });
  });
  const ask = (command: object) =>
    new Promise<void>((resolve) => {
      const id = commands++;
      answers.set(id, resolve);
      bus.stdin.write(`${JSON.stringify({ ...command, id })}\n`);
    });
  const about = (port: string) => said.filter(({ at }) => at === port);
  return {
    plug: (printer) => ask({ do: 'plug', ...printer }),
    unplug: (port) => ask({ do: 'unplug', port }),
    send: (port, bytes) => ask({ do: 'send', port, hex: Buffer.from(bytes).toString('hex') }),
    take: (port, bytes) => ask({ do: 'take', port, bytes }),
    stall: (port) => ask({ do: 'stall', port }),
    received: (port) => Buffer.concat(about(port).map(({ out = '' }) => Buffer.from(out, 'hex'))),
    done: (port) =>
      about(port).flatMap(({ did, unknown }) =>
        did !== undefined ? [did] : unknown !== undefined ? [`unknown ${unknown}`] : [],
      ),
    folder,
    async close() {
      bus.stdin.end();
      await gone;
    },
  };
}

export type UsbProgram = {
  /** The transport's own dial, in the process that sees the bus. */
  dial(wanted: UsbIdentity, withinMs?: number): Dial;
  list(): Promise<FoundUsbPrinter[]>;
  /** What the transport itself counts as unsent on the last link. */
  unsent(): Promise<number>;
  /** Works on as another account. */
  become(user: number): void;
  /** Asks for nothing more; with its exit code once it has ended by itself, without which it is killed. */
  close(): Promise<number | null>;
};

/** A process that sees the bus in `folder`, or without one what is really there. */
export function usbProgram(folder?: string): UsbProgram {
  const preload = { LD_PRELOAD: 'libumockdev-preload.so.0', UMOCKDEV_DIR: folder };
  const child = fork(path('usb-child.ts'), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
    env: { ...process.env, NODE_OPTIONS: '', ...(folder === undefined ? {} : preload) },
  });
  const heard = new Map<number, (what: FromChild) => void>();
  child.on('message', (what: FromChild) => heard.get(what.link)?.(what));
  child.once('exit', () => {
    for (const [link, hear] of heard)
      hear({ link, said: 'ended', code: null, message: 'the program has ended' });
  });
  const tell = (what: ToChild) => {
    if (child.connected) child.send(what);
  };
  const answered = <T>(link: number, ask: ToChild, read: (what: FromChild) => T | undefined) =>
    new Promise<T>((resolve) => {
      const before = heard.get(link);
      heard.set(link, (what) => {
        const found = read(what);
        if (found === undefined) return before?.(what);
        if (before === undefined) heard.delete(link);
        else heard.set(link, before);
        resolve(found);
      });
      tell(ask);
    });
  let links = 0;
  return {
    dial: (wanted, withinMs) => (events) => {
      const link = links++;
      const written = new Map<number, { length: number; done: () => void }>();
      let isDropped = false;
      const opened = () => {
        if (!isDropped) events.opened();
      };
      heard.set(link, (what) => hear(what, { ...events, opened }, written));
      tell({ do: 'dial', link, wanted, ...(withinMs === undefined ? {} : { withinMs }) });
      let writes = 0;
      return {
        write(bytes, done) {
          written.set(writes, { length: bytes.length, done });
          tell({ do: 'write', link, write: writes++, bytes });
        },
        unsent: () => [...written.values()].reduce((sum, { length }) => sum + length, 0),
        drop() {
          isDropped = true;
          tell({ do: 'drop', link });
        },
      };
    },
    list: () => answered(-1, { do: 'list' }, (what) => (what.said === 'listed' ? what.printers : undefined)),
    unsent: () =>
      answered(links - 1, { do: 'unsent', link: links - 1 }, (what) =>
        what.said === 'unsent' ? what.bytes : undefined,
      ),
    become: (user) => tell({ do: 'become', user }),
    close: () => ended(child),
  };
}

/**
 * A manual clock jumps over the time that an attempt may take, while an attempt here goes through three processes: its end
 * is left to the real clock, the pauses between attempts to the manual one.
 */
export function patient(context: DriverContext): DriverContext {
  return {
    ...context,
    after(ms, work) {
      if (ms !== dialWithinMs) return context.after(ms, work);
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  };
}

function hear(
  what: FromChild,
  { opened, data, ended }: LinkEvents,
  written: Map<number, { done: () => void }>,
): void {
  if (what.said === 'opened') opened();
  else if (what.said === 'data') data(what.bytes);
  else if (what.said === 'written') {
    const { done } = written.get(what.write) ?? {};
    written.delete(what.write);
    done?.();
  } else if (what.said === 'ended') {
    const { code, message } = what;
    ended(message === null ? null : Object.assign(new Error(message), code === null ? {} : { code }));
  }
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const exit = once(child, 'exit');
  const kill = setTimeout(() => child.kill('SIGKILL'), 5_000);
  if (child.connected) child.disconnect();
  const [code] = (await exit) as [number | null];
  clearTimeout(kill);
  return code;
}
