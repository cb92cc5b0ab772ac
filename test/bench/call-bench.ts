// A press of "next" until all of 200 connected hall screens have received it, and until the number's bytes are at the LED
// board, against a bare socket.io broadcast with one synced insert to as many screens.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { startCentre } from '../support/running-centre.ts';
import { bareServer } from './bare.ts';
import { say, timesFrom } from './measure.ts';

const screens = 200;

export async function call(rounds: number | null): Promise<void> {
  const count = rounds ?? 150;
  const folder = mkdtempSync(join(tmpdir(), 'denluot-bench-'));
  const bare = await bareServer(folder);
  const bareTimes = await bareRun(bare.url, count);
  await bare.close();
  const { toScreens, toBoard } = await ourRun(join(folder, 'centre'), count);
  say(
    `call: press to ${screens} hall screens (${count} calls, durability on)`,
    timesFrom(toScreens),
    bareTimes,
  );
  const board = timesFrom(toBoard);
  console.log(
    `  press to the LED board's bytes: median ${board.median.toFixed(2)} ms, p99 ${board.p99.toFixed(2)} ms; ratio of medians to bare ${(board.median / bareTimes.median).toFixed(2)} ×`,
  );
  rmSync(folder, { recursive: true, force: true });
}

function connect(url: string, count: number): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () =>
    io(url, { path: '/live', transports: ['websocket'], forceNew: true, multiplex: false }),
  );
  return Promise.all(
    sockets.map((socket) => new Promise<Socket>((resolve) => socket.once('connect', () => resolve(socket)))),
  );
}

async function bareRun(url: string, count: number) {
  const sockets = await connect(url, screens);
  const times: number[] = [];
  for (let index = 0; index < count + 20; index += 1) {
    const all = Promise.all(
      sockets.map((socket) => new Promise<void>((resolve) => socket.once('shown', () => resolve()))),
    );
    const before = performance.now();
    sockets[0]?.emit('press', { index });
    await all;
    if (index >= 20) times.push(performance.now() - before);
  }
  for (const socket of sockets) socket.disconnect();
  return timesFrom(times);
}

async function ourRun(dataDir: string, count: number): Promise<{ toScreens: number[]; toBoard: number[] }> {
  mkdirSync(dataDir, { recursive: true });
  let lit = (_text: string) => {};
  const board = await startBoardSimulator({ changed: (_unit, text) => lit(text) });
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  sample.devices.boards = sample.devices.boards
    .slice(0, 1)
    .map((each: object) => ({ ...each, address: board.address }));
  sample.devices.printers = [];
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
  const centre = await startCentre({ sample: 'commune', dataDir });
  const officer = await centre.officer('canbo01');
  for (let index = 0; index < count + 20; index += 1)
    await centre.hall.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
  await officer.command('/api/v1/counters/c01/open', {});
  const sockets = await connect(centre.url, screens);
  await Promise.all(sockets.map((socket) => socket.emitWithAck('subscribe', { view: 'hall' })));
  const [toScreens, toBoard]: [number[], number[]] = [[], []];
  for (let index = 0; index < count + 20; index += 1) {
    let number = '';
    const shown = (socket: Socket) =>
      new Promise<void>((resolve) => {
        const hear = (envelope: { body: { calls: { callSeq: number }[] } }) => {
          if ((envelope.body.calls[0]?.callSeq ?? 0) <= index) return;
          socket.off('view', hear);
          resolve();
        };
        socket.on('view', hear);
      });
    const onBoard = new Promise<number>((resolve) => {
      lit = (text) => text.trim() !== '' && resolve(performance.now());
    });
    const all = Promise.all(sockets.map(shown));
    const before = performance.now();
    const pressed = officer.command<{ ticket: { number: string } }>('/api/v1/counters/c01/call-next', {});
    await all;
    const screensAt = performance.now();
    const boardAt = await onBoard;
    const answer = await pressed;
    if (answer.ok) number = answer.body.ticket.number;
    if (number === '') throw new Error('the call was refused');
    if (index >= 20) {
      toScreens.push(screensAt - before);
      toBoard.push(boardAt - before);
    }
    await officer.command('/api/v1/counters/c01/finish', {});
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  for (const socket of sockets) socket.disconnect();
  await centre.stop();
  await board.close();
  return { toScreens, toBoard };
}
