// The branded identities and units that all sides share. Identities are short URL-safe words: those in the set-up
// document are written by a technician, those of tickets and visits are made by the server.
import { z } from 'zod';

const word = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
    'must be 1-64 letters, digits, ".", "_" or "-", beginning with a letter or digit',
  );

export const ticketIdSchema = word.brand<'TicketId'>();
export const visitIdSchema = word.brand<'VisitId'>();
export const serviceIdSchema = word.brand<'ServiceId'>();
export const departmentIdSchema = word.brand<'DepartmentId'>();
export const counterIdSchema = word.brand<'CounterId'>();
export const zoneIdSchema = word.brand<'ZoneId'>();
export const seriesIdSchema = word.brand<'SeriesId'>();
export const profileIdSchema = word.brand<'ProfileId'>();
export const priorityClassIdSchema = word.brand<'PriorityClassId'>();
export const ratingFormIdSchema = word.brand<'RatingFormId'>();
export const deviceIdSchema = word.brand<'DeviceId'>();
export const announcementIdSchema = word.brand<'AnnouncementId'>();
/** A picture or video kept beside the journal. */
export const fileIdSchema = word.brand<'FileId'>();
export const operatorIdSchema = word.brand<'OperatorId'>();
/** Chosen by the client; the same id always gives the same answer and never a second event. */
export const commandIdSchema = word.brand<'CommandId'>();

export type TicketId = z.infer<typeof ticketIdSchema>;
export type VisitId = z.infer<typeof visitIdSchema>;
export type ServiceId = z.infer<typeof serviceIdSchema>;
export type DepartmentId = z.infer<typeof departmentIdSchema>;
export type CounterId = z.infer<typeof counterIdSchema>;
export type ZoneId = z.infer<typeof zoneIdSchema>;
export type SeriesId = z.infer<typeof seriesIdSchema>;
export type ProfileId = z.infer<typeof profileIdSchema>;
export type PriorityClassId = z.infer<typeof priorityClassIdSchema>;
export type RatingFormId = z.infer<typeof ratingFormIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type AnnouncementId = z.infer<typeof announcementIdSchema>;
export type FileId = z.infer<typeof fileIdSchema>;
export type OperatorId = z.infer<typeof operatorIdSchema>;
export type CommandId = z.infer<typeof commandIdSchema>;

/** A calendar day in the centre's time zone, `YYYY-MM-DD`. */
export const businessDaySchema = z.iso.date().brand<'BusinessDay'>();
export type BusinessDay = z.infer<typeof businessDaySchema>;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const epochMsSchema = z.number().int();

export const languageSchema = z.enum(['vi', 'en', 'km', 'zh']);
export type Language = z.infer<typeof languageSchema>;

const words = z.string().min(1).max(300);
/** A text that the centre wrote itself: Vietnamese always, other languages where it has them. */
export const centreTextSchema = z.strictObject({
  vi: words,
  en: words.optional(),
  km: words.optional(),
  zh: words.optional(),
});
export type CentreText = z.infer<typeof centreTextSchema>;
