// What a hand may do to a simulated device in a demonstration: press a key, hold a code before a scanner, move a printer's
// levers, pull a plug.
import { z } from 'zod';
import { padKeySchema } from './keypad-setup.ts';

export const printerLeverSchema = z.enum(['paperOut', 'nearEnd', 'coverOpen', 'cutterJammed', 'silent']);
export type PrinterLever = z.infer<typeof printerLeverSchema>;
export const simulatedDeedSchema = z.union([
  z.strictObject({ press: padKeySchema }),
  z.strictObject({ scan: z.string().min(1).max(500) }),
  z.strictObject({ levers: z.partialRecord(printerLeverSchema, z.boolean()) }),
  /** A board that says nothing any more. */
  z.strictObject({ silent: z.boolean() }),
]);
export type SimulatedDeed = z.infer<typeof simulatedDeedSchema>;
