// A press of "next" until a real browser has drawn the number on the hall board, with 1, 50 and 200 displays, against a
// bare socket.io broadcast of as many bytes with one synced insert, drawn by a bare page in the same browser. Browser,
// displays and officers are one process of their own.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCentre } from '../support/running-centre.ts';
import { bareServer } from './bare.ts';
import type { DisplaysTask, DrawnTimes } from './hall-displays.ts';
import { say, timesFrom } from './measure.ts';
import { inOwnProcess } from './own-process.ts';

const displays = [1, 50, 200];

export async function hall(rounds: number | null): Promise<void> {
  const count = rounds ?? 110;
  const folder = mkdtempSync(join(tmpdir(), 'denluot-bench-'));
  const dataDir = join(folder, 'centre');
  quietCentre(dataDir);
  const bare = await bareServer(folder);
  const centre = await startCentre({ sample: 'soc-trang', dataDir });
  try {
    const task: DisplaysTask = { ours: centre.url, bare: bare.url, displays, count };
    for (const times of await inOwnProcess<DrawnTimes[]>('./hall-displays.ts', task)) {
      say(
        `hall: call to drawn, ${times.displays} display${times.displays === 1 ? '' : 's'} (${count} calls, durability on, ${times.viewBytes} bytes a view)`,
        timesFrom(times.ours),
        timesFrom(times.bare),
      );
    }
  } finally {
    await centre.stop();
    await bare.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sóc Trăng without printers and loudspeakers: their work would go on while the bare server has its turn. */
function quietCentre(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true });
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/soc-trang.json', import.meta.url), 'utf8'),
  );
  sample.devices.printers = [];
  sample.devices.speakers = [];
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
}
