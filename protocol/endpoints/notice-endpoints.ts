// What boards show besides calls: announcements, pictures and videos, mutes of zones, the figures of dossiers.
import { z } from 'zod';
import { dossierCsvAtMost } from '../dossier-csv.ts';
import { announcementIdSchema, businessDaySchema, fileIdSchema, zoneIdSchema } from '../ids.ts';
import {
  announcementDraftSchema,
  announcementSchema,
  dossierFiguresSchema,
  filesAtMost,
  keptFileSchema,
  showingSchema,
} from '../notices.ts';
import type { Endpoint } from './endpoint.ts';

const readers = ['supervisor', 'technician', 'guide'] as const;
const editors = ['supervisor', 'technician'] as const;
const announcement = z.object({ announcementId: announcementIdSchema });
const file = z.object({ fileId: fileIdSchema });
const fileName = z
  .string()
  .trim()
  .normalize()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}+$/u, 'must have no control characters');

/** Other hours and days of a picture or video, and another name where one is given. */
export const fileChangeSchema = z
  .strictObject({ name: fileName.optional(), showing: showingSchema })
  .refine(({ showing: { fromDay, toDay } }) => fromDay === null || toDay === null || fromDay <= toDay, {
    path: ['showing', 'toDay'],
    message: 'must not be before fromDay',
  })
  .refine(({ showing: { hours } }) => hours === null || hours.from < hours.to, {
    path: ['showing', 'hours', 'to'],
    message: 'must be after from',
  });
/** A period and the table of dossiers in it, as dossier-csv.ts reads it. */
export const dossierImportSchema = z
  .strictObject({ from: businessDaySchema, to: businessDaySchema, csv: z.string().max(dossierCsvAtMost) })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'must not be before from' });
export const dossiersAnswerSchema = z.object({ dossiers: dossierFiguresSchema.nullable() });
export const filesAnswerSchema = z.object({
  /** In the order of showing. */
  files: z.array(keptFileSchema),
  megabytesAtMost: z.int(),
});
export type FilesAnswer = z.infer<typeof filesAnswerSchema>;

export const noticeEndpoints = {
  announcements: {
    method: 'get',
    path: '/api/v1/announcements',
    summary: 'Announcements: those of now, those to come, and those that are over',
    access: { staff: readers },
    success: 200,
    answer: z.object({ announcements: z.array(announcementSchema) }),
    problems: [],
  },
  announce: {
    method: 'post',
    path: '/api/v1/announcements',
    summary: 'Write an announcement for boards, for all or one zone, from and until a moment',
    access: { staff: editors },
    body: announcementDraftSchema,
    success: 201,
    answer: announcementSchema,
    problems: ['too-many-announcements'],
  },
  'change-announcement': {
    method: 'put',
    path: '/api/v1/announcements/{announcementId}',
    summary: 'Write an announcement anew in its place',
    access: { staff: editors },
    params: announcement,
    body: announcementDraftSchema,
    success: 200,
    answer: announcementSchema,
    problems: ['unknown-announcement'],
  },
  'withdraw-announcement': {
    method: 'delete',
    path: '/api/v1/announcements/{announcementId}',
    summary: 'Withdraw an announcement',
    access: { staff: editors },
    params: announcement,
    success: 204,
    answer: null,
    problems: ['unknown-announcement'],
  },
  files: {
    method: 'get',
    path: '/api/v1/files',
    summary: 'Pictures and videos kept here, in the order of showing',
    access: { staff: readers },
    success: 200,
    answer: filesAnswerSchema,
    problems: [],
  },
  'add-file': {
    method: 'post',
    path: '/api/v1/files',
    summary: 'Keep a picture (PNG, JPEG, WebP, GIF) or a video (MP4, WebM): the body is the file itself',
    access: { staff: editors },
    query: z.object({ name: fileName }),
    takes: ['image/*', 'video/*', 'application/octet-stream'],
    success: 201,
    answer: keptFileSchema,
    problems: ['too-many-files', 'file-too-large', 'wrong-file-type', 'no-room-for-files'],
  },
  'change-file': {
    method: 'put',
    path: '/api/v1/files/{fileId}',
    summary: 'When and where a picture or video is shown, and its name',
    access: { staff: editors },
    params: file,
    body: fileChangeSchema,
    success: 200,
    answer: keptFileSchema,
    problems: ['unknown-file'],
  },
  'move-file': {
    method: 'put',
    path: '/api/v1/files/{fileId}/place',
    summary: 'Put a picture or video at a place in the order of showing, 0 being the first',
    access: { staff: editors },
    params: file,
    body: z.strictObject({
      place: z
        .int()
        .min(0)
        .max(filesAtMost - 1),
    }),
    success: 204,
    answer: null,
    problems: ['unknown-file'],
  },
  'remove-file': {
    method: 'delete',
    path: '/api/v1/files/{fileId}',
    summary: 'Remove a picture or video that is neither the logo nor anybody’s photo',
    access: { staff: editors },
    params: file,
    success: 204,
    answer: null,
    problems: ['unknown-file', 'file-in-use'],
  },
  'zone-sound': {
    method: 'put',
    path: '/api/v1/zones/{zoneId}/sound',
    summary: 'Mute the spoken calls of a zone, or let them be heard again',
    access: { staff: readers },
    params: z.object({ zoneId: zoneIdSchema }),
    body: z.strictObject({ muted: z.boolean() }),
    success: 204,
    answer: null,
    problems: ['not-found'],
  },
  dossiers: {
    method: 'get',
    path: '/api/v1/dossiers',
    summary: 'The figures of dossiers that boards show; null where there are none',
    access: { staff: readers },
    success: 200,
    answer: dossiersAnswerSchema,
    problems: [],
  },
  'put-dossiers': {
    method: 'put',
    path: '/api/v1/dossiers',
    summary: 'Read in the table of dossiers of a period as CSV; a table that does not add up is refused',
    access: { staff: editors },
    body: dossierImportSchema,
    success: 200,
    answer: dossiersAnswerSchema,
    problems: ['invalid-figures'],
  },
  'remove-dossiers': {
    method: 'delete',
    path: '/api/v1/dossiers',
    summary: 'Show no figures of dossiers any more',
    access: { staff: editors },
    success: 204,
    answer: null,
    problems: [],
  },
} as const satisfies Record<string, Endpoint>;
