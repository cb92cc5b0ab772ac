// What is plugged into this machine: serial ports and USB printers, each with the address to write into the set-up and
// what tells it from its like (serial number, or the place it is plugged into).
import { readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

export type FoundPort = {
  readonly kind: 'serial' | 'usb-printer';
  readonly address: string;
  /** Stays the same when the device is plugged in again: its serial number, or its place. */
  readonly identity: string;
  readonly description: string;
};
type SerialInfo = { path: string; manufacturer?: string; serialNumber?: string; pnpId?: string };

export async function foundPorts(devices = '/dev', system = '/sys'): Promise<FoundPort[]> {
  return [...(await serialPorts()), ...usbPrinters(devices, system)];
}

async function serialPorts(): Promise<FoundPort[]> {
  const { SerialPort } = (await import('serialport')) as { SerialPort: { list(): Promise<SerialInfo[]> } };
  const found = await SerialPort.list();
  return found.map(({ path, manufacturer, serialNumber, pnpId }) => ({
    kind: 'serial',
    address: `serial:${path}?baud=9600`,
    identity: serialNumber ?? pnpId ?? path,
    description: manufacturer ?? '',
  }));
}

/** USB printers as the kernel's usblp shows them. */
function usbPrinters(devices: string, system: string): FoundPort[] {
  return entries(join(devices, 'usb'))
    .filter((name) => /^lp\d+$/.test(name))
    .map((name) => {
      const place = real(join(system, 'class', 'usbmisc', name, 'device'));
      const serial = text(join(place, '..', 'serial'));
      return {
        kind: 'usb-printer',
        address: `file:${join(devices, 'usb', name)}`,
        identity: serial === '' ? (place.split('/').at(-1) ?? name) : serial,
        description: [text(join(place, '..', 'manufacturer')), text(join(place, '..', 'product'))]
          .filter((part) => part !== '')
          .join(' '),
      };
    });
}

function entries(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

function text(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}
