// `npm run bench -- [name …] [--rounds N] [--option value …]`: every benchmark prints ratios within one run on one machine,
// because absolute times say more of the machine than of the program.

import { call } from './call-bench.ts';
import { crash } from './crash-bench.ts';
import { dispatch } from './dispatch-bench.ts';
import { hall } from './hall-bench.ts';
import { hardware } from './hardware-bench.ts';
import { history } from './history-bench.ts';
import { qbench } from './qbench-bench.ts';
import { ticket } from './ticket-bench.ts';

type Options = ReadonlyMap<string, string>;
const benches: Readonly<Record<string, (rounds: number | null, options: Options) => Promise<void>>> = {
  ticket,
  call,
  history,
  hardware,
  hall,
  crash,
  dispatch,
  qbench,
};
const names: string[] = [];
const options = new Map<string, string>();
const args = process.argv.slice(2);
for (let at = 0; at < args.length; at += 1) {
  const word = args[at] ?? '';
  if (word.startsWith('--')) {
    at += 1;
    options.set(word.slice(2), args[at] ?? '');
  } else names.push(word);
}
const wanted = options.get('rounds');
const rounds = wanted === undefined ? null : Number(wanted);
const unknown = names.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
// The crash benchmark kills servers for minutes, the hall's needs a browser and `qbench` a judge from elsewhere: they run
// only when they are asked for.
for (const name of names.length > 0 ? names : ['ticket', 'call', 'history', 'hardware', 'dispatch'])
  await benches[name]?.(rounds, options);
process.exit();
