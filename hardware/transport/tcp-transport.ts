// TCP client for `tcp://host:port`.
import { connect } from 'node:net';
import type { Dial } from './reconnecting.ts';

export function tcpDial(host: string, port: number): Dial {
  return ({ opened, data, ended }) => {
    const socket = connect({ host, port, noDelay: true });
    let why: Error | null = null;
    socket.on('connect', opened);
    socket.on('data', data);
    socket.on('error', (error) => {
      why = error;
    });
    socket.on('close', () => ended(why));
    return {
      write: (bytes, done) => void socket.write(bytes, done),
      unsent: () => socket.writableLength,
      drop: () => void socket.destroy(),
    };
  };
}
