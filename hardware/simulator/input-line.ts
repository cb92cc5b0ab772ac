// A line on which a simulated pad or scanner speaks: a TCP port on loopback, whoever connects hears it.
import { createServer, type Socket } from 'node:net';
import { listening } from './listening.ts';

export type InputLine = {
  readonly address: string;
  /** Says these bytes to everybody who listens; false where nobody does. */
  say(bytes: Uint8Array): boolean;
  /** Ends every link, as when the plug is pulled; a new one may be made at once. */
  unplug(): void;
  /** What has been written to the device, newest last. */
  heard(): Uint8Array;
  close(): Promise<void>;
};

const heardAtMost = 4_096;

export async function startInputLine(port = 0): Promise<InputLine> {
  const sockets = new Set<Socket>();
  let heard = Buffer.alloc(0);
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      heard = Buffer.concat([heard, bytes]).subarray(-heardAtMost);
    });
  });
  const unplug = () => {
    for (const socket of sockets) socket.destroy();
  };
  const bound = await listening(server, port);
  return {
    address: `tcp://127.0.0.1:${bound}`,
    say(bytes) {
      for (const socket of sockets) socket.write(bytes);
      return sockets.size > 0;
    },
    unplug,
    heard: () => heard,
    async close() {
      unplug();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
