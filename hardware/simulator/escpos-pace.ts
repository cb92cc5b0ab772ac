// Takes bytes off a socket only so fast, as a printer on a slow line does: while some wait here the socket is paused, so
// that the sender's own buffers fill as they would before a real one.
import type { Socket } from 'node:net';

const stepMs = 20;

/** Hands on what comes, at a pace in bytes a second that may change at any time; null is as fast as it comes. */
export function paced(
  socket: Socket,
  bytesPerSecond: () => number | null,
  take: (bytes: Uint8Array) => void,
): void {
  let waiting = Buffer.alloc(0);
  /** Bytes that may be taken already: a slow pace has less than one a step. */
  let credit = 0;
  let timer: NodeJS.Timeout | null = null;
  const step = () => {
    timer = null;
    const pace = bytesPerSecond();
    credit = pace === null ? waiting.length : credit + (pace * stepMs) / 1_000;
    const count = Math.min(waiting.length, Math.floor(credit));
    credit -= count;
    const taken = waiting.subarray(0, count);
    waiting = waiting.subarray(count);
    if (count > 0) take(taken);
    if (waiting.length > 0 && !socket.destroyed) timer = setTimeout(step, stepMs);
    else {
      credit = 0;
      socket.resume();
    }
  };
  socket.on('data', (bytes) => {
    if (bytesPerSecond() === null && waiting.length === 0) return take(bytes);
    waiting = Buffer.concat([waiting, bytes]);
    socket.pause();
    timer ??= setTimeout(step, stepMs);
  });
  socket.on('close', () => {
    if (timer !== null) clearTimeout(timer);
  });
}
