// Who is at the other end of the socket in a benchmark: screens that take whole messages off the wire without reading
// them as a browser would (in a hall each screen has a processor of its own), and the officer who presses.
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import type { CommandAnswer } from '../../protocol/socket-names.ts';

export type Screen = { hear: (message: string) => void; close: () => void };

/**
 * A screen that speaks Socket.IO by hand, and subscribes to the hall where there is one.
 * Source: Engine.IO protocol 4 and Socket.IO protocol 5: 0 open, 40 connect, 2 and 3 ping and pong, 42 event.
 */
export function screenAt(url: string, subscribes: boolean, hear: Screen['hear'] = () => {}): Promise<Screen> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`);
  const screen: Screen = { hear, close: () => socket.close() };
  return new Promise((resolve, reject) => {
    socket.on('error', reject);
    socket.on('message', (data: Buffer) => {
      const message = data.toString();
      if (message.startsWith('0{')) socket.send('40');
      else if (message === '2') socket.send('3');
      else if (message.startsWith('40')) {
        if (subscribes) socket.send('420["subscribe",{"view":"hall"}]');
        else resolve(screen);
      } else if (message.startsWith('430')) resolve(screen);
      else screen.hear(message);
    });
  });
}

export const manyScreens = (count: number, url: string, subscribes: boolean): Promise<Screen[]> =>
  Promise.all(Array.from({ length: count }, () => screenAt(url, subscribes)));

export async function presser(url: string, headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(url, { path: '/live', transports: ['websocket'], forceNew: true, extraHeaders: headers });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

export type Press = (type: string) => Promise<unknown>;

/** An officer at a counter of a demonstration; a press gives what the command gave. */
export async function officerAt(url: string, username: string, counterId: string): Promise<Press> {
  const socket = await presser(url, { cookie: await cookieOf(url, username) });
  let step = 0;
  return async (type) => {
    step += 1;
    const message = { id: `bench-${process.pid}-${counterId}-${step}`, command: { type, counterId } };
    const answer: CommandAnswer = await socket.emitWithAck('command', message);
    if (!answer.ok) throw new Error(`${type} was refused: ${answer.problem.code}`);
    return answer.answer;
  };
}

async function cookieOf(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'denluot' }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}
