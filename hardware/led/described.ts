// Boards with a maker's own small frame, described as data (protocol/described-frame.ts): most RS-485 number boards are of
// this kind. Pure. Such boards take a text and at the most say that they have; none says what it shows.
import type { DescribedFrame, FramePart } from '../../protocol/described-frame.ts';
import {
  type BoardCodec,
  brightnessLevel,
  centred,
  type Exchange,
  placed,
  type Unit,
  windowOn,
} from './board-codec.ts';
import { checksums } from './checksums.ts';
import { segmentsOf } from './segments.ts';

export function describedCodec(frame: DescribedFrame): BoardCodec {
  return {
    write(unit, text): Exchange {
      const bytes = encoded(frame.write, unit, text);
      if (frame.answer === null) return { bytes, answer: null };
      const wanted = encoded(frame.answer, unit, text);
      return { bytes, answer: (heard) => (contains(heard, wanted) ? { ok: true, shown: null } : undefined) };
    },
    read: null,
    ...(frame.write.some((part) => 'text' in part && part.text === 'ascii')
      ? { texts: 'steps' as const }
      : {}),
    dim:
      frame.dim === undefined
        ? null
        : (unit, percent) => ({ bytes: encoded(frame.dim ?? [], unit, '', percent), answer: null }),
    timing: { answerWithinMs: frame.answer === null ? 0 : frame.answerWithinMs, gapMs: () => frame.gapMs },
  };
}

/** The bytes of a frame for this unit, text and brightness. */
export function encoded(parts: readonly FramePart[], unit: Unit, text: string, percent = 100): Uint8Array {
  const bytes: number[] = [];
  const begins: number[] = [];
  for (const part of parts) {
    begins.push(bytes.length);
    if ('bytes' in part) bytes.push(...Buffer.from(part.bytes.replaceAll(' ', ''), 'hex'));
    else if ('address' in part) bytes.push(...addressBytes(part, unit.address));
    else if ('text' in part) bytes.push(...textBytes(part, text, unit));
    else if ('level' in part) bytes.push(levelByte(part, percent));
    else bytes.push(...checkBytes(part, bytes.slice(begins[part.from] ?? 0)));
  }
  return Uint8Array.from(bytes);
}

function addressBytes({ address, width }: Extract<FramePart, { address: unknown }>, unit: number): number[] {
  if (address === 'byte') return [unit & 0xff];
  const digits = unit.toString(address === 'hex' ? 16 : 10).toUpperCase();
  return ascii(digits.padStart(width, '0').slice(-width));
}

function levelByte({ level, most }: Extract<FramePart, { level: unknown }>, percent: number): number {
  const value = brightnessLevel(percent, most);
  return level === 'byte' ? value : 0x30 + value;
}

function textBytes(
  { text, reversed, blank, width }: Extract<FramePart, { text: unknown }>,
  wanted: string,
  { digits, isWindow }: Unit,
): number[] {
  const inLine = isWindow ? windowOn : centred;
  const shown = width === undefined ? placed(wanted, digits) : inLine(wanted, width);
  const signs = reversed ? [...shown].reverse() : [...shown];
  if (text === 'ascii') return signs.map((sign) => (sign === ' ' ? (blank ?? 0x20) : sign.charCodeAt(0)));
  if (text === 'segments') return signs.map((sign) => (sign === ' ' ? (blank ?? 0) : segmentsOf(sign)));
  const nibbles = signs.map((sign) => (/\d/.test(sign) ? Number(sign) : (blank ?? 0x0f)) & 0x0f);
  if (text === 'bcd') return nibbles;
  const even = nibbles.length % 2 === 0 ? nibbles : [(blank ?? 0x0f) & 0x0f, ...nibbles];
  return even.flatMap((high, index) => (index % 2 === 0 ? [(high << 4) | (even[index + 1] ?? 0)] : []));
}

function checkBytes(
  { check, as }: Extract<FramePart, { check: unknown }>,
  over: readonly number[],
): number[] {
  const { size, of } = checksums[check];
  const value = of(over);
  if (as === 'hex')
    return ascii(
      value
        .toString(16)
        .toUpperCase()
        .padStart(size * 2, '0'),
    );
  const highFirst = size === 1 ? [value] : [value >> 8, value & 0xff];
  return as === 'bytes-low-first' ? highFirst.reverse() : highFirst;
}

function ascii(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}

function contains(heard: Uint8Array, wanted: Uint8Array): boolean {
  return Buffer.from(heard).includes(Buffer.from(wanted));
}
