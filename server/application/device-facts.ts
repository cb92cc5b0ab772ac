// What views say about devices and prints: asked of the devices room, which alone knows them.
import type { DeviceStatus } from '../../protocol/device-status.ts';
import type { KioskView, ScanView } from '../../protocol/views/kiosk-view.ts';
import type { SimulatorsView } from '../../protocol/views/simulators-view.ts';
import type { DeviceView } from '../../protocol/views/supervisor-view.ts';

export interface DeviceFacts {
  /** The printer that serves this kiosk (or any kiosk), null where there is none. */
  printerOf(kioskId: string | null): DeviceStatus | null;
  /** The newest prints asked for by this kiosk, newest first, at most 10. */
  printsOf(kioskId: string | null): KioskView['prints'];
  /** What was scanned at this kiosk lately. */
  scanOf(kioskId: string | null): ScanView | null;
  list(): DeviceView[];
  simulators(): SimulatorsView;
}

/** A centre without devices. */
export const noDevices: DeviceFacts = {
  printerOf: () => null,
  printsOf: () => [],
  scanOf: () => null,
  list: () => [],
  simulators: () => ({ papers: [], boards: [], keypads: [], scanners: [], printers: [], speakers: [] }),
};
