// What the hall board and a counter's own board are shown.
// Built by server/application/views/hall-view.ts and counter-board-view.ts.
import { z } from 'zod';
import {
  centreTextSchema,
  counterIdSchema,
  departmentIdSchema,
  epochMsSchema,
  languageSchema,
  zoneIdSchema,
} from '../ids.ts';
import { callViewSchema, counterHeadSchema, counterStatusSchema } from './view-parts.ts';

export const hallViewSchema = z.object({
  centre: z.object({ name: centreTextSchema }),
  timeZone: z.string(),
  languages: z.array(languageSchema),
  zone: z.object({ id: zoneIdSchema, name: centreTextSchema, floor: z.string().nullable() }).nullable(),
  /** The newest call of the whole centre: what is counted from the beginning again is another journal. */
  callSeq: z.int(),
  /** Newest first, at most 20, of this zone (or of all). */
  calls: z.array(callViewSchema),
  nowServing: z.array(
    z.object({
      counterId: counterIdSchema,
      counterNumber: z.string(),
      counterName: centreTextSchema,
      status: counterStatusSchema,
      number: z.string().nullable(),
      ticketStatus: z.enum(['called', 'serving']).nullable(),
      pauseReason: centreTextSchema.nullable(),
    }),
  ),
  missed: z.array(z.object({ number: z.string(), counterNumber: z.string(), at: epochMsSchema })),
  waiting: z.array(
    z.object({
      departmentId: departmentIdSchema,
      name: centreTextSchema,
      short: z.string(),
      waiting: z.int(),
    }),
  ),
});
export type HallView = z.infer<typeof hallViewSchema>;

export const counterBoardViewSchema = z.object({
  timeZone: z.string(),
  languages: z.array(languageSchema),
  counter: counterHeadSchema,
  operatorName: z.string().nullable(),
  serviceName: centreTextSchema.nullable(),
  number: z.string().nullable(),
  ticketStatus: z.enum(['called', 'serving']).nullable(),
  /** The newest call of the ticket in hand; a board blinks when it changes. */
  callSeq: z.int().nullable(),
  calledAt: epochMsSchema.nullable(),
  pauseReason: centreTextSchema.nullable(),
});
export type CounterBoardView = z.infer<typeof counterBoardViewSchema>;
