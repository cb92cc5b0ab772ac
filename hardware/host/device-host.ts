// The devices of one machine behind one contract, whether that machine is this one (near-host.ts) or another that an agent
// runs on: it is told which devices there are, prints, shows and lights, and tells what it hears.
import type { BoardSetup, KeypadSetup, PrinterSetup, ScannerSetup } from '../../protocol/device-setup.ts';
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { FoundDevice } from '../../protocol/found-device.ts';
import type { PadKey } from '../../protocol/keypad-setup.ts';
import type { BoardContent } from '../led/number-board.ts';
import type { TicketDocument } from '../printer/ticket-document.ts';
import type { PrintOutcome } from '../printer/ticket-printer.ts';

/** With addresses that can be opened; "simulator" has been replaced. */
export type HostDevices = {
  readonly printers: readonly PrinterSetup[];
  readonly boards: readonly BoardSetup[];
  readonly keypads: readonly KeypadSetup[];
  readonly scanners: readonly ScannerSetup[];
};
export type HostEvents = {
  changed(deviceId: string, status: DeviceStatus): void;
  pressed(keypadId: string, key: PadKey): void;
  scanned(scannerId: string, text: string): void;
};
export type DeviceHost = {
  /** Opens what is new, closes what is gone, leaves alone what stayed as it was. */
  apply(devices: HostDevices): Promise<void>;
  /** Never rejects; a printer that is not here is a failed job of which nothing was printed. */
  print(printerId: string, document: TicketDocument, sending?: () => void): Promise<PrintOutcome>;
  show(boardId: string, content: BoardContent): void;
  /** How bright all boards are to be, percent. */
  dim(percent: number): void;
  light(keypadId: string, times: 1 | 3): void;
  /** Null for a device that is not here. */
  status(deviceId: string): DeviceStatus | null;
  /** What is plugged into this machine. */
  find(): Promise<FoundDevice[]>;
  close(): Promise<void>;
};
