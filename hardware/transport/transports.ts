// The table of transports by the scheme of a device's address: a new transport is a new file and one line here.
import type { DriverContext } from '../driver-context.ts';
import { deviceFileDial } from './device-file-transport.ts';
import { hidDial } from './hid-transport.ts';
import { type Dial, reconnecting } from './reconnecting.ts';
import { msPerByte, serialDial, serialSettingsSchema } from './serial-transport.ts';
import { tcpDial } from './tcp-transport.ts';
import type { Transport } from './transport.ts';
import { usbIdentityOf } from './usb-identity.ts';
import { usbDial } from './usb-transport.ts';

type Line = { readonly dial: Dial; readonly msPerByte?: number; readonly inReports?: boolean };
const lines: Readonly<Record<string, (address: URL) => Line>> = {
  'tcp:'({ hostname, port }) {
    if (hostname === '' || port === '') throw new RangeError('must be tcp://host:port');
    return { dial: tcpDial(hostname.replace(/^\[|\]$/g, ''), Number(port)) };
  },
  'serial:': ({ pathname, searchParams }) => {
    const settings = serialSettingsSchema.parse(Object.fromEntries(searchParams));
    return { dial: serialDial(decodeURIComponent(pathname), settings), msPerByte: msPerByte(settings) };
  },
  'usb:': (address) => ({ dial: usbDial(usbIdentityOf(address)) }),
  'hid:': (address) => ({ dial: hidDial(usbIdentityOf(address)), inReports: true }),
  'file:': ({ pathname }) => ({ dial: deviceFileDial(decodeURIComponent(pathname)) }),
};

/**
 * Opens the transport of an address such as `tcp://192.0.2.7:9100`, `serial:/dev/ttyUSB0?baud=9600` or
 * `file:/dev/usb/lp0`; throws `RangeError` for one that is not understood.
 */
export function openTransport(address: string, context: DriverContext): Transport {
  const line = lineOf(address);
  return reconnecting(line.dial, context, address, line);
}

/** What is wrong with an address, as the rest of a sentence; null where it can be opened. */
export function addressFault(address: string): string | null {
  try {
    lineOf(address);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function lineOf(address: string): Line {
  if (!URL.canParse(address)) throw new RangeError(`"${address}" is not an address`);
  const url = new URL(address);
  const line = lines[url.protocol];
  if (line === undefined) throw new RangeError(`no transport "${url.protocol}" is known`);
  try {
    return line(url);
  } catch (error) {
    throw new RangeError(`"${address}" is not understood: ${String(error)}`);
  }
}
