// What a kiosk is shown: what may be chosen now, and how its newest tickets fared at the printer.
// Built by server/application/views/kiosk-view.ts.
import { z } from 'zod';
import { deviceStatusSchema } from '../device-status.ts';
import {
  centreTextSchema,
  departmentIdSchema,
  epochMsSchema,
  languageSchema,
  priorityClassIdSchema,
  serviceIdSchema,
  ticketIdSchema,
} from '../ids.ts';
import { estimateSchema, printViewSchema } from './view-parts.ts';

export const kioskServiceSchema = z.object({
  id: serviceIdSchema,
  departmentId: departmentIdSchema,
  name: centreTextSchema,
  waiting: z.int(),
  /** Counters open now that serve it. */
  openCounters: z.int(),
  /** For whoever takes a number now without priority; null where nothing is known. */
  estimate: estimateSchema.nullable(),
  /** Null where a number may be taken now; else the refusal's code. */
  closedBecause: z.string().nullable(),
  procedures: z.array(centreTextSchema),
});
/** A ticket whose code has just been held before the kiosk's scanner. */
export const scanViewSchema = z.object({ ticketId: ticketIdSchema, number: z.string(), at: epochMsSchema });
export type ScanView = z.infer<typeof scanViewSchema>;
export const kioskViewSchema = z.object({
  centre: z.object({ name: centreTextSchema, address: z.string() }),
  timeZone: z.string(),
  languages: z.array(languageSchema),
  departments: z.array(z.object({ id: departmentIdSchema, name: centreTextSchema, short: z.string() })),
  services: z.array(kioskServiceSchema),
  priorityClasses: z.array(z.object({ id: priorityClassIdSchema, name: centreTextSchema })),
  /** Null while numbers are given; else the refusal's code and when intake opens again, if that is known. */
  intake: z.object({
    open: z.boolean(),
    opensAt: epochMsSchema.nullable(),
    closesAt: epochMsSchema.nullable(),
  }),
  printer: deviceStatusSchema.nullable(),
  /** How the newest tickets of this kiosk fared at the printer, newest first. */
  prints: z.array(z.object({ ticketId: ticketIdSchema, number: z.string(), print: printViewSchema })),
  /** Null where nothing was scanned lately. */
  scanned: scanViewSchema.nullable(),
});
export type KioskView = z.infer<typeof kioskViewSchema>;
