// The hall's side of the call benchmark, a process of its own: so many screens, the officer who presses, the LED board.
// Its one argument is the task as JSON; it sends the times to its parent and ends.
import { io, type Socket } from 'socket.io-client';
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

async function connect(url: string, count: number, headers: Record<string, string> = {}): Promise<Socket[]> {
  const options = {
    path: '/live',
    transports: ['websocket'],
    forceNew: true,
    extraHeaders: headers,
  };
  const sockets = Array.from({ length: count }, () => io(url, options));
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))));
  return sockets;
}

/** Settles when every screen has heard what `wanted` looks for. */
function seen<T>(sockets: readonly Socket[], event: string, wanted: (body: T) => boolean): Promise<unknown> {
  return Promise.all(
    sockets.map(
      (socket) =>
        new Promise<void>((resolve) => {
          const hear = (body: T) => {
            if (!wanted(body)) return;
            socket.off(event, hear);
            resolve();
          };
          socket.on(event, hear);
        }),
    ),
  );
}

async function bareTimes({ url, screens, count }: ScreensTask): Promise<CallTimes> {
  const sockets = await connect(url, screens);
  const toScreens: number[] = [];
  for (let index = 0; index < count + warmUp; index += 1) {
    const all = seen<{ index: number }>(sockets, 'shown', (body) => body.index === index);
    const before = performance.now();
    sockets[0]?.emit('press', { index });
    await all;
    if (index >= warmUp) toScreens.push(performance.now() - before);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return { toScreens, toBoard: [] };
}

async function ourTimes({ url, screens, count }: ScreensTask, boardPort: number): Promise<CallTimes> {
  let lit = (_text: string) => {};
  await startBoardSimulator({ port: boardPort, changed: (_unit, text) => lit(text) });
  const hall = centreClient(url);
  for (let index = 0; index < count + warmUp; index += 1)
    await hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
  const [officer] = await connect(url, 1, { cookie: await cookieOf(url) });
  let step = 0;
  const press = async (type: string) => {
    step += 1;
    const message = { id: `bench-${process.pid}-${step}`, command: { type, counterId: 'c01' } };
    const answer: CommandAnswer = await officer?.emitWithAck('command', message);
    if (!answer.ok) throw new Error(`${type} was refused: ${answer.problem.code}`);
  };
  await press('open-counter');
  const sockets = await connect(url, screens);
  await Promise.all(sockets.map((socket) => socket.emitWithAck('subscribe', { view: 'hall' })));
  const times: CallTimes = { toScreens: [], toBoard: [] };
  for (let index = 0; index < count + warmUp; index += 1) {
    const onBoard = new Promise<number>((resolve) => {
      lit = (text) => text.trim() !== '' && resolve(performance.now());
    });
    const all = seen<{ body: { calls: { callSeq: number }[] } }>(
      sockets,
      'view',
      ({ body }) => (body.calls[0]?.callSeq ?? 0) > index,
    );
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
