// Modbus seven-segment boards: one ASCII character to a register, from register 0, leftmost first. What RTU and TCP share:
// the request and answer without what is wrapped around them. Pure.
// Source: MODBUS Application Protocol V1.1b3 (functions 03 and 16); register layout of the common six-digit meters.
//
//   write     10 00 00 00 nn bb  00 c1 00 c2…  function 16, first register, count, bytes, characters
//   answer    10 00 00 00 nn                   or  90 ee  where the board refuses
//   read      03 00 00 00 nn      answer  03 bb 00 c1 00 c2…
import { type Answer, placed } from './board-codec.ts';

export const modbusFunctions = { read: 0x03, write: 0x10 } as const;

export function writeBody(text: string, digits: number): number[] {
  const registers = [...placed(text, digits)].flatMap((sign) => [0, sign.charCodeAt(0)]);
  return [modbusFunctions.write, 0, 0, 0, digits, registers.length, ...registers];
}

export function readBody(digits: number): number[] {
  return [modbusFunctions.read, 0, 0, 0, digits];
}

export function registersText(registers: readonly number[]): string {
  return registers.map((code) => String.fromCharCode(code & 0x7f)).join('');
}

/** What the body of an answer says to the request with this body. */
export function answerOf(request: readonly number[], body: readonly number[]): Answer {
  const [code, ...rest] = body;
  if (code !== request[0]) return { ok: false };
  if (code === modbusFunctions.write) {
    const isWhole = rest.length === 4 && rest.every((byte, index) => byte === request[1 + index]);
    return isWhole ? { ok: true, shown: null } : { ok: false };
  }
  const count = request[4] ?? 0;
  if (rest[0] !== count * 2 || rest.length !== 1 + count * 2) return { ok: false };
  const registers = Array.from(
    { length: count },
    (_, index) => ((rest[1 + index * 2] ?? 0) << 8) | (rest[2 + index * 2] ?? 0),
  );
  return { ok: true, shown: registersText(registers) };
}
