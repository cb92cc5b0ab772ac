// Report tables: what every report gives, whatever it counts, so that each writer (CSV, HTML, JSON) serves them all.
import { z } from 'zod';
import { businessDaySchema } from './ids.ts';

export const reportFormatSchema = z.enum(['json', 'csv', 'xlsx', 'pdf', 'html']);
export type ReportFormat = z.infer<typeof reportFormatSchema>;

/** A cell: words, a number, or nothing. Numbers that are printed in the province's style (25,61) arrive as words. */
export const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type Cell = z.infer<typeof cellSchema>;

export const reportTableSchema = z.object({
  name: z.string(),
  title: z.string(),
  centreName: z.string(),
  from: businessDaySchema,
  to: businessDaySchema,
  columns: z.array(z.object({ id: z.string(), caption: z.string(), align: z.enum(['left', 'right']) })),
  rows: z.array(z.object({ kind: z.enum(['unit', 'total', 'percent']), cells: z.array(cellSchema) })),
  /** How many answered out of how many were served. */
  basis: z.object({ answered: z.int(), served: z.int() }),
  /** The report's own arithmetic, recomputed: empty `failures` is a sound table. */
  checks: z.object({ passed: z.int(), failures: z.array(z.string()) }),
  notes: z.array(z.string()),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

export const reportDescriptionSchema = z.object({
  name: z.string(),
  title: z.string(),
  formats: z.array(reportFormatSchema),
  parameters: z.array(z.object({ name: z.string(), required: z.boolean(), description: z.string() })),
});
export type ReportDescription = z.infer<typeof reportDescriptionSchema>;
