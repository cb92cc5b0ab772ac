// The table of transports by the scheme of a device's address: a new transport is a new file and one line here.
import type { DriverContext } from '../driver-context.ts';
import { tcpTransport } from './tcp-transport.ts';
import type { Transport } from './transport.ts';

const transports: Readonly<Record<string, (address: URL, context: DriverContext) => Transport>> = {
  'tcp:': (address, context) =>
    tcpTransport(address.hostname.replace(/^\[|\]$/g, ''), Number(address.port), context),
};

/** Opens the transport of an address such as `tcp://192.0.2.7:9100`; throws `RangeError` for one that is not understood. */
export function openTransport(address: string, context: DriverContext): Transport {
  if (!URL.canParse(address)) throw new RangeError(`"${address}" is not an address`);
  const url = new URL(address);
  const open = transports[url.protocol];
  if (open === undefined) throw new RangeError(`no transport "${url.protocol}" is known`);
  return open(url, context);
}
