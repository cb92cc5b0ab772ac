// USB printers for `usb:04b8:0e15?serial=X` without the kernel's usblp, through libusb: bytes go to the bulk OUT endpoint
// of a printer interface, and what it says comes from its bulk IN endpoint where it has one (USB Printer Class 1.1,
// section 5). While the link is open usblp is put aside, so `/dev/usb/lpN` is not there. A printer without paper takes
// nothing for as long as it likes: a transfer that has timed out is gone on with from where the printer stopped.
import type { Device, Endpoint, Interface, Transfer } from 'usb';
import type { Dial, Link } from './reconnecting.ts';
import {
  fromLibusb,
  hasDriver,
  hold,
  isPlugged,
  type PrinterInterface,
  quietly,
  usbError,
  usbPrinter,
} from './usb-devices.ts';
import type { UsbIdentity } from './usb-identity.ts';

const bulk = 2;
const chunkBytes = 16 * 1024;
const writeWithinMs = 5_000;
/** A multiple of every packet size, so that no answer overflows. */
const readBytes = 4_096;
/** Some printers answer a read with an empty packet at once when they have nothing to say. */
const readAgainMs = 20;
const checkThereMs = 1_000;
/** How a transfer may end (libusb_transfer_status). */
const timedOut = 2;
const stalled = 4;

export function usbDial(wanted: UsbIdentity, withinMs = writeWithinMs): Dial {
  return ({ opened, data, ended }) => {
    let link: OpenLink | null = null;
    let isDropped = false;
    const live = async () => {
      const printer = await openPrinter(wanted);
      try {
        if (isDropped) return null;
        link = openLink(printer, withinMs, data);
        opened();
        return await link.over;
      } finally {
        await printer.close();
      }
    };
    live().then(ended, (error: unknown) => ended(fromLibusb(error)));
    return {
      write: (bytes, done) => (link === null ? done(new Error('not open')) : link.write(bytes, done)),
      unsent: () => link?.unsent() ?? 0,
      drop() {
        isDropped = true;
        link?.drop();
      },
    };
  };
}

type OpenPrinter = {
  readonly device: Device;
  readonly out: Endpoint;
  readonly in: Endpoint | null;
  /** Endpoints that have refused a transfer: they refuse every other one until that is cleared. */
  readonly halted: Set<Endpoint>;
  /** Only when no transfer is on its way. */
  close(): Promise<void>;
};
/** Devices that a link of this process has: libusb itself would give them twice. */
const taken = new WeakSet<Device>();

async function openPrinter(wanted: UsbIdentity): Promise<OpenPrinter> {
  const { device, face } = await usbPrinter(wanted);
  if (taken.has(device)) throw usbError('EBUSY', 'another link of this program has the printer');
  const letGo = hold(device);
  taken.add(device);
  const halted = new Set<Endpoint>();
  const close = async () => {
    for (const endpoint of halted) await new Promise((resolve) => endpoint.clearHalt(resolve));
    // Puts usblp back as well. Refused where it was never claimed, or has been pulled out.
    await device
      .interface(face.number)
      .releaseAsync()
      .catch(() => {});
    taken.delete(device);
    letGo();
  };
  try {
    const { endpoints } = await claimed(device, face);
    const find = (direction: 'in' | 'out') =>
      endpoints.find((one) => one.transferType === bulk && one.direction === direction) ?? null;
    const out = find('out');
    if (out === null) throw usbError('EWRONGDEVICE', 'the printer has no endpoint to write to');
    return { device, out, in: find('in'), halted, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function claimed(device: Device, { number, alternate }: PrinterInterface): Promise<Interface> {
  const face = device.interface(number);
  if (hasDriver(face)) device.setAutoDetachKernelDriver(true);
  face.claim();
  if (alternate !== 0) await face.setAltSettingAsync(alternate);
  return face;
}

type OpenLink = Link & {
  /** Why it has ended; told when nothing is on its way any more. */
  readonly over: Promise<Error | null>;
};
type Waiting = { readonly bytes: Uint8Array; sent: number; readonly done: () => void };

function openLink(printer: OpenPrinter, withinMs: number, data: (bytes: Uint8Array) => void): OpenLink {
  const { transfer, end, isOver, over } = transfersOf(printer);
  const waiting: Waiting[] = [];
  let isSending = false;

  const send = () => {
    const [next] = waiting;
    if (next === undefined || isSending) return;
    if (next.sent === next.bytes.length) {
      waiting.shift();
      next.done();
      return send();
    }
    isSending = true;
    const chunk = Buffer.from(next.bytes.subarray(next.sent, next.sent + chunkBytes));
    transfer(printer.out, chunk, withinMs, (length) => {
      isSending = false;
      next.sent += length;
      send();
    });
  };
  const listen = (from: Endpoint) => {
    const buffer = Buffer.alloc(readBytes);
    transfer(from, buffer, 0, (length) => {
      if (length === 0) return void setTimeout(listen, readAgainMs, from).unref();
      data(new Uint8Array(buffer.subarray(0, length)));
      listen(from);
    });
  };
  /** A printer that never speaks does not say either that it has been pulled out. */
  const checkThere = async () => {
    if (isOver()) return;
    if (!(await isPlugged(printer.device))) return end(usbError('ENODEV', 'the USB device is gone'));
    setTimeout(checkThere, checkThereMs).unref();
  };
  if (printer.in === null) void checkThere();
  else listen(printer.in);
  return {
    write(bytes, done) {
      waiting.push({ bytes, sent: 0, done });
      send();
    },
    unsent: () => waiting.reduce((sum, { bytes, sent }) => sum + bytes.length - sent, 0),
    drop: () => end(null),
    over,
  };
}

/** The transfers of one link: the first that fails ends it, and the others are called back. */
function transfersOf({ halted }: OpenPrinter) {
  const onTheWay = new Set<Transfer>();
  let why: Error | null | undefined;
  let settle: () => void = () => {};
  const over = new Promise<Error | null>((resolve) => {
    settle = () => resolve(why ?? null);
  });
  const end = (reason: Error | null) => {
    if (why !== undefined) return;
    why = reason;
    for (const one of onTheWay) quietly(() => one.cancel());
    if (onTheWay.size === 0) settle();
  };
  /** `moved` with how many bytes went over, which may be fewer where the time was up. */
  const transfer = (
    endpoint: Endpoint,
    buffer: Buffer,
    withinMs: number,
    moved: (length: number) => void,
  ) => {
    if (why !== undefined) return;
    const one = endpoint.makeTransfer(withinMs, (error, _buffer, length) => {
      onTheWay.delete(one);
      if (why !== undefined) {
        if (onTheWay.size === 0) settle();
        return;
      }
      if (error === undefined || error.errno === timedOut) return moved(length);
      if (error.errno === stalled) halted.add(endpoint);
      end(fromLibusb(error));
    });
    try {
      one.submit(buffer);
      onTheWay.add(one);
    } catch (error) {
      end(fromLibusb(error));
    }
  };
  return { transfer, end, over, isOver: () => why !== undefined };
}
