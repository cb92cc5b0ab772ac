// Where this server is reached: what it says of itself at its start, and what stands in a ticket's code where the centre
// has no public address.
import { networkInterfaces } from 'node:os';

/** The host others reach this machine by: the one it listens on, or for "all" its first address on a network. */
export function reachableHost(listensOn: string, interfaces = networkInterfaces()): string {
  if (listensOn !== '0.0.0.0' && listensOn !== '::') return listensOn;
  const addresses = Object.values(interfaces).flatMap((each) => each ?? []);
  const others = addresses.filter(({ internal }) => !internal);
  const found = others.find(({ family }) => family === 'IPv4') ?? others[0];
  return found?.address ?? '127.0.0.1';
}

export function httpUrl(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
