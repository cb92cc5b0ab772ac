// What boards hear: each protocol's requests read out of a stream, and the bytes a board would answer with. Pure; any split
// of the stream gives the same requests. Noise between frames is passed over where the protocol can tell.
import type { DescribedFrame, FramePart } from '../../protocol/described-frame.ts';
import { encoded } from '../led/described.ts';
import { modbusFunctions, registersText } from '../led/modbus.ts';
import { isWholeRtu, rtu } from '../led/modbus-rtu.ts';
import { mbap, mbapFrames } from '../led/modbus-tcp.ts';
import { segmentsOf } from '../led/segments.ts';

export type BoardRequest = {
  readonly unit: number;
  /** What is to be shown; null where it is only asked. */
  readonly text: string | null;
  /** The answer of a board that shows this now; null where such boards never answer. */
  reply(shown: string): Uint8Array | null;
};
/** Takes what it can off the front of a stream; null where the stream makes no sense any more. */
export type BoardReader = (stream: Uint8Array) => { requests: BoardRequest[]; taken: number } | null;

const registersPerUnit = 6;

function modbusRequest(unit: number, body: readonly number[], wrap: typeof rtu): BoardRequest {
  const [code = 0, , first = 0, , count = 0] = body;
  const refusal = (why: number) => () => wrap(unit, [code | 0x80, why]);
  if (first !== 0 || count > registersPerUnit) return { unit, text: null, reply: refusal(0x02) };
  if (code === modbusFunctions.write) {
    const registers = Array.from({ length: count }, (_, index) => body[7 + index * 2] ?? 0);
    return { unit, text: registersText(registers), reply: () => wrap(unit, [code, 0, 0, 0, count]) };
  }
  if (code !== modbusFunctions.read) return { unit, text: null, reply: refusal(0x01) };
  const values = (shown: string) =>
    [...shown.padEnd(count).slice(0, count)].flatMap((sign) => [0, sign.charCodeAt(0)]);
  return { unit, text: null, reply: (shown) => wrap(unit, [code, count * 2, ...values(shown)]) };
}

export const modbusTcpReader: BoardReader = (stream) => {
  const frames = mbapFrames(stream);
  return (
    frames && {
      requests: frames.map(({ transaction, unit, body }) =>
        modbusRequest(unit, body, (to, answer) => mbap(transaction, to, answer)),
      ),
      taken: frames.at(-1)?.end ?? 0,
    }
  );
};

/** Requests are found by their check, at whatever place they begin. */
export const modbusRtuReader: BoardReader = (stream) => {
  const requests: BoardRequest[] = [];
  let at = 0;
  let taken = 0;
  while (at < stream.length) {
    const length = stream[at + 1] === modbusFunctions.write ? 9 + (stream[at + 6] ?? 0) : 8;
    const frame = stream.subarray(at, at + length);
    if (frame.length === length && isWholeRtu(frame)) {
      requests.push(modbusRequest(frame[0] ?? 0, [...frame.subarray(1, -2)], rtu));
      at += length;
      taken = at;
    } else at += 1;
  }
  return { requests, taken: Math.max(taken, stream.length - 64) };
};

export const cd5220Reader: BoardReader = (stream) => {
  const requests: BoardRequest[] = [];
  let taken = 0;
  for (;;) {
    const from = Buffer.from(stream).indexOf('\x1bQA', taken, 'latin1');
    // The beginning of a command may be the last that has come.
    if (from < 0) return { requests, taken: Math.max(taken, stream.length - 2) };
    if (stream.length < from + 24) return { requests, taken: from };
    const line = Buffer.from(stream.subarray(from + 3, from + 23)).toString('latin1');
    requests.push({ unit: 1, text: line, reply: () => null });
    taken = from + 24;
  }
};

