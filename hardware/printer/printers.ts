// The table of printer drivers, each with the schema of its options: a new driver is a new file and one line here.
import { z } from 'zod';
import { type PrinterModelId, printerModelIdSchema } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { DriverContext } from '../driver-context.ts';
import type { Transport } from '../transport/transport.ts';
import { openTransport } from '../transport/transports.ts';
import { escposPrinter, type PrinterMode } from './escpos-printer.ts';
import type { TicketPrinter } from './ticket-printer.ts';

type Driver<Options> = {
  readonly options: z.ZodType<Options>;
  readonly open: (
    options: Options,
    transport: Transport,
    context: DriverContext,
    changed: (status: DeviceStatus) => void,
  ) => TicketPrinter;
};
const driver = <Options>(each: Driver<Options>): Driver<Options> => each;

export const printerDrivers = {
  escpos: driver({
    options: z.object({
      widthDots: z.union([z.literal(576), z.literal(384)]),
      model: printerModelIdSchema.optional(),
      mode: z.enum(['raster', 'text']).optional(),
    }),
    open: escposPrinter,
  }),
} as const;

export type PrinterOptions = {
  readonly driver: keyof typeof printerDrivers;
  readonly address: string;
  readonly widthDots: number;
  readonly model?: PrinterModelId | undefined;
  /** Without it "raster". */
  readonly mode?: PrinterMode | undefined;
};

/** Opens a printer at its address; its status is told on every change. */
export function openPrinter(
  options: PrinterOptions,
  context: DriverContext,
  changed: (status: DeviceStatus) => void,
): TicketPrinter {
  const { options: schema, open } = printerDrivers[options.driver];
  return open(schema.parse(options), openTransport(options.address, context), context, changed);
}
