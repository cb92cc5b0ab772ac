// `npm run bench -- [name …] [--rounds N]`: every benchmark prints ratios within one run on one machine, because absolute
// times say more of the machine than of the program.

import { call } from './call-bench.ts';
import { crash } from './crash-bench.ts';
import { hall } from './hall-bench.ts';
import { hardware } from './hardware-bench.ts';
import { history } from './history-bench.ts';
import { ticket } from './ticket-bench.ts';

const benches: Readonly<Record<string, (rounds: number | null) => Promise<void>>> = {
  ticket,
  call,
  history,
  hardware,
  hall,
  crash,
};
const args = process.argv.slice(2);
const at = args.indexOf('--rounds');
const rounds = at < 0 ? null : Number(args[at + 1]);
const names = args.filter((_, index) => index !== at && (at < 0 || index !== at + 1));
const unknown = names.filter((name) => benches[name] === undefined);
if (unknown.length > 0) {
  console.error(
    `No benchmark is called ${unknown.join(', ')}; there are ${Object.keys(benches).join(', ')}.`,
  );
  process.exit(2);
}
// The crash benchmark kills servers for minutes, and the hall's needs a browser: they run only when they are asked for.
for (const name of names.length > 0 ? names : ['ticket', 'call', 'history', 'hardware'])
  await benches[name]?.(rounds);
process.exit(0);
