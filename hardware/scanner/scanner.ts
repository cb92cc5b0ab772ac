// A barcode or QR scanner behind any transport: what it reads, whole, and how it is. What the text means is the hall's
// affair.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import { type DriverContext, statusKeeper } from '../driver-context.ts';
import { inputStatus } from '../input-status.ts';
import type { Transport } from '../transport/transport.ts';
import { hidKeyboardReader } from './hid-keyboard.ts';
import { hidPosReader } from './hid-pos.ts';
import { type Framing, lineReader } from './line-framing.ts';

export type Scanner = { status(): DeviceStatus; close(): Promise<void> };
export type ScannerEvents = { scanned(text: string): void; changed(status: DeviceStatus): void };

/** The table of scanners: a new kind is a new reader and one line here. */
export const scannerReaders = {
  'hid-pos': hidPosReader,
  'hid-keyboard': hidKeyboardReader,
  serial: (_isInPieces, framing) => lineReader(framing),
} as const satisfies Record<
  string,
  (isInPieces: boolean, framing?: Framing) => (bytes: Uint8Array) => string[]
>;
export type ScannerDriver = keyof typeof scannerReaders;

/** The same code read twice within this is one reading: a ticket is held before the scanner for a while. */
const sameWithinMs = 1_500;

export function openScanner(
  options: { driver: ScannerDriver; framing?: Framing | undefined },
  transport: Transport,
  context: DriverContext,
  { scanned, changed }: ScannerEvents,
): Scanner {
  const open = () => scannerReaders[options.driver](transport.inReports, options.framing);
  const status = statusKeeper(context, changed);
  let read = open();
  let last = { text: '', at: 0 };

  const input = inputStatus(status, transport, options.driver !== 'serial', () => {
    read = open();
  });
  transport.onData((bytes) => {
    const texts = read(bytes);
    input.heard(bytes.length, texts.length);
    for (const text of texts) {
      const isAgain = text === last.text && context.now() - last.at < sameWithinMs;
      last = { text, at: context.now() };
      if (!isAgain) scanned(text);
    }
  });
  return { status: () => status.current(), close: () => transport.close() };
}
