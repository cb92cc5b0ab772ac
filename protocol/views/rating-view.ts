// What a rating tablet is shown: the form for the ticket just finished, or nothing.
// Built by server/application/views/rating-view.ts.
import { z } from 'zod';
import {
  centreTextSchema,
  epochMsSchema,
  languageSchema,
  ratingFormIdSchema,
  ticketIdSchema,
} from '../ids.ts';
import { counterHeadSchema } from './view-parts.ts';

export const ratingFormViewSchema = z.object({
  id: z.string(),
  questions: z.array(
    z.object({
      id: z.string(),
      text: centreTextSchema,
      choices: z.array(
        z.object({
          id: z.string(),
          label: centreTextSchema,
          sense: z.enum(['satisfied', 'dissatisfied', 'comment']),
          asksComment: z.boolean().optional(),
        }),
      ),
    }),
  ),
});
export const ratingViewSchema = z.object({
  centre: z.object({ name: centreTextSchema }),
  languages: z.array(languageSchema),
  counter: counterHeadSchema,
  operator: z.object({ name: z.string(), unit: z.string(), photoUrl: z.string().nullable() }).nullable(),
  /** The finished ticket that may be rated now; null while idle. */
  open: z
    .object({
      ticketId: ticketIdSchema,
      number: z.string(),
      formId: ratingFormIdSchema,
      form: ratingFormViewSchema,
      openedAt: epochMsSchema,
      closesAt: epochMsSchema,
      /** Who has begun to write a comment has until then; what is written is sent, not lost. */
      writingUntil: epochMsSchema,
    })
    .nullable(),
  /** The ticket whose rating has just been kept, so that every tablet of the counter says thanks. */
  thankedTicketId: ticketIdSchema.nullable(),
});
export type RatingView = z.infer<typeof ratingViewSchema>;
