// The demonstration's start page: what simulated devices have done, and what a hand may do to them.
// Built by server/devices/simulators.ts.
import { z } from 'zod';
import { deviceIdSchema, epochMsSchema } from '../ids.ts';
import { printerLeverSchema } from '../simulated-deed.ts';

/** Papers newest first, `png` in base64. */
export const simulatorsViewSchema = z.object({
  papers: z.array(
    z.object({
      id: z.string(),
      printerId: deviceIdSchema,
      at: epochMsSchema,
      widthDots: z.int(),
      heightDots: z.int(),
      png: z.string(),
    }),
  ),
  printers: z.array(
    z.object({
      printerId: deviceIdSchema,
      name: z.string(),
      levers: z.record(printerLeverSchema, z.boolean()),
    }),
  ),
  boards: z.array(
    z.object({
      boardId: deviceIdSchema,
      name: z.string(),
      /** Empty for a sign in the lobby. */
      counterNumber: z.string(),
      text: z.string(),
      silent: z.boolean(),
    }),
  ),
  keypads: z.array(z.object({ keypadId: deviceIdSchema, name: z.string(), counterNumber: z.string() })),
  scanners: z.array(z.object({ scannerId: deviceIdSchema, name: z.string() })),
  /** What each loudspeaker has said, newest first. */
  speakers: z.array(
    z.object({
      speakerId: deviceIdSchema,
      name: z.string(),
      said: z.array(z.object({ at: epochMsSchema, text: z.string() })),
    }),
  ),
});
export type SimulatorsView = z.infer<typeof simulatorsViewSchema>;
