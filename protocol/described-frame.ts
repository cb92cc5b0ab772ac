// A board's own small frame, described as data in the set-up: what is sent to show a text and, where the board answers,
// what comes back. hardware/led/described.ts turns it into bytes. Parts stand in the order of the wire.
//
//   { "write": [ { "bytes": "02" }, { "address": "ascii", "width": 2 }, { "text": "ascii" },
//                { "check": "sum8", "from": 1, "as": "hex" }, { "bytes": "03" } ],
//     "answer": [ { "bytes": "06" } ] }
import { z } from 'zod';

const hexBytes = z
  .string()
  .regex(/^([0-9a-f]{2})( ?[0-9a-f]{2})*$/i, 'must be bytes in hexadecimal, such as "02 41"')
  .max(200);

export const framePartSchema = z.union([
  /** Bytes as they stand. */
  z.strictObject({ bytes: hexBytes }),
  /** The board's address: one byte, or `width` digits in decimal or hexadecimal. */
  z.strictObject({ address: z.enum(['byte', 'ascii', 'hex']), width: z.int().min(1).max(4).default(2) }),
  /**
   * The text, at the right in the board's digits: ASCII characters, one BCD digit a byte, two BCD digits a byte, or
   * segments (bit 0 is a … bit 6 is g). `blank` is the byte or nibble of an empty place where it is not the usual one.
   */
  z.strictObject({
    text: z.enum(['ascii', 'bcd', 'packed-bcd', 'segments']),
    reversed: z.boolean().default(false),
    blank: z.int().min(0).max(255).optional(),
    /** For ASCII: in the middle of so many characters instead of at the right of the board's digits. */
    width: z.int().min(1).max(40).optional(),
  }),
  /** How bright, from 1 to `most`, in a frame that dims: one byte or one ASCII digit. */
  z.strictObject({ level: z.enum(['byte', 'ascii']), most: z.int().min(2).max(255) }),
  /** A check over all bytes from part number `from` (0 is the first) up to here. */
  z.strictObject({
    check: z.enum(['sum8', 'xor8', 'lrc8', 'crc16-modbus', 'crc16-ccitt', 'crc16-xmodem']),
    from: z.int().min(0).max(20).default(0),
    as: z.enum(['bytes', 'bytes-low-first', 'hex']).default('bytes'),
  }),
]);
export type FramePart = z.infer<typeof framePartSchema>;

export const describedFrameSchema = z
  .strictObject({
    write: z.array(framePartSchema).min(1).max(20),
    /** Null where the board never answers. */
    answer: z.array(framePartSchema).min(1).max(20).nullable().default(null),
    /** What sets the brightness, where the board can; it is not answered. */
    dim: z.array(framePartSchema).min(1).max(20).optional(),
    answerWithinMs: z.int().min(20).max(5_000).default(300),
    gapMs: z.int().min(0).max(1_000).default(5),
  })
  .refine(({ write }) => write.some((part) => 'text' in part), 'has no part for the text')
  .refine(
    ({ dim }) => dim === undefined || dim.some((part) => 'level' in part),
    'has no part for the level in what dims',
  )
  .refine(
    ({ write, answer, dim }) =>
      [write, answer ?? [], dim ?? []].every((parts) =>
        parts.every((part, index) => !('check' in part) || part.from < index),
      ),
    'has a check over nothing: "from" must name a part before it',
  );
export type DescribedFrame = z.infer<typeof describedFrameSchema>;