/** Everything between a clearing and the next is what stands on the display. */
export const escposDisplayReader: BoardReader = (stream) => {
  const requests: BoardRequest[] = [];
  let taken = 0;
  for (;;) {
    const from = Buffer.from(stream).indexOf('\x0c\x1f$', taken, 'latin1');
    if (from < 0) return { requests, taken: Math.max(taken, stream.length - 2) };
    const next = Buffer.from(stream).indexOf(0x0c, from + 5);
    const text = Buffer.from(stream.subarray(from + 5, next < 0 ? stream.length : next)).toString('latin1');
    if (stream.length >= from + 5) requests.push({ unit: 1, text, reply: () => null });
    // More of the text may be on its way: it is read again with what follows.
    if (next < 0) return { requests, taken: from };
    taken = next;
  }
};

export const alphaReader: BoardReader = (stream) => {
  const requests: BoardRequest[] = [];
  let taken = 0;
  for (;;) {
    const from = Buffer.from(stream).indexOf('\x01Z', taken, 'latin1');
    const end = from < 0 ? -1 : Buffer.from(stream).indexOf(0x04, from);
    if (end < 0) return { requests, taken: from < 0 ? Math.max(taken, stream.length - 1) : from };
    const packet = Buffer.from(stream.subarray(from, end)).toString('latin1');
    const unit = packet.slice(2, 4);
    const isText =
      packet.slice(4, 8) === '\x02AA\x1b' && /[ab]/.test(packet[9] ?? '') && /^[0-9A-F]{2}$/.test(unit);
    if (isText) requests.push({ unit: Number.parseInt(unit, 16), text: packet.slice(10), reply: () => null });
    taken = end + 1;
  }
};

/** Boards of these addresses and digits that speak a described frame. */
export function describedReader(
  frame: DescribedFrame,
  units: readonly { readonly address: number; readonly digits: number }[],
): BoardReader {
  return (stream) => {
    const requests: BoardRequest[] = [];
    let at = 0;
    let taken = 0;
    while (at < stream.length) {
      const found = units
        .map((unit) => ({ unit, text: textIn(frame.write, unit, stream.subarray(at)) }))
        .find(({ text }) => text !== null);
      if (found === undefined || found.text === null) {
        at += 1;
        continue;
      }
      const { unit, text } = found;
      requests.push({
        unit: unit.address,
        text,
        reply: () => (frame.answer === null ? null : encoded(frame.answer, unit, text)),
      });
      at += encoded(frame.write, unit, text).length;
      taken = at;
    }
    return { requests, taken: Math.max(taken, stream.length - 128) };
  };
}

/** Signs a board can have been told, tried until the frame is the same: a reader that knows the frame only as it is made. */
const signs = [...' 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-'];

/** The text in a frame that begins a stream; null where none begins there. */
function textIn(
  parts: readonly FramePart[],
  unit: { readonly address: number; readonly digits: number },
  stream: Uint8Array,
): string | null {
  const blank = ' '.repeat(unit.digits);
  const length = encoded(parts, unit, blank).length;
  if (stream.length < length) return null;
  const begins = parts.findIndex((part) => 'text' in part);
  const part = parts[begins];
  if (part === undefined || !('text' in part)) return null;
  const from = encoded(parts.slice(0, begins), unit, blank).length;
  const text = textOf(part, stream.subarray(from), part.width ?? unit.digits);
  const same = Buffer.from(encoded(parts, unit, text)).equals(Buffer.from(stream.subarray(0, length)));
  return same ? text : null;
}

function textOf(part: Extract<FramePart, { text: unknown }>, bytes: Uint8Array, digits: number): string {
  const places = Array.from({ length: digits }, (_, index) => index);
  const packedFrom = digits % 2;
  const code = (place: number): number => {
    if (part.text !== 'packed-bcd') return bytes[place] ?? 0;
    const nibble = place + packedFrom;
    const byte = bytes[nibble >> 1] ?? 0;
    return nibble % 2 === 0 ? byte >> 4 : byte & 0x0f;
  };
  const sign = (value: number): string => {
    if (part.text === 'ascii') return value === part.blank ? ' ' : String.fromCharCode(value);
    if (part.text === 'segments')
      return value === (part.blank ?? 0) ? ' ' : (signs.find((each) => segmentsOf(each) === value) ?? '-');
    return value <= 9 ? String(value) : ' ';
  };
  const shown = places.map((place) => sign(code(place)));
  return (part.reversed ? shown.reverse() : shown).join('');
}
