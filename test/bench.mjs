// `npm run bench -- [name …] [options]`: the benchmarks, as ratios within one run.
import { spawnSync } from 'node:child_process';
import { prepare, root } from '../server/prepare.mjs';

await prepare();
const { status } = spawnSync(
  process.execPath,
  ['--expose-gc', '--import', 'tsx', 'test/bench/bench.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(status ?? 1);
