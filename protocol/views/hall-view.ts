// What the hall board and a counter's own board are shown.
// Built by server/application/views/hall-view.ts and counter-board-view.ts.
import { z } from 'zod';
import { arrowSchema } from '../device-setup.ts';
import {
  announcementIdSchema,
  centreTextSchema,
  counterIdSchema,
  epochMsSchema,
  fileIdSchema,
  languageSchema,
  serviceIdSchema,
  zoneIdSchema,
} from '../ids.ts';
import { fileKindSchema } from '../notices.ts';
import { callViewSchema, counterHeadSchema, counterStatusSchema } from './view-parts.ts';

/** An announcement that is in force now. */
export const shownAnnouncementSchema = z.object({ id: announcementIdSchema, text: centreTextSchema });
export type ShownAnnouncement = z.infer<typeof shownAnnouncementSchema>;
export const shownCentreSchema = z.object({ name: centreTextSchema, logoUrl: z.string().nullable() });

export const hallViewSchema = z.object({
  centre: shownCentreSchema,
  timeZone: z.string(),
  languages: z.array(languageSchema),
  zoneId: zoneIdSchema.nullable(),
  zones: z.array(z.object({ id: zoneIdSchema, name: centreTextSchema, floor: z.string().nullable() })),
  /** The newest call of the whole centre: what is counted from the beginning again is another journal. */
  callSeq: z.int(),
  /** Newest first, at most 20, of this zone (or of all). */
  calls: z.array(callViewSchema),
  nowServing: z.array(
    z.object({
      counterId: counterIdSchema,
      counterNumber: z.string(),
      zoneId: zoneIdSchema,
      /** Where it lies as one sees it before this screen. */
      arrow: arrowSchema.nullable(),
      status: counterStatusSchema,
      number: z.string().nullable(),
      ticketStatus: z.enum(['called', 'serving']).nullable(),
      pauseReason: centreTextSchema.nullable(),
    }),
  ),
  missed: z.array(z.object({ number: z.string(), counterNumber: z.string(), at: epochMsSchema })),
  /** Services for which somebody waits; `prefix` is what their numbers begin with. */
  waiting: z.array(
    z.object({
      serviceId: serviceIdSchema,
      prefix: z.string(),
      name: centreTextSchema,
      waiting: z.int(),
      /** About how long whoever takes a number now waits, minutes from and to; null where nothing is known. */
      estimate: z.object({ fromMinutes: z.int(), toMinutes: z.int() }).nullable(),
    }),
  ),
  announcements: z.array(shownAnnouncementSchema),
  /** Pictures and videos whose hour it is, in their order; `seconds` is a picture's. */
  media: z.array(z.object({ id: fileIdSchema, kind: fileKindSchema, url: z.string(), seconds: z.int() })),
  sound: z.object({
    /** Whether this screen speaks. */
    on: z.boolean(),
    /** How loud the calls of each zone are now, percent; 0 is muted. */
    percents: z.record(z.string(), z.int()),
    announcedForMs: z.int(),
    spokenForMs: z.int(),
  }),
});
export type HallView = z.infer<typeof hallViewSchema>;

export const counterBoardViewSchema = z.object({
  centre: shownCentreSchema,
  timeZone: z.string(),
  languages: z.array(languageSchema),
  counter: counterHeadSchema,
  operatorName: z.string().nullable(),
  operatorPhotoUrl: z.string().nullable(),
  serviceName: centreTextSchema.nullable(),
  number: z.string().nullable(),
  ticketStatus: z.enum(['called', 'serving']).nullable(),
  /** The newest call of the ticket in hand; a board blinks when it changes. */
  callSeq: z.int().nullable(),
  calledAt: epochMsSchema.nullable(),
  pauseReason: centreTextSchema.nullable(),
  /** When the pause is meant to end. */
  backAt: epochMsSchema.nullable(),
});
export type CounterBoardView = z.infer<typeof counterBoardViewSchema>;
