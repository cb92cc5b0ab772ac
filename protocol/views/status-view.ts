// What a status television is shown: how dossiers are progressing, who waits, how satisfied people were today.
// Built by server/application/views/status-view.ts.
import { z } from 'zod';
import { businessDaySchema, centreTextSchema, departmentIdSchema, languageSchema } from '../ids.ts';
import { dossierRowSchema } from '../notices.ts';
import { shownAnnouncementSchema, shownCentreSchema } from './hall-view.ts';

export const statusViewSchema = z.object({
  centre: shownCentreSchema,
  timeZone: z.string(),
  languages: z.array(languageSchema),
  /** As they were imported last; null where they never were. `total` is the sum of the rows. */
  dossiers: z
    .object({
      from: businessDaySchema,
      to: businessDaySchema,
      rows: z.array(dossierRowSchema),
      total: dossierRowSchema.omit({ departmentId: true, name: true }),
    })
    .nullable(),
  /** Departments for which somebody waits, with the longest wait so far. */
  waiting: z.array(
    z.object({
      departmentId: departmentIdSchema,
      name: centreTextSchema,
      waiting: z.int(),
      longestWaitMinutes: z.int(),
    }),
  ),
  /** Of today's finished tickets: how many were rated, and of these how many people were satisfied. */
  today: z.object({ finished: z.int(), rated: z.int(), satisfied: z.int() }),
  announcements: z.array(shownAnnouncementSchema),
});
export type StatusView = z.infer<typeof statusViewSchema>;
