// Trying a pad or a scanner from the command line: what is pressed or scanned is said until Ctrl+C.
import type { DriverContext } from './driver-context.ts';
import { openKeypad } from './keypad/keypad.ts';
import { openScanner, type ScannerDriver, scannerReaders } from './scanner/scanner.ts';
import { openTransport } from './transport/transports.ts';

/** Each press is answered by the pad's light, so that one sees which of many pads it is. */
export function tryPad(address: string, context: DriverContext): void {
  const pad = openKeypad({ driver: 'hid' }, openTransport(address, context), context, {
    pressed(key) {
      console.log(`pressed: ${key}`);
      pad.light(1);
    },
    changed: ({ grade, reason }) => console.log(`  ${grade}: ${reason}`),
  });
}

export function tryScanner(address: string, driver: string, context: DriverContext): void {
  if (!Object.hasOwn(scannerReaders, driver)) throw new RangeError(`no scanner "${driver}" is known`);
  openScanner({ driver: driver as ScannerDriver }, openTransport(address, context), context, {
    scanned: (text) => console.log(`scanned: ${text}`),
    changed: ({ grade, reason }) => console.log(`  ${grade}: ${reason}`),
  });
}
