// Modbus boards behind a TCP gateway: the transaction number tells a late answer from the one that is waited for. Pure.
// Source: MODBUS Messaging on TCP/IP Implementation Guide V1.0b (MBAP header).
//
//   MBAP   tt tt 00 00 ll ll uu  body…     transaction, protocol 0, length of what follows, unit
import type { Answer, BoardCodec, Exchange, Unit } from './board-codec.ts';
import { answerOf, readBody, writeBody } from './modbus.ts';

export const modbusTcp: BoardCodec = {
  write: (unit, text, turn) => exchange(unit, writeBody(text, unit.digits), turn),
  read: (unit, turn) => exchange(unit, readBody(unit.digits), turn),
  timing: { answerWithinMs: 400, gapMs: () => 0 },
};

function exchange({ address }: Unit, request: readonly number[], turn: number): Exchange {
  const transaction = turn & 0xffff;
  return {
    bytes: mbap(transaction, address, request),
    answer(heard): Answer | undefined {
      const frames = mbapFrames(heard);
      if (frames === null) return { ok: false };
      const mine = frames.find((frame) => frame.transaction === transaction && frame.unit === address);
      return mine === undefined ? undefined : answerOf(request, mine.body);
    },
  };
}

export function mbap(transaction: number, unit: number, body: readonly number[]): Uint8Array {
  const length = body.length + 1;
  return Uint8Array.from([
    ...[transaction >> 8, transaction & 0xff, 0, 0, length >> 8, length & 0xff],
    unit,
    ...body,
  ]);
}

export type MbapFrame = {
  readonly transaction: number;
  readonly unit: number;
  readonly body: readonly number[];
  /** Bytes of the stream up to its end. */
  readonly end: number;
};
/** A frame longer than this is none of ours; the stream is then given up as out of step. */
const longestFrame = 260;

/** The whole frames at the beginning of a stream; null once the stream cannot be understood. */
export function mbapFrames(stream: Uint8Array): MbapFrame[] | null {
  const frames: MbapFrame[] = [];
  let at = 0;
  while (stream.length - at >= 7) {
    const [t1 = 0, t0 = 0, p1, p0, l1 = 0, l0 = 0, unit = 0] = stream.subarray(at, at + 7);
    const length = (l1 << 8) | l0;
    if (p1 !== 0 || p0 !== 0 || length < 2 || length > longestFrame) return null;
    if (stream.length - at < 6 + length) break;
    const end = at + 6 + length;
    frames.push({ transaction: (t1 << 8) | t0, unit, body: [...stream.subarray(at + 7, end)], end });
    at = end;
  }
  return frames;
}
