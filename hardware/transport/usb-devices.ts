// Which printers are on the USB, and how one is opened, through the package `usb` (libusb), loaded with the first question.
// A printer is an interface of class 7 with a bulk OUT endpoint (USB Printer Class 1.1, sections 4.2 and 5; protocol 2
// speaks both ways, 4 is IPP over USB); serial number and names are string descriptors (USB 2.0, section 9.6.7).
import type { Device, Interface, InterfaceDescriptor } from 'usb';
import { isTheSame, type UsbIdentity, usbAddress } from './usb-identity.ts';

const printerClass = 7;
const transferKind = 0x03;
const bulk = 2;
const isIn = 0x80;
/** The kernel's own order (usblp), and last what names no protocol. */
const protocols = [2, 1, 3, 0];

export type FoundUsbPrinter = {
  readonly address: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serial: string | null;
  /** Bus and chain of hubs' ports, as `1-1.2`. */
  readonly port: string | null;
  readonly manufacturer: string | null;
  readonly product: string | null;
};
/** The interface of a device that is the printer, in the alternate setting that speaks both ways where there is one. */
export type PrinterInterface = { readonly number: number; readonly alternate: number };

/** Every printer that the bus shows; none where there is no USB at all. */
export async function usbPrinters(): Promise<FoundUsbPrinter[]> {
  const present = await usbDevices().catch(() => []);
  const printers = present.filter((device) => printerInterface(device) !== null);
  return Promise.all(
    printers.map(async (device) => {
      const { iManufacturer, iProduct, iSerialNumber } = device.deviceDescriptor;
      const words = await texts(device, [iManufacturer, iProduct, iSerialNumber]).catch(() => []);
      const [manufacturer = null, product = null, serial = null] = words;
      const own = { ...placeOf(device), serial };
      return { address: usbAddress('usb', own), ...own, manufacturer, product };
    }),
  );
}

/** The printer of this identity; throws with the code of what is in the way. */
export async function usbPrinter(wanted: UsbIdentity): Promise<{ device: Device; face: PrinterInterface }> {
  const { serial, ...place } = wanted;
  const alike = (await usbDevices()).filter((device) =>
    isTheSame(place, { ...placeOf(device), serial: null }),
  );
  const printers = alike.flatMap((device) => {
    const face = printerInterface(device, wanted.interface);
    return face === null ? [] : [{ device, face }];
  });
  if (printers.length === 0 && alike.length > 0)
    throw usbError('EWRONGDEVICE', 'the USB device is no printer');
  const found = serial === undefined ? printers[0] : await withSerial(serial, printers);
  if (found === undefined) throw usbError('ENODEV', 'no such USB device');
  return found;
}

/** Devices that are open here, with how many times: the listing must not close what a link has opened. */
const holders = new WeakMap<Device, number>();

/** Opens a device, or shares it where it is open already; what is given back lets it go. */
export function hold(device: Device): () => void {
  if (!holders.has(device)) open(device);
  holders.set(device, (holders.get(device) ?? 0) + 1);
  return () => {
    const left = (holders.get(device) ?? 1) - 1;
    if (left > 0) return void holders.set(device, left);
    holders.delete(device);
    quietly(() => device.close());
  };
}

/** Whether the kernel's own driver has the interface; not every system can say. */
export function hasDriver(face: Interface): boolean {
  return quietly(() => face.isKernelDriverActive()) ?? false;
}

/** Whether the bus still shows a device, whatever its open handle says. */
export async function isPlugged(device: Device): Promise<boolean> {
  return (await usbDevices()).includes(device);
}

export function usbError(code: string, message: string): Error & { readonly code: string } {
  return Object.assign(new Error(message), { code });
}

/** What libusb says, under the system's codes: negative numbers are its errors, positive ones a transfer's end. */
export function fromLibusb(error: unknown): Error & { readonly code?: string } {
  if (!(error instanceof Error) || !('errno' in error))
    return error instanceof Error ? error : new Error(String(error));
  const code = codes.get(Number(error.errno)) ?? 'EIO';
  return usbError(code, `${code}: ${error.message}`);
}
const codes: ReadonlyMap<number, string> = new Map([
  [-3, 'EACCES'],
  [-4, 'ENODEV'],
  [-5, 'ENODEV'],
  [-6, 'EBUSY'],
  [4, 'EPIPE'],
  [5, 'ENODEV'],
]);

async function usbDevices(): Promise<readonly Device[]> {
  const { getDeviceList } = await import('usb');
  return quietly(() => getDeviceList()) ?? [];
}

function placeOf({ deviceDescriptor, busNumber, portNumbers }: Device) {
  const chain: readonly number[] | undefined = portNumbers;
  return {
    vendorId: deviceDescriptor.idVendor,
    productId: deviceDescriptor.idProduct,
    port: chain === undefined ? null : `${busNumber}-${chain.join('.')}`,
  };
}

function printerInterface(device: Device, number?: number): PrinterInterface | null {
  const settings = quietly(() => device.configDescriptor)?.interfaces.flat() ?? [];
  const [best] = settings
    .filter(
      (one) =>
        one.bInterfaceClass === printerClass &&
        protocols.includes(one.bInterfaceProtocol) &&
        takesBulk(one) &&
        (number === undefined || number === one.bInterfaceNumber),
    )
    .sort((a, b) => protocols.indexOf(a.bInterfaceProtocol) - protocols.indexOf(b.bInterfaceProtocol));
  return best === undefined ? null : { number: best.bInterfaceNumber, alternate: best.bAlternateSetting };
}

function takesBulk({ endpoints }: InterfaceDescriptor): boolean {
  return endpoints.some(
    ({ bmAttributes, bEndpointAddress }) =>
      (bmAttributes & transferKind) === bulk && (bEndpointAddress & isIn) === 0,
  );
}

/** One that may not be opened may be the one: then that is what is in the way. */
async function withSerial<T extends { device: Device }>(
  serial: string,
  alike: readonly T[],
): Promise<T | undefined> {
  let refused: unknown = null;
  for (const one of alike) {
    try {
      const [own] = await texts(one.device, [one.device.deviceDescriptor.iSerialNumber]);
      if (own === serial) return one;
    } catch (error) {
      refused = error;
    }
  }
  if (refused !== null) throw refused;
  return undefined;
}

/** Strings of a device, null for each that it does not tell; throws where it may not be opened. */
async function texts(device: Device, indices: readonly number[]): Promise<(string | null)[]> {
  const letGo = hold(device);
  const words = await Promise.all(indices.map((index) => text(device, index)));
  letGo();
  return words;
}

function text(device: Device, index: number): Promise<string | null> {
  return new Promise((resolve) =>
    device.getStringDescriptor(index, (_error, value) => {
      const word = value?.replaceAll('\0', '').trim() ?? '';
      resolve(word === '' ? null : word);
    }),
  );
}

function open(device: Device): void {
  try {
    device.open();
  } catch (error) {
    // It may be open though its descriptors could not be read; then it would keep the process alive.
    quietly(() => device.close());
    throw error;
  }
}

export function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
