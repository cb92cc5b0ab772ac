// Where a simulator listens: on loopback only, on the port asked for or a free one.
import type { AddressInfo, Server } from 'node:net';

/** Listens on loopback; port 0 takes a free one. */
export function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
