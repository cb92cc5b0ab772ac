// The hall's side of the call benchmark, a process of its own: so many screens, the officer who presses, the LED board.
import { startBoardSimulator } from '../../hardware/simulator/board-simulator.ts';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { answer, taskOf } from './own-process.ts';
import { manyScreens, officerAt, presser, type Screen } from './screens.ts';

export type ScreensTask = {
  readonly url: string;
  readonly screens: number;
  readonly count: number;
} & ({ readonly server: 'bare' } | { readonly server: 'ours'; readonly boardPort: number });
/** Milliseconds from the press. */
export type CallTimes = { readonly toScreens: number[]; readonly toBoard: number[] };

const warmUp = 30;

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

const hallOf = ({ url, screens, server }: ScreensTask) => manyScreens(screens, url, server === 'ours');

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
  const press = await officerAt(task.url, 'canbo01', 'c01');
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

const task = taskOf<ScreensTask>();
answer(task.server === 'ours' ? await ourTimes(task, task.boardPort) : await bareTimes(task));
