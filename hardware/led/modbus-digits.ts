// Modbus TCP seven-segment boards: one ASCII character to a register, from register 0, leftmost first. Pure.
// Source: MODBUS Application Protocol V1.1b3 (functions 03 and 16), MODBUS Messaging on TCP/IP V1.0b (MBAP header);
// register layout of the common six-digit display meters.
//
//   MBAP      tt tt 00 00 ll ll uu            transaction, protocol 0, length of what follows, unit
//   write     10 00 00 00 nn bb  00 c1 00 c2…  function 16, first register, count, bytes, characters
//   answer    10 00 00 00 nn                   or  90 ee  where the board refuses
//   read      03 00 00 00 nn      answer  03 bb 00 c1 00 c2…
export const modbusFunctions = { read: 0x03, write: 0x10 } as const;

/** The text as registers: right-aligned in `digits` places, blank where nothing stands; what a board cannot show is "-". */
export function digitRegisters(text: string, digits: number): number[] {
  const shown = text.slice(-digits).padStart(digits, ' ');
  return [...shown].map((sign) => (/[ -~]/.test(sign) ? sign.charCodeAt(0) : 0x2d));
}

export function registersText(registers: readonly number[]): string {
  return registers.map((code) => String.fromCharCode(code & 0x7f)).join('');
}

export function writeFrame(transaction: number, unit: number, registers: readonly number[]): Uint8Array {
  const body = [
    modbusFunctions.write,
    0,
    0,
    0,
    registers.length,
    registers.length * 2,
    ...registers.flatMap((each) => [each >> 8, each & 0xff]),
  ];
  return mbap(transaction, unit, body);
}

export function readFrame(transaction: number, unit: number, count: number): Uint8Array {
  return mbap(transaction, unit, [modbusFunctions.read, 0, 0, 0, count]);
}

export function mbap(transaction: number, unit: number, body: readonly number[]): Uint8Array {
  const length = body.length + 1;
  return Uint8Array.from([
    transaction >> 8,
    transaction & 0xff,
    0,
    0,
    length >> 8,
    length & 0xff,
    unit,
    ...body,
  ]);
}

export type ModbusFrame = {
  readonly transaction: number;
  readonly unit: number;
  readonly body: readonly number[];
};
/** A frame longer than this is none of ours; the stream is then given up as out of step. */
const longestFrame = 260;

/** Feeds a stream in and gives the frames complete so far; null once the stream cannot be understood any more. */
export function frameReader(): (bytes: Uint8Array) => ModbusFrame[] | null {
  let pending: number[] = [];
  return (bytes) => {
    pending.push(...bytes);
    const frames: ModbusFrame[] = [];
    while (pending.length >= 7) {
      const [t1 = 0, t0 = 0, p1, p0, l1 = 0, l0 = 0, unit = 0] = pending;
      const length = (l1 << 8) | l0;
      if (p1 !== 0 || p0 !== 0 || length < 2 || length > longestFrame) return null;
      if (pending.length < 6 + length) break;
      frames.push({ transaction: (t1 << 8) | t0, unit, body: pending.slice(7, 6 + length) });
      pending = pending.slice(6 + length);
    }
    return frames;
  };
}
