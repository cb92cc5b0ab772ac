// A press of "next" until all of 200 connected hall screens have received it, and until the number's bytes are at the LED
// board, against a bare socket.io broadcast with one synced insert to as many screens. The screens, the officer and the
// board are one process of their own in both runs, so that the server alone is what differs.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCentre } from '../support/running-centre.ts';
import { bareServer } from './bare.ts';
import type { CallTimes, ScreensTask } from './call-screens.ts';
import { say, timesFrom } from './measure.ts';
import { inOwnProcess } from './own-process.ts';

const screens = 200;

export async function call(rounds: number | null): Promise<void> {
  const count = rounds ?? 200;
  const folder = mkdtempSync(join(tmpdir(), 'denluot-bench-'));
  const bare = await bareServer(folder);
  const bareTimes = timesFrom(
    (await seenByScreens({ server: 'bare', url: bare.url, screens, count })).toScreens,
  );
  await bare.close();
  const ours = await ourRun(join(folder, 'centre'), count);
  say(
    `call: press to ${screens} hall screens (${count} calls, durability on)`,
    timesFrom(ours.toScreens),
    bareTimes,
  );
  const board = timesFrom(ours.toBoard);
  console.log(
    `  press to the LED board's bytes: median ${board.median.toFixed(2)} ms, p99 ${board.p99.toFixed(2)} ms; ratio of medians to bare ${(board.median / bareTimes.median).toFixed(2)} ×`,
  );
  rmSync(folder, { recursive: true, force: true });
}

/** A centre of which one LED board is where the other process will listen. */
async function ourRun(dataDir: string, count: number): Promise<CallTimes> {
  mkdirSync(dataDir, { recursive: true });
  const boardPort = 20_000 + (process.pid % 10_000);
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  sample.devices.boards = sample.devices.boards
    .slice(0, 1)
    .map((each: object) => ({ ...each, address: `tcp://127.0.0.1:${boardPort}` }));
  sample.devices.printers = [];
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
  const centre = await startCentre({ sample: 'commune', dataDir });
  const times = await seenByScreens({ server: 'ours', url: centre.url, screens, count, boardPort });
  await centre.stop();
  return times;
}

const seenByScreens = (task: ScreensTask) => inOwnProcess<CallTimes>('./call-screens.ts', task);
