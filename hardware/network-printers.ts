// Printers on the network, found by trying each address of a given range once: whoever takes a connection at the printers'
// port is named. Nothing is sent, because what listens there may print whatever it is sent.
import { connect } from 'node:net';
import type { FoundDevice, NetworkRange } from '../protocol/found-device.ts';

const atOnce = 32;
const answerWithinMs = 500;

export async function findInNetwork({ from, to, port }: NetworkRange): Promise<FoundDevice[]> {
  const network = from.slice(0, from.lastIndexOf('.') + 1);
  const [first, last] = [from, to].map((address) => Number(address.slice(network.length))) as [
    number,
    number,
  ];
  const addresses = Array.from({ length: last - first + 1 }, (_, index) => `${network}${first + index}`);
  const found: string[] = [];
  const search = async () => {
    for (let host = addresses.shift(); host !== undefined; host = addresses.shift())
      if (await listens(host, port)) found.push(host);
  };
  await Promise.all(Array.from({ length: atOnce }, search));
  return found
    .sort((a, b) => Number(a.slice(network.length)) - Number(b.slice(network.length)))
    .map((host) => ({
      kind: 'network-printer',
      address: `tcp://${host}:${port}`,
      identity: host,
      description: `${host}:${port}`,
    }));
}

function listens(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: answerWithinMs });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
