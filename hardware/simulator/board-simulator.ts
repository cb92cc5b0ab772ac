// Number boards of any protocol behind one TCP port: they read what they are told, answer as such boards do, and say what
// is lit. Levers make single boards silent, and put noise on the line.
import { createServer, type Socket } from 'node:net';
import { type BoardReader, modbusTcpReader } from './board-readers.ts';
import { listening } from './listening.ts';

export type BoardSimulator = {
  readonly address: string;
  /** What a unit shows now, with its blanks. */
  text(unitId: number): string;
  /** Puts something else on a unit, as a jolt of the mains may. */
  overwrite(unitId: number, text: string): void;
  /** Unit ids that do not answer. */
  readonly silent: Set<number>;
  /** Breaks every connection, as a gateway that is switched off and on; what was shown is forgotten. */
  powerCut(): void;
  /** Sends bytes that nobody asked for. */
  noise(bytes: Uint8Array): void;
  /** How bad the line is. */
  readonly line: BoardLine;
  close(): Promise<void>;
};

export type BoardLine = {
  /** Adapters that hear themselves send back every byte they are given. */
  echoes: boolean;
  /** Bytes of noise before each answer, as a bad cable gives them; `chance` says which. */
  noiseBytes: number;
};

const streamAtMost = 4_096;

export async function startBoardSimulator(options: {
  reader?: BoardReader;
  port?: number;
  /** 0 ≤ n < 1, for noise. */
  chance?: () => number;
  changed?: (unitId: number, text: string) => void;
}): Promise<BoardSimulator> {
  const { reader = modbusTcpReader, chance = Math.random, changed = () => {} } = options;
  const line: BoardLine = { echoes: false, noiseBytes: 0 };
  const shown = new Map<number, string>();
  const silent = new Set<number>();
  const sockets = new Set<Socket>();
  const hear = (socket: Socket, stream: Uint8Array): Uint8Array | null => {
    const read = reader(stream);
    if (read === null) return null;
    for (const { unit, text, reply } of read.requests) {
      if (silent.has(unit)) continue;
      if (text !== null) {
        shown.set(unit, text);
        changed(unit, text);
      }
      const answer = reply(shown.get(unit) ?? '');
      if (answer === null) continue;
      if (line.noiseBytes > 0)
        socket.write(Uint8Array.from({ length: line.noiseBytes }, () => Math.floor(chance() * 256)));
      socket.write(answer);
    }
    return stream.subarray(read.taken).slice(-streamAtMost);
  };
  const server = createServer((socket) => {
    let pending: Uint8Array = new Uint8Array();
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      if (line.echoes) socket.write(bytes);
      const rest = hear(socket, Buffer.concat([pending, bytes]));
      if (rest === null) socket.destroy();
      else pending = rest;
    });
  });
  const port = await listening(server, options.port ?? 0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `tcp://127.0.0.1:${port}`,
    text: (unitId) => shown.get(unitId) ?? '',
    overwrite: (unitId, text) => void shown.set(unitId, text),
    ...{ silent, line },
    powerCut() {
      shown.clear();
      cut();
    },
    noise(bytes) {
      for (const socket of sockets) socket.write(bytes);
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
