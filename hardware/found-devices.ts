// What is plugged into this machine: serial ports, USB printers and HID devices, each with the address to write into the
// set-up and what tells it from its like (serial number, or the place it is plugged into).
import { opendirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { FoundDevice } from '../protocol/found-device.ts';
import { frameOfDescriptor } from './led/hid-display.ts';
import { type HidDevice, hidDevices, reportDescriptor } from './transport/hid-devices.ts';
import { usbPrinters } from './transport/usb-devices.ts';
import { usbAddress } from './transport/usb-identity.ts';

type SerialInfo = { path: string; manufacturer?: string; serialNumber?: string; pnpId?: string };

export async function foundDevices(devices = '/dev', system = '/sys'): Promise<FoundDevice[]> {
  const [serial, printers, hid] = await Promise.all([
    serialPorts(),
    foundPrinters(devices, system),
    hidDevices(),
  ]);
  return [...serial, ...printers, ...hid.flatMap(foundHid)];
}

/** HID Usage Tables: page 01 usages 06 and 07 are keyboards and keypads, 14 displays, 8C scanners. */
function foundHid(device: HidDevice): FoundDevice[] {
  const kind = kindOf(device);
  if (kind === null) return [];
  const descriptor = kind === 'display' ? reportDescriptor(device.path) : null;
  const frame = descriptor === null ? null : frameOfDescriptor(descriptor);
  return [
    {
      kind,
      address: usbAddress('hid', device),
      identity: device.serial ?? device.port ?? device.path,
      description: device.name,
      ...(frame === null ? {} : { frame }),
    },
  ];
}

function kindOf({ usagePage, usage }: HidDevice): 'keyboard' | 'display' | 'scanner' | null {
  if (usagePage === 0x01 && (usage === 0x06 || usage === 0x07)) return 'keyboard';
  if (usagePage === 0x14) return 'display';
  return usagePage === 0x8c ? 'scanner' : null;
}

async function serialPorts(): Promise<FoundDevice[]> {
  const { SerialPort } = (await import('serialport')) as { SerialPort: { list(): Promise<SerialInfo[]> } };
  const found = await SerialPort.list();
  return found.map(({ path, manufacturer, serialNumber, pnpId }) => ({
    kind: 'serial',
    address: `serial:${path}?baud=9600`,
    identity: serialNumber ?? pnpId ?? path,
    description: manufacturer ?? '',
  }));
}

/** USB printers as the kernel's usblp shows them, each with the port it is plugged into. */
function printerFiles(devices: string, system: string): { found: FoundDevice; port: string | null }[] {
  return entries(join(devices, 'usb'))
    .filter((name) => /^lp\d+$/.test(name))
    .map((name) => {
      // The interface, as 1-1.2:1.0; above it the device itself.
      const place = real(join(system, 'class', 'usbmisc', name, 'device'));
      const port = basename(place).split(':')[0] ?? null;
      const [serial = '', ...words] = ['serial', 'manufacturer', 'product'].map((file) =>
        text(join(place, '..', file)),
      );
      return {
        port,
        found: {
          kind: 'usb-printer',
          address: `file:${join(devices, 'usb', name)}`,
          identity: serial === '' ? (port ?? name) : serial,
          description: words.filter((word) => word !== '').join(' '),
        },
      };
    });
}

/** USB printers: by their file where the kernel shows one, else as they are on the bus. */
async function foundPrinters(devices: string, system: string): Promise<FoundDevice[]> {
  const files = printerFiles(devices, system);
  const onBus = (await usbPrinters()).filter(({ port }) => !files.some((file) => file.port === port));
  return [
    ...files.map(({ found }) => found),
    ...onBus.map(({ address, serial, port, manufacturer, product }) => ({
      kind: 'usb-printer' as const,
      ...{ address, identity: serial ?? port ?? address },
      description: [manufacturer, product].filter((word) => word !== null).join(' '),
    })),
  ];
}

function entries(folder: string): string[] {
  try {
    const open = opendirSync(folder);
    const names: string[] = [];
    for (let entry = open.readSync(); entry !== null; entry = open.readSync()) names.push(entry.name);
    open.closeSync();
    return names.sort();
  } catch {
    return [];
  }
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
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
