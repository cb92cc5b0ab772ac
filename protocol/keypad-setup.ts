// Call pads: the names of keys, what a key may do at a counter, and how a pad with a small protocol of its own says which
// key was pressed. A pad's keys are read by hardware/keypad, what they do is done by server/devices.
import { z } from 'zod';

export const padKeys = [
  ...(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const),
  ...(['enter', 'plus', 'minus', 'multiply', 'divide', 'dot', 'backspace'] as const),
] as const;
export const padKeySchema = z.enum(padKeys);
export type PadKey = z.infer<typeof padKeySchema>;

/**
 * - `next`: finish the ticket being served, call the next; with a number typed before it, call that number
 * - `pause`: pause, or go on where the counter is paused
 * - `absent`: nobody came; needs the confirming key after it, so that no slip sends a citizen away
 */
export const padActionSchema = z.enum(['next', 'recall', 'start', 'finish', 'absent', 'pause', 'clear']);
export type PadAction = z.infer<typeof padActionSchema>;

/** Digits always type a number; the other keys may be given any action. */
export const keyActionsSchema = z.partialRecord(
  padKeySchema.exclude(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
  padActionSchema,
);
export type KeyActions = z.infer<typeof keyActionsSchema>;

/** As the keys lie under the fingers of the right hand: the biggest one calls. */
export const usualKeyActions: KeyActions = {
  enter: 'next',
  plus: 'recall',
  minus: 'absent',
  multiply: 'start',
  divide: 'pause',
  dot: 'finish',
  backspace: 'clear',
};

/** Bytes in hexadecimal for each key, with start, address and check as they stand on the wire. */
export const describedKeypadSchema = z
  .partialRecord(
    padKeySchema,
    z.string().regex(/^([0-9a-f]{2}){1,16}$/i, 'must be 1-16 bytes in hexadecimal'),
  )
  .refine((keys) => {
    const all = Object.values(keys).map((bytes) => bytes.toLowerCase());
    return all.length > 0 && new Set(all).size === all.length;
  }, 'must name at least one key, and no two with the same bytes')
  .refine((keys) => {
    const all = Object.values(keys).map((bytes) => bytes.toLowerCase());
    return !all.some((bytes) => all.some((other) => other !== bytes && other.startsWith(bytes)));
  }, "has a key whose bytes begin another key's");
export type DescribedKeypad = z.infer<typeof describedKeypadSchema>;
