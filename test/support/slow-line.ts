// A line on which every byte takes its time, with Modbus boards that answer ten milliseconds after the last byte; time is a
// test's own.
import { registersText } from '../../hardware/led/modbus.ts';
import { rtu } from '../../hardware/led/modbus-rtu.ts';
import type { Transport } from '../../hardware/transport/transport.ts';
import type { ManualClock } from './manual-clock.ts';

const boardThinksMs = 10;
const bitsPerByte = 10;
const writeRegisters = 0x10;

export type SlowLine = {
  readonly transport: Transport;
  /** Every text a board has been told, oldest first. */
  shown(unitId: number): readonly string[];
  /** When the last byte of the newest write to a board was on the wire, epoch ms. */
  writtenAt(unitId: number): number | undefined;
  pass(ms: number): void;
};

export function slowLine(clock: ManualClock, baud: number): SlowLine {
  const msPerByte = (bitsPerByte * 1_000) / baud;
  const texts = new Map<number, string[]>();
  const writtenAt = new Map<number, number>();
  let hear = (_bytes: Uint8Array) => {};
  const transport: Transport = {
    ...{ connected: true, failure: null, msPerByte, inReports: false },
    send(bytes) {
      const [unit = 0, code = 0] = bytes;
      const registers = Array.from({ length: bytes[5] ?? 0 }, (_, index) => bytes[8 + index * 2] ?? 0);
      if (code === writeRegisters) {
        texts.set(unit, [...(texts.get(unit) ?? []), registersText(registers)]);
        writtenAt.set(unit, clock.now() + bytes.length * msPerByte);
      }
      const count = bytes[5] ?? 0;
      const now = texts.get(unit)?.at(-1) ?? '';
      const values = [...now.padEnd(count).slice(0, count)].flatMap((sign) => [0, sign.charCodeAt(0)]);
      const answer =
        code === writeRegisters ? rtu(unit, [code, 0, 0, 0, count]) : rtu(unit, [code, count * 2, ...values]);
      clock.after((bytes.length + answer.length) * msPerByte + boardThinksMs, () => hear(answer));
      return Promise.resolve();
    },
    onData(listener) {
      hear = listener;
    },
    onState: () => {},
    reopen: () => {},
    close: () => Promise.resolve(),
  };
  return {
    transport,
    shown: (unitId) => texts.get(unitId) ?? [],
    writtenAt: (unitId) => writtenAt.get(unitId),
    pass(ms) {
      for (let step = 0; step < ms; step += 1) clock.pass(1);
    },
  };
}
