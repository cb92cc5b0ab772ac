// Printer models as data: what each can do beyond taking bytes. A new model is one entry here and its id in
// protocol/device-setup.ts. Facts are from the makers' command references; a model that is not here works as "generic".
import { z } from 'zod';
import { type PrinterModelId, printerModelIdSchema } from '../../protocol/device-setup.ts';
import { codePageIds, epsonNumbers } from './code-pages.ts';

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
  /** The widths it comes in, each with the characters of font A on a line. */
  widths: z.array(z.object({ dots: z.int().min(1), characters: z.int().min(1) })).min(1),
  /** One without a cutter feeds the ticket out to be torn off. */
  cutter: z.enum(['full', 'partial', 'none']),
  /** Its code pages, the first choice first, with their numbers of ESC t. */
  codePages: z.array(z.object({ page: z.enum(codePageIds), number: z.int().min(0).max(255) })).min(1),
  /** It draws QR codes itself (GS ( k), for a hundredth of the bytes of a picture. */
  drawsQr: z.boolean(),
  /** `two-byte-letters`: takes pairs of bytes above 7F for Chinese letters until it is told not to (FS .). */
  quirks: z.array(z.enum(['two-byte-letters'])),
});
export type PrinterModel = z.infer<typeof printerModelSchema>;

const wide = { dots: 576, characters: 48 };
const narrow = { dots: 384, characters: 32 };
const numbered = <Page extends keyof typeof epsonNumbers>(...pages: Page[]) =>
  pages.map((page) => ({ page, number: epsonNumbers[page] }));

const epson = {
  name: 'Epson TM',
  asks: [1, 2, 3, 4],
  confirms: 'process-id',
  tells: true,
  widths: [wide, narrow],
  cutter: 'partial',
  // Every TM has page 16; the Vietnamese ones are not in every one.
  codePages: numbered('wpc1252'),
  drawsQr: true,
  quirks: [],
} as const satisfies z.input<typeof printerModelSchema>;
const generic = {
  name: 'ESC/POS',
  asks: [1, 2, 3, 4],
  confirms: 'fence',
  tells: false,
  widths: [wide, narrow],
  cutter: 'partial',
  // Clones disagree about what stands above 7F, so nothing of it is used.
  codePages: numbered('ascii'),
  drawsQr: false,
  quirks: [],
} as const satisfies z.input<typeof printerModelSchema>;

const described = {
  /** TM-T20 and later, TM-T82, TM-T88IV and later, TM-m10, m30, m50. */
  epson,
  /**
   * The same with Vietnamese letters in its firmware: its self-test lists pages 30 and 31 (TCVN-3). Which market a printer
   * was made for decides that, not its name, so it is chosen by whoever has seen the self-test.
   */
  'epson-vietnam': {
    ...epson,
    name: 'Epson TM (TCVN-3)',
    codePages: numbered('tcvn3', 'tcvn3-capitals', 'wpc1252'),
  },
  /** Most clones: real-time status and GS r, no process id. */
  generic,
  /** XP-N160, XP-T80, XP-Q80 and the like: as clones, but with page 16 and QR codes of their own. */
  xprinter: {
    ...generic,
    name: 'Xprinter',
    codePages: numbered('wpc1252'),
    drawsQr: true,
    quirks: ['two-byte-letters'],
  },
  /** Small 58 mm printers that have no cutter. */
  'pos-58': { ...generic, name: 'POS-58', widths: [narrow], cutter: 'none' },
  /** Answers nothing: every job stays unconfirmed. */
  silent: { ...generic, name: 'ESC/POS without status', asks: [], confirms: 'never' },
} as const satisfies Record<PrinterModelId, z.input<typeof printerModelSchema>>;

/** Every model by its id, held against the schema once as the program starts. */
export const printerModels: Readonly<Record<PrinterModelId, PrinterModel>> = z
  .record(printerModelIdSchema, printerModelSchema)
  .parse(described);

/** Characters of font A (12 dots wide) on a line of a roll. */
export function charactersPerLine({ widths }: PrinterModel, widthDots: number): number {
  return widths.find(({ dots }) => dots === widthDots)?.characters ?? Math.floor(widthDots / 12);
}
