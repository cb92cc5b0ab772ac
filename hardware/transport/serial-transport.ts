// Serial lines for `serial:/dev/ttyUSB0?baud=9600&data=8&parity=none&stop=1&flow=none`: RS-232 and RS-485 adapters with
// automatic direction, through the package `serialport`, which is loaded with the first line. A port that another program
// holds, that may not be opened, or that has been pulled out is a link that failed.
import { z } from 'zod';
import type { Dial } from './reconnecting.ts';

export const serialSettingsSchema = z.strictObject({
  baud: z.coerce
    .number()
    .refine(
      (rate) => [1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200].includes(rate),
      'is no usual rate',
    )
    .default(9600),
  data: z.coerce
    .number()
    .pipe(z.union([z.literal(7), z.literal(8)]))
    .default(8),
  parity: z.enum(['none', 'even', 'odd']).default('none'),
  stop: z.coerce
    .number()
    .pipe(z.union([z.literal(1), z.literal(2)]))
    .default(1),
  flow: z.enum(['none', 'rtscts', 'xonxoff']).default('none'),
});
export type SerialSettings = z.infer<typeof serialSettingsSchema>;

/** Start bit, data, parity and stop bits of one byte on the wire, ms. */
export function msPerByte({ baud, data, parity, stop }: SerialSettings): number {
  return ((1 + data + (parity === 'none' ? 0 : 1) + stop) * 1_000) / baud;
}

/** The part of `serialport` that is used; its own types do not resolve. */
type Port = {
  on(event: 'open' | 'close', listener: () => void): void;
  on(event: 'data', listener: (bytes: Uint8Array) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  /** `done` when the system has taken the bytes; never `drain`, which holds a thread of the pool while a line stands still. */
  write(bytes: Uint8Array, done: (error?: Error | null) => void): void;
  close(done: () => void): void;
  readonly isOpen: boolean;
};
type PortOptions = {
  path: string;
  baudRate: number;
  dataBits: 7 | 8;
  parity: 'none' | 'even' | 'odd';
  stopBits: 1 | 2;
  rtscts: boolean;
  xon: boolean;
  xoff: boolean;
};

export function serialDial(path: string, settings: SerialSettings): Dial {
  return ({ opened, data, ended }) => {
    let port: Port | null = null;
    let unsent = 0;
    let isOver = false;
    const end = (why: Error | null) => {
      if (isOver) return;
      isOver = true;
      ended(why);
    };
    const drop = () => {
      if (port?.isOpen) port.close(() => end(null));
      else end(null);
    };
    void openPort(path, settings).then(
      (made) => {
        // Also where it was dropped meanwhile: the port opens all the same, or fails, and must not be left.
        port = made;
        made.on('open', () => (isOver ? made.close(() => {}) : opened()));
        made.on('data', (bytes) => {
          if (!isOver) data(bytes);
        });
        made.on('error', end);
        made.on('close', () => end(null));
      },
      (error: unknown) => end(error instanceof Error ? error : new Error(String(error))),
    );
    return {
      write(bytes, done) {
        unsent += bytes.length;
        port?.write(bytes, (error) => {
          unsent -= bytes.length;
          done(error ?? null);
        });
      },
      unsent: () => unsent,
      drop,
    };
  };
}

async function openPort(path: string, { baud, data, parity, stop, flow }: SerialSettings): Promise<Port> {
  const { SerialPort } = (await import('serialport')) as { SerialPort: new (options: PortOptions) => Port };
  return new SerialPort({
    ...{ path, baudRate: baud, dataBits: data, parity, stopBits: stop },
    ...{ rtscts: flow === 'rtscts', xon: flow === 'xonxoff', xoff: flow === 'xonxoff' },
  });
}
