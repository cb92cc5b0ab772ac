// Modbus boards on a serial line (or behind a gateway that passes RTU frames through): the check tells noise from an
// answer. Pure.
// Source: MODBUS over Serial Line V1.02, RTU mode; published vector 01 06 00 00 00 32 -> 08 1F.
//
//   RTU    uu body… cl ch      unit, request or answer, CRC-16 low byte first; 3.5 characters of silence around it
import type { Answer, BoardCodec, Exchange, Unit } from './board-codec.ts';
import { checksums } from './checksums.ts';
import { answerOf, modbusFunctions, readBody, writeBody } from './modbus.ts';

/** At 19,200 baud and above the silence is fixed, ms. */
const leastGapMs = 1.75;

export const modbusRtu: BoardCodec = {
  write: (unit, text) => exchange(unit, writeBody(text, unit.digits)),
  read: (unit) => exchange(unit, readBody(unit.digits)),
  timing: { answerWithinMs: 300, gapMs: (msPerByte) => Math.max(leastGapMs, 3.5 * msPerByte) },
};

function exchange({ address }: Unit, request: readonly number[]): Exchange {
  return { bytes: rtu(address, request), answer: (heard) => answerIn(heard, address, request) };
}

export function rtu(unit: number, body: readonly number[]): Uint8Array {
  const frame = [unit, ...body];
  const crc = checksums['crc16-modbus'].of(frame);
  return Uint8Array.from([...frame, crc & 0xff, crc >> 8]);
}

/** Looks for the answer at every place: an echo of the request or noise may stand before it. */
function answerIn(heard: Uint8Array, address: number, request: readonly number[]): Answer | undefined {
  const lengths = [5, request[0] === modbusFunctions.write ? 8 : 5 + (request[4] ?? 0) * 2];
  for (let at = 0; at < heard.length; at += 1) {
    if (heard[at] !== address) continue;
    for (const length of lengths) {
      const frame = heard.subarray(at, at + length);
      if (frame.length === length && isWholeRtu(frame) && isAnswer(frame, length))
        return answerOf(request, [...frame.subarray(1, -2)]);
    }
  }
  return undefined;
}

/** Whether a frame ends with its own check. */
export function isWholeRtu(frame: Uint8Array): boolean {
  const crc = checksums['crc16-modbus'].of(frame.subarray(0, -2));
  return frame.at(-2) === (crc & 0xff) && frame.at(-1) === crc >> 8;
}

/** A refusal is five bytes with the highest bit of the function set. */
function isAnswer(frame: Uint8Array, length: number): boolean {
  const isRefusal = ((frame[1] ?? 0) & 0x80) !== 0;
  return isRefusal === (length === 5);
}
