// A device file for `file:/dev/usb/lp0` (a USB printer under the kernel's usblp), or a plain file that takes the bytes.
// Opened without blocking: a printer that has stopped must not hold a thread of the pool, because four of them would stop
// the journal too. Such files tell nobody when they are ready, so reading and writing are tried again from time to time.
import { access, close, constants, fstat, open, read, stat, write } from 'node:fs';
import type { Dial, LinkEvents } from './reconnecting.ts';

const tryAgainMs = 20;
const readAtMost = 4_096;

type Waiting = { readonly bytes: Uint8Array; sent: number; readonly done: (error?: Error | null) => void };

export function deviceFileDial(path: string): Dial {
  return (events) => {
    let file: OpenFile | null = null;
    let isOver = false;
    const end = (why: Error | null) => {
      if (isOver) return;
      isOver = true;
      file?.stop();
      events.ended(why);
    };
    opened(path, (refused, made) => {
      if (refused !== null) return end(refused);
      if (isOver) return close(made.descriptor, () => {});
      file = openFile({ path, ...made }, events, end);
      events.opened();
    });
    return {
      write: (bytes, done) => file?.write(bytes, done),
      unsent: () => file?.unsent() ?? 0,
      drop: () => end(null),
    };
  };
}

const deviceFlags = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;
const plainFlags = constants.O_WRONLY | constants.O_APPEND;
/** `device`: which one it is; null for a plain file. */
type Opened = { readonly descriptor: number; readonly device: number | null };

/** Opens a device for both ways; a plain file, which only takes, at its end. What it is is known once it is open. */
function opened(path: string, done: (refused: Error | null, made: Opened) => void): void {
  const none = { descriptor: -1, device: null };
  open(path, deviceFlags, (refused, descriptor) => {
    if (refused) return done(refused, none);
    fstat(descriptor, (unknown, stats) => {
      if (!unknown && stats.isCharacterDevice()) return done(null, { descriptor, device: stats.rdev });
      close(descriptor, () =>
        open(path, plainFlags, (closed, plain) =>
          done(closed, closed ? none : { descriptor: plain, device: null }),
        ),
      );
    });
  });
}

type OpenFile = {
  write(bytes: Uint8Array, done: (error?: Error | null) => void): void;
  unsent(): number;
  stop(): void;
};

function openFile(
  { path, device, descriptor }: { path: string } & Opened,
  events: LinkEvents,
  end: (why: Error | null) => void,
): OpenFile {
  const buffer = new Uint8Array(readAtMost);
  const waiting: Waiting[] = [];
  let readTimer: NodeJS.Timeout | undefined;
  let writeTimer: NodeJS.Timeout | undefined;
  let isWriting = false;
  let stopped = false;

  const listen = () =>
    read(descriptor, buffer, 0, readAtMost, null, (error, length) => {
      if (stopped) return;
      if (error && !isBusy(error)) return end(error);
      if (!error && length > 0) {
        events.data(buffer.slice(0, length));
        return listen();
      }
      if (!error) checkThere();
      readTimer = setTimeout(listen, tryAgainMs).unref();
    });
  const send = () => {
    const [next] = waiting;
    if (next === undefined || isWriting || stopped) return;
    isWriting = true;
    write(descriptor, next.bytes, next.sent, next.bytes.length - next.sent, null, (error, length) => {
      isWriting = false;
      if (stopped) return;
      if (error && !isBusy(error)) return end(error);
      if (error) {
        writeTimer = setTimeout(send, tryAgainMs).unref();
        return;
      }
      next.sent += length;
      if (next.sent === next.bytes.length) {
        waiting.shift();
        next.done();
      }
      send();
    });
  };
  // Nothing read may be nothing said, or a device that has been pulled out.
  const checkThere = () =>
    stat(path, (unknown, now) => {
      if (!unknown && now.rdev !== device) end(new Error('another device is there now'));
      if (unknown) access(path, (missing) => missing && end(missing));
    });
  if (device !== null) listen();
  return {
    write(bytes, done) {
      waiting.push({ bytes, sent: 0, done });
      send();
    },
    unsent: () => waiting.reduce((sum, { bytes, sent }) => sum + bytes.length - sent, 0),
    stop() {
      stopped = true;
      clearTimeout(readTimer);
      clearTimeout(writeTimer);
      close(descriptor, () => {});
    },
  };
}

function isBusy(error: NodeJS.ErrnoException): boolean {
  return error.code === 'EAGAIN' || error.code === 'EWOULDBLOCK';
}
