// What boards show besides calls, written by supervisors over the day and not by technicians: announcements, pictures and
// videos with their hours, zones that are muted, and how dossiers are progressing. One document, apart from the set-up.
import { z } from 'zod';
import {
  announcementIdSchema,
  businessDaySchema,
  centreTextSchema,
  departmentIdSchema,
  epochMsSchema,
  fileIdSchema,
  zoneIdSchema,
} from './ids.ts';
import { timeOfDaySchema } from './time-of-day.ts';

export const noticesVersion = 1;
export const announcementsAtMost = 100;
export const filesAtMost = 200;

/** `zoneId` null: everywhere. `from` and `to` null: from now on, until it is withdrawn. */
export const announcementDraftSchema = z
  .strictObject({
    text: centreTextSchema,
    zoneId: zoneIdSchema.nullable().default(null),
    from: epochMsSchema.nullable().default(null),
    to: epochMsSchema.nullable().default(null),
  })
  .refine(({ text }) => Object.values(text).every((words = '') => words.trim() !== ''), {
    path: ['text'],
    message: 'must have words',
  })
  .refine(({ from, to }) => from === null || to === null || from < to, {
    path: ['to'],
    message: 'must be after from',
  });
export type AnnouncementDraft = z.infer<typeof announcementDraftSchema>;
export const announcementSchema = z.strictObject({
  id: announcementIdSchema,
  text: centreTextSchema,
  zoneId: zoneIdSchema.nullable(),
  from: epochMsSchema.nullable(),
  to: epochMsSchema.nullable(),
  writtenAt: epochMsSchema,
  writtenBy: z.string().max(80),
});
export type Announcement = z.infer<typeof announcementSchema>;

/** When and where a picture or a video is shown. Without days, hours or a zone: always and everywhere. */
export const showingSchema = z.strictObject({
  shown: z.boolean().default(false),
  zoneId: zoneIdSchema.nullable().default(null),
  fromDay: businessDaySchema.nullable().default(null),
  toDay: businessDaySchema.nullable().default(null),
  /** 1 Monday … 7 Sunday; none is every day. */
  weekdays: z.array(z.int().min(1).max(7)).max(7).default([]),
  hours: z.strictObject({ from: timeOfDaySchema, to: timeOfDaySchema }).nullable().default(null),
  /** How long a picture stands; a video is shown to its end. */
  seconds: z.int().min(3).max(600).default(12),
});
export type Showing = z.infer<typeof showingSchema>;
export const fileKindSchema = z.enum(['picture', 'video']);
/** A picture or video kept here: shown on boards, or used as a logo or as an officer's photo. */
export const keptFileSchema = z.strictObject({
  id: fileIdSchema,
  kind: fileKindSchema,
  contentType: z.string().max(60),
  name: z.string().min(1).max(120),
  bytes: z.int().min(1),
  keptAt: epochMsSchema,
  showing: showingSchema,
});
export type KeptFile = z.infer<typeof keptFileSchema>;

const count = z.int().min(0).max(10_000_000);
/** One department's dossiers in the period, as the provincial system counts them. */
export const dossierRowSchema = z.strictObject({
  /** The department of this centre, where it is one. */
  departmentId: departmentIdSchema.nullable().default(null),
  name: z.string().min(1).max(200),
  received: count,
  /** Solved before or on the promised day, and after it. */
  solvedInTime: count,
  solvedLate: count,
  openInTime: count,
  openLate: count,
});
export type DossierRow = z.infer<typeof dossierRowSchema>;
export const dossierFiguresSchema = z.strictObject({
  from: businessDaySchema,
  to: businessDaySchema,
  importedAt: epochMsSchema,
  importedBy: z.string().max(80),
  rows: z.array(dossierRowSchema).min(1).max(100),
});
export type DossierFigures = z.infer<typeof dossierFiguresSchema>;

export const noticesSchema = z.strictObject({
  version: z.literal(noticesVersion),
  announcements: z.array(announcementSchema).max(announcementsAtMost).default([]),
  files: z.array(keptFileSchema).max(filesAtMost).default([]),
  mutedZones: z.array(zoneIdSchema).max(30).default([]),
  dossiers: dossierFiguresSchema.nullable().default(null),
});
export type Notices = z.infer<typeof noticesSchema>;
export const noNotices: Notices = noticesSchema.parse({ version: noticesVersion });
