// Which HID devices are plugged in, with what tells each from its like, through the package `node-hid` (hidraw). The port
// is read from the kernel's own tree, because the package does not tell it.
import { readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { UsbIdentity } from './usb-identity.ts';
import { isTheSame } from './usb-identity.ts';

export type HidDevice = {
  /** `/dev/hidraw0`: another one after each time it is plugged in. */
  readonly path: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serial: string | null;
  readonly port: string | null;
  readonly interface: number;
  /** Of its first collection; HID Usage Tables: 01/06 keyboard, 14 alphanumeric display, 8C scanner. */
  readonly usagePage: number;
  readonly usage: number;
  readonly name: string;
};

/** Every HID device that the kernel shows; none where there is no USB at all. */
export async function hidDevices(): Promise<HidDevice[]> {
  const { devicesAsync } = await import('node-hid');
  const found = await devicesAsync().catch(() => []);
  return found.flatMap(({ path, vendorId, productId, serialNumber, interface: face, ...rest }) =>
    path === undefined
      ? []
      : [
          {
            ...{ path, vendorId, productId, interface: face },
            serial: serialNumber === undefined || serialNumber === '' ? null : serialNumber,
            port: hidPlace(path),
            usagePage: rest.usagePage ?? 0,
            usage: rest.usage ?? 0,
            name: [rest.manufacturer, rest.product].filter(Boolean).join(' '),
          },
        ],
  );
}

/** The device of this identity, on its lowest interface where none is named. */
export function hidOf(wanted: UsbIdentity, present: readonly HidDevice[]): HidDevice | undefined {
  return present
    .filter(
      (device) =>
        isTheSame(wanted, device) &&
        (wanted.interface === undefined || wanted.interface === device.interface),
    )
    .sort((a, b) => a.interface - b.interface)[0];
}

/** What a device says of its reports (HID 1.11, section 6.2.2); null where the kernel does not show it. */
export function reportDescriptor(path: string): Uint8Array | null {
  try {
    return readFileSync(`/sys/class/hidraw/${basename(path)}/device/report_descriptor`);
  } catch {
    return null;
  }
}

/** The port that a node belongs to, null where it is not there: `1-1.2` out of `…/usb1/1-1/1-1.2/1-1.2:1.0/0003:04D9:1203.0001/hidraw/hidraw0`. */
export function hidPlace(path: string): string | null {
  try {
    const place = readlinkSync(`/sys/class/hidraw/${basename(path)}`);
    return /\/(\d+-[\d.]+):\d+\.\d+\//.exec(place)?.[1] ?? null;
  } catch {
    return null;
  }
}
