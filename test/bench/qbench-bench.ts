// Lets a judge of queues from elsewhere play the project's own policy and estimator: `npm run bench -- qbench --qbench
// <its folder> [--seed dev --worlds 1 --days 1 …]`. Its tables and goals are printed as it says them; the project runs and
// its tests pass without it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const contestant = fileURLToPath(new URL('./qbench-contestant.mjs', import.meta.url));
const usual = new Map([
  ['seed', 'dev'],
  ['worlds', '1'],
  ['days', '1'],
]);

export function qbench(_rounds: number | null, options: ReadonlyMap<string, string>): Promise<void> {
  const folder = options.get('qbench');
  const judge = folder === undefined ? '' : join(resolve(folder), 'bin', 'run.mjs');
  if (folder === undefined || !existsSync(judge)) {
    console.error('Say where the judge is: --qbench <folder with bin/run.mjs>.');
    process.exitCode = 2;
    return Promise.resolve();
  }
  const given = [...new Map([...usual, ...options])].filter(
    ([name]) => name !== 'qbench' && name !== 'rounds',
  );
  const args = [
    judge,
    'check',
    '--contestant',
    contestant,
    ...given.flatMap(([name, value]) => [`--${name}`, value]),
  ];
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  process.exitCode = status ?? 1;
  return Promise.resolve();
}
