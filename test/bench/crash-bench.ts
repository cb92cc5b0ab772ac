// `npm run bench -- crash --rounds N`: the crash experiment for as many rounds as one likes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crashRounds } from '../fault/crash.ts';
import { timesFrom } from './measure.ts';

export async function crash(rounds: number | null): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-crash-'));
  const wanted = rounds ?? 100;
  const figures = await crashRounds(dataDir, wanted, `crash ${Date.now()}`, (round) => {
    if (round % 20 === 0) console.log(`  ${round} of ${wanted} rounds`);
  });
  const { readyMs, ...counts } = figures;
  const ready = timesFrom(readyMs);
  console.log(`crash: ${JSON.stringify(counts)}`);
  console.log(`  ready again: median ${ready.median} ms, p99 ${ready.p99} ms`);
  rmSync(dataDir, { recursive: true, force: true });
  if (figures.lost + figures.doubled + figures.changed > 0) process.exit(1);
}
