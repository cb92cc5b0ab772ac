// The centre's set-up document: one JSON file that a person can read, compare and copy. Shapes and single fields are
// held here; references between parts are held in setup-consistency.ts; reading and writing are server/setup's.

import { z } from 'zod';
import { arrowSchema, devicesSchema } from './device-setup.ts';
import { defaultDispatch, dispatchSchema } from './dispatch-setup.ts';
import {
  businessDaySchema,
  centreTextSchema,
  counterIdSchema,
  departmentIdSchema,
  fileIdSchema,
  languageSchema,
  operatorIdSchema,
  priorityClassIdSchema,
  profileIdSchema,
  ratingFormIdSchema,
  seriesIdSchema,
  serviceIdSchema,
  zoneIdSchema,
} from './ids.ts';
import { defaultLook, lookSchema } from './look-setup.ts';
import { defaultSpeech, speechSchema } from './speech-setup.ts';
import { timeOfDaySchema } from './time-of-day.ts';

/** How a profile draws from a service where that is not as from the others. */
export const drawTermsSchema = z.strictObject({
  serviceId: serviceIdSchema,
  /** Lower ranks are emptied first. */
  rank: z.int().min(1).max(20).default(1),
  /** What the policy makes of the wait is multiplied by this. */
  weight: z.number().min(0.1).max(10).default(1),
  /** Only helped out while somebody there has waited longer than this. */
  whileWaitOverMinutes: z.int().min(0).max(480).nullable().default(null),
});
export type DrawTerms = z.infer<typeof drawTermsSchema>;

/** The version that this program writes; older documents are upgraded step by step after a backup. */
export const setupVersion = 1;

const timeZone = z.string().refine((zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}, 'must be an IANA time zone such as Asia/Ho_Chi_Minh');

