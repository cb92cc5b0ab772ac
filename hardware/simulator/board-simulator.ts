// A Modbus TCP gateway with number boards behind it: keeps the registers of each unit, answers writes and reads, and
// says what is lit. Levers make single units silent.
import { createServer, type Socket } from 'node:net';
import {
  digitRegisters,
  frameReader,
  type ModbusFrame,
  mbap,
  modbusFunctions,
  registersText,
} from '../led/modbus-digits.ts';
import { listening } from './listening.ts';

export type BoardSimulator = {
  readonly address: string;
  /** What a unit shows now, with its blanks. */
  text(unitId: number): string;
  /** Puts something else on a unit, as a jolt of the mains may. */
  overwrite(unitId: number, text: string): void;
  /** Unit ids that do not answer. */
  readonly silent: Set<number>;
  /** Breaks every connection, as a gateway that is switched off and on; registers are forgotten. */
  powerCut(): void;
  close(): Promise<void>;
};

const registersPerUnit = 6;

export async function startBoardSimulator(options: {
  port?: number;
  changed?: (unitId: number, text: string) => void;
}): Promise<BoardSimulator> {
  const units = new Map<number, number[]>();
  const silent = new Set<number>();
  const sockets = new Set<Socket>();
  const registersOf = (unitId: number) => {
    const registers = units.get(unitId) ?? Array.from({ length: registersPerUnit }, () => 0x20);
    units.set(unitId, registers);
    return registers;
  };
  const answer = ({ transaction, unit, body }: ModbusFrame): Uint8Array | null => {
    if (silent.has(unit)) return null;
    const [code = 0, , first = 0, , count = 0] = body;
    if (first + count > registersPerUnit) return mbap(transaction, unit, [code | 0x80, 0x02]);
    const registers = registersOf(unit);
    if (code === modbusFunctions.write) {
      for (let index = 0; index < count; index += 1)
        registers[first + index] = ((body[6 + index * 2] ?? 0) << 8) | (body[7 + index * 2] ?? 0);
      options.changed?.(unit, registersText(registers));
      return mbap(transaction, unit, [code, 0, first, 0, count]);
    }
    if (code !== modbusFunctions.read) return mbap(transaction, unit, [code | 0x80, 0x01]);
    const values = registers.slice(first, first + count).flatMap((each) => [each >> 8, each & 0xff]);
    return mbap(transaction, unit, [code, values.length, ...values]);
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    const read = frameReader();
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (bytes) => {
      const frames = read(bytes);
      if (frames === null) return void socket.destroy();
      for (const frame of frames) {
        const reply = answer(frame);
        if (reply !== null) socket.write(reply);
      }
    });
  });
  const port = await listening(server, options.port ?? 0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    address: `tcp://127.0.0.1:${port}`,
    text: (unitId) => registersText(units.get(unitId) ?? []),
    overwrite(unitId, text) {
      units.set(unitId, digitRegisters(text.padEnd(registersPerUnit), registersPerUnit));
    },
    silent,
    powerCut() {
      units.clear();
      cut();
    },
    async close() {
      cut();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
