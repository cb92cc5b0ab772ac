// Printer models as data: what each can do beyond taking bytes. A new model is one entry; the set-up names it. Facts are
// from the makers' command references; a model that is not here works as "generic".
import { z } from 'zod';

export const printerModelSchema = z.object({
  name: z.string(),
  /** Which real-time questions (DLE EOT n) it answers: 1 on-line, 2 why off-line, 3 errors, 4 paper. */
  asks: z.array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])),
  /**
   * How it says that a job is on paper: by the job's own id after printing (GS ( H), by answering a question that stands
   * in line behind the job (GS r), or not at all.
   */
  confirms: z.enum(['process-id', 'fence', 'never']),
  /** It tells changes of its condition by itself once asked to (GS a). */
  tells: z.boolean(),
});
export type PrinterModel = z.infer<typeof printerModelSchema>;

export const printerModels = {
  /** TM-T20 and later, TM-T82, TM-T88IV and later, TM-m10, m30, m50. */
  epson: { name: 'Epson TM', asks: [1, 2, 3, 4], confirms: 'process-id', tells: true },
  /** Most clones: real-time status and GS r, no process id. */
  generic: { name: 'ESC/POS', asks: [1, 2, 3, 4], confirms: 'fence', tells: false },
  /** Answers nothing: every job stays unconfirmed. */
  silent: { name: 'ESC/POS without status', asks: [], confirms: 'never', tells: false },
} as const satisfies Record<string, PrinterModel>;
export type PrinterModelId = keyof typeof printerModels;