export const sessionSchema = z.strictObject({
  opens: timeOfDaySchema,
  closes: timeOfDaySchema,
  /** Minutes before `closes` at which no more numbers are given. */
  intakeStopsBeforeMinutes: z.int().min(0).max(240).default(0),
});
export const hoursSchema = z.strictObject({
  /** Days of the week on which the centre works: 1 Monday … 7 Sunday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  sessions: z.array(sessionSchema).min(1).max(4),
  holidays: z
    .array(z.strictObject({ date: businessDaySchema, name: centreTextSchema }))
    .max(400)
    .default([]),
});

export const departmentSchema = z.strictObject({
  id: departmentIdSchema,
  name: centreTextSchema,
  /** Two or three letters for small places. */
  short: z.string().min(1).max(12),
});
export const procedureSchema = z.strictObject({
  code: z.string().min(1).max(40).optional(),
  name: centreTextSchema,
});
export const serviceSchema = z.strictObject({
  id: serviceIdSchema,
  departmentId: departmentIdSchema,
  name: centreTextSchema,
  seriesId: seriesIdSchema,
  /** Procedures (TTHC) handled by this service, for look-up at the kiosk. */
  procedures: z.array(procedureSchema).max(400).default([]),
  /** Numbers given per day at most; null is no limit. */
  dailyLimit: z.int().min(1).max(9999).nullable().default(null),
  /** False hides the service at kiosks (it is reached by transfer only). */
  offeredAtKiosk: z.boolean().default(true),
});
/** Numbers read `prefix` + ordinal padded to `digits`: A001 has prefix "A" and 3 digits, 1001 prefix "1" and 3 digits. */
export const seriesSchema = z.strictObject({
  id: seriesIdSchema,
  prefix: z.string().regex(/^[A-Z0-9]{0,2}$/, 'must be up to two capital letters or digits'),
  digits: z.int().min(1).max(4),
  from: z.int().min(0).max(9999).default(1),
  to: z.int().min(1).max(9999),
});
export const zoneSchema = z.strictObject({
  id: zoneIdSchema,
  name: centreTextSchema,
  floor: z.string().max(20).nullable().default(null),
});
export const profileSchema = z.strictObject({
  id: profileIdSchema,
  name: centreTextSchema,
  /** The services from which "next" draws. */
  serviceIds: z.array(serviceIdSchema).max(200),
  terms: z.array(drawTermsSchema).max(200).default([]),
});
export const counterSchema = z.strictObject({
  id: counterIdSchema,
  /** What boards and voices say: "5" is quầy số 5. */
  number: z.string().regex(/^[0-9A-Z]{1,3}$/, 'must be 1-3 digits or capital letters'),
  name: centreTextSchema,
  zoneId: zoneIdSchema,
  profileId: profileIdSchema,
  /** Where it lies as one sees it from the seats; a screen that hangs elsewhere has its own word. */
  arrow: arrowSchema.nullable().default(null),
});
export const priorityClassSchema = z.strictObject({
  id: priorityClassIdSchema,
  name: centreTextSchema,
  askedAtKiosk: z.boolean().default(true),
});
export const roleSchema = z.enum(['operator', 'guide', 'supervisor', 'technician']);
export type Role = z.infer<typeof roleSchema>;
export const staffSchema = z.strictObject({
  username: operatorIdSchema,
  name: z.string().min(1).max(80),
  /** Unit shown beside the name on the rating tablet. */
  unit: z.string().max(120).default(''),
  /** The services that this person may serve; null: all. */
  skills: z.array(serviceIdSchema).max(500).nullable().default(null),
  /** A picture kept here, shown on the counter's board and tablet. */
  photo: fileIdSchema.nullable().default(null),
  roles: z.array(roleSchema).min(1),
  /** "scrypt$N$r$p$salt$hash" (base64url); "demo" is the sample's known password, null may not sign in. */
  password: z.union([
    z.literal('demo'),
    z
      .string()
      .regex(
        /^scrypt\$\d+\$\d+\$\d+\$[\w-]+\$[\w-]+$/,
        'must be "kept" for an account that has one, "new:" and at least 8 characters, or null',
      ),
    z.null(),
  ]),
});
export const setupSchema = z.strictObject({
  version: z.literal(setupVersion),
  /** Raised by one with every kept edit; an edit of an older revision is refused. */
  revision: z.int().min(0).default(0),
  centre: z.strictObject({
    id: z.string().regex(/^[a-z0-9-]{1,40}$/),
    name: centreTextSchema,
    address: z.string().max(200).default(''),
    timeZone: timeZone.default('Asia/Ho_Chi_Minh'),
    /** Stands above the centre's name on the paper; black on white, a PNG or an SVG as a data address. */
    logo: z
      .string()
      .max(200_000)
      .regex(
        /^data:image\/(png|svg\+xml);base64,[A-Za-z0-9+/]+=*$/,
        'must be a PNG or SVG picture as data:image/png;base64,… or data:image/svg+xml;base64,…',
      )
      .nullable()
      .default(null),
    /** Where citizens' phones reach the server, for the ticket's QR code; null leaves the path alone. */
    publicUrl: z.url().nullable().default(null),
    look: lookSchema.default(defaultLook),
  }),
  languages: z.array(languageSchema).min(1).max(5),
  hours: hoursSchema,
  departments: z.array(departmentSchema).min(1).max(100),
  services: z.array(serviceSchema).min(1).max(500),
  series: z.array(seriesSchema).min(1).max(200),
  zones: z.array(zoneSchema).min(1).max(30),
  profiles: z.array(profileSchema).min(1).max(200),
  counters: z.array(counterSchema).min(1).max(200),
  priorityClasses: z.array(priorityClassSchema).max(20).default([]),
  dispatch: dispatchSchema.default(defaultDispatch),
  /** What may come of a service, chosen when it is finished. */
  outcomes: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), name: centreTextSchema }))
    .max(20)
    .default([]),
  pauseReasons: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), name: centreTextSchema }))
    .min(1)
    .max(20),
  limits: z
    .strictObject({
      waitingAtMost: z.int().min(1).max(20_000).default(5_000),
      recallsAtMost: z.int().min(1).max(20).default(5),
      /** The largest picture or video that is taken, megabytes. */
      fileMegabytes: z.int().min(1).max(500).default(60),
    })
    .default({ waitingAtMost: 5_000, recallsAtMost: 5, fileMegabytes: 60 }),
  /** Which rating form is in force from which day; the last one begun applies. */
  ratingForms: z
    .array(z.strictObject({ from: businessDaySchema, formId: ratingFormIdSchema }))
    .min(1)
    .max(50),
  rating: z
    .strictObject({ opensForSeconds: z.int().min(5).max(600).default(30) })
    .default({ opensForSeconds: 30 }),
  reports: z
    .strictObject({ percentDecimals: z.int().min(0).max(3).default(2) })
    .default({ percentDecimals: 2 }),
  speech: speechSchema.default(defaultSpeech),
  devices: devicesSchema,
  staff: z.array(staffSchema).min(1).max(1000),
});
export type Setup = z.infer<typeof setupSchema>;
export type ServiceSetup = Setup['services'][number];
export type CounterSetup = Setup['counters'][number];
export type SeriesSetup = Setup['series'][number];
export type StaffSetup = Setup['staff'][number];
