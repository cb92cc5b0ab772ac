// The hall's side of the call benchmark, a process of its own: so many screens, the officer who presses, the LED board.
// The screens take whole messages off the wire without reading them as a browser would: in a hall each screen has a
// processor of its own. Its one argument is the task as JSON; it sends the times to its parent and ends.
import { io, type Socket } from 'socket.io-client';
import { WebSocket } from 'ws';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import type { CommandAnswer } from '../../protocol/socket-names.ts';
import { centreClient } from '../../server/simulation/centre-client.ts';

export type ScreensTask = {
  readonly url: string;
  readonly screens: number;
  readonly count: number;
} & ({ readonly server: 'bare' } | { readonly server: 'ours'; readonly boardPort: number });
/** Milliseconds from the press. */
export type CallTimes = { readonly toScreens: number[]; readonly toBoard: number[] };

const warmUp = 30;
type Screen = { hear: (message: string) => void };

/**
 * A screen that speaks Socket.IO by hand, and subscribes to the hall where there is one.
 * Source: Engine.IO protocol 4 and Socket.IO protocol 5: 0 open, 40 connect, 2 and 3 ping and pong, 42 event.
 */
function screenAt(url: string, subscribes: boolean): Promise<Screen> {
  const screen: Screen = { hear: () => {} };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/live/?EIO=4&transport=websocket`);
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

/** Settles when every screen has heard a message with `text` in it. */
function seen(screens: readonly Screen[], text: string): Promise<unknown> {
  return Promise.all(
    screens.map(
      (screen) =>
        new Promise<void>((resolve) => {
          screen.hear = (message) => message.includes(text) && resolve();
        }),
    ),
  );
}

async function presser(url: string, headers: Record<string, string> = {}): Promise<Socket> {
  const socket = io(url, { path: '/live', transports: ['websocket'], forceNew: true, extraHeaders: headers });
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  return socket;
}

const hallOf = ({ url, screens, server }: ScreensTask) =>
  Promise.all(Array.from({ length: screens }, () => screenAt(url, server === 'ours')));

async function bareTimes(task: ScreensTask): Promise<CallTimes> {
  const hall = await hallOf(task);
  const officer = await presser(task.url);
  const toScreens: number[] = [];
  for (let index = 0; index < task.count + warmUp; index += 1) {
    const all = seen(hall, `"index":${index}}`);
    const before = performance.now();
    officer.emit('press', { index });
    await all;
    if (index >= warmUp) toScreens.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { toScreens, toBoard: [] };
}

async function ourTimes(task: ScreensTask, boardPort: number): Promise<CallTimes> {
  let lit = (_text: string) => {};
  await startBoardSimulator({ port: boardPort, changed: (_unit, text) => lit(text) });
  const kiosk = centreClient(task.url);
  for (let index = 0; index < task.count + warmUp; index += 1)
    await kiosk.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
  const officer = await presser(task.url, { cookie: await cookieOf(task.url) });
  let step = 0;
  const press = async (type: string) => {
    step += 1;
    const message = { id: `bench-${process.pid}-${step}`, command: { type, counterId: 'c01' } };
    const answer: CommandAnswer = await officer.emitWithAck('command', message);
    if (!answer.ok) throw new Error(`${type} was refused: ${answer.problem.code}`);
  };
  await press('open-counter');
  const hall = await hallOf(task);
  const times: CallTimes = { toScreens: [], toBoard: [] };
  for (let index = 0; index < task.count + warmUp; index += 1) {
    const onBoard = new Promise<number>((resolve) => {
      lit = (text) => text.trim() !== '' && resolve(performance.now());
    });
    const all = seen(hall, `"callSeq":${index + 1},`);
    const before = performance.now();
    const pressed = press('call-next');
    await all;
    const screensAt = performance.now();
    const boardAt = await onBoard;
    await pressed;
    if (index >= warmUp) {
      times.toScreens.push(screensAt - before);
      times.toBoard.push(boardAt - before);
    }
    await press('finish-service');
    // The board is dark before the next call, and an officer may send twenty commands a second.
    await new Promise((resolve) => setTimeout(resolve, 110));
  }
  return times;
}

async function cookieOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'canbo01', password: 'denluot' }),
  });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

const task = JSON.parse(process.argv[2] ?? '{}') as ScreensTask;
const times = task.server === 'ours' ? await ourTimes(task, task.boardPort) : await bareTimes(task);
process.send?.(times, () => process.exit(0));
