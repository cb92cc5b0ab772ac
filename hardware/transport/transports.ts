// The table of transports by the scheme of a device's address: a new transport is a new file and one line here.
import type { DriverContext } from '../driver-context.ts';
import { deviceFileDial } from './device-file-transport.ts';
import { type Dial, reconnecting } from './reconnecting.ts';
import { serialDial, serialSettingsSchema } from './serial-transport.ts';
import { tcpDial } from './tcp-transport.ts';
import type { Transport } from './transport.ts';

type Dialler = (address: URL) => Dial;
const diallers: Readonly<Record<string, Dialler>> = {
  'tcp:': ({ hostname, port }) => tcpDial(hostname.replace(/^\[|\]$/g, ''), Number(port)),
  'serial:': ({ pathname, searchParams }) =>
    serialDial(decodeURIComponent(pathname), serialSettingsSchema.parse(Object.fromEntries(searchParams))),
  'file:': ({ pathname }) => deviceFileDial(decodeURIComponent(pathname)),
};

/**
 * Opens the transport of an address such as `tcp://192.0.2.7:9100`, `serial:/dev/ttyUSB0?baud=9600` or
 * `file:/dev/usb/lp0`; throws `RangeError` for one that is not understood.
 */
export function openTransport(address: string, context: DriverContext): Transport {
  return reconnecting(dialOf(address), context, address);
}

function dialOf(address: string): Dial {
  if (!URL.canParse(address)) throw new RangeError(`"${address}" is not an address`);
  const url = new URL(address);
  const dialler = diallers[url.protocol];
  if (dialler === undefined) throw new RangeError(`no transport "${url.protocol}" is known`);
  try {
    return dialler(url);
  } catch (error) {
    throw new RangeError(`"${address}" is not understood: ${String(error)}`);
  }
}
