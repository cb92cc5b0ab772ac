// The demonstration's start page: what simulated devices have done.
// Built by server/devices/simulators.ts.
import { z } from 'zod';
import { deviceIdSchema, epochMsSchema } from '../ids.ts';

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
  boards: z.array(z.object({ boardId: deviceIdSchema, counterNumber: z.string(), text: z.string() })),
});
export type SimulatorsView = z.infer<typeof simulatorsViewSchema>;
