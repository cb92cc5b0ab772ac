// `npm run simulate -- [--server URL] [--speed N] [--seed WORDS] [--load SHARE] [--people N]`: plays an invented day against a running
// demonstration through the real API and prints what came of it. With a scenario or a journal it plays without a server
// (play-command.ts).
import { parseArgs } from 'node:util';
import { centreClient } from './centre-client.ts';
import { type Centre, inventedDay } from './invented-day.ts';
import { asksToPlay, playCommand } from './play-command.ts';
import { runDay } from './run-day.ts';

const args = process.argv.slice(2);
if (asksToPlay(args)) {
  const { exitCode, text } = playCommand(args, () => performance.now());
  console[exitCode === 0 ? 'log' : 'error'](text);
  process.exitCode = exitCode;
} else await againstServer();

async function againstServer(): Promise<void> {
  const { values } = parseArgs({
    options: {
      server: { type: 'string', default: 'http://127.0.0.1:8080' },
      speed: { type: 'string', default: '60' },
      seed: { type: 'string', default: 'a day' },
      load: { type: 'string', default: '0.75' },
      people: { type: 'string' },
    },
  });
  const numbers = {
    speed: Number(values.speed),
    load: Number(values.load),
    people: Number(values.people ?? 1),
  };
  const wrong = Object.entries(numbers).find(([, each]) => !Number.isFinite(each) || each <= 0)?.[0];
  if (wrong === undefined) await play(values, numbers);
  else {
    console.error(`--${wrong} must be a number above 0.`);
    process.exitCode = 2;
  }
}

type Wanted = { readonly server: string; readonly seed: string; readonly people?: string | undefined };
type Numbers = { readonly speed: number; readonly load: number; readonly people: number };

async function play(values: Wanted, numbers: Numbers): Promise<void> {
  const client = centreClient(values.server);
  const centre = await client.get<Centre>('/api/v1/centre').catch(() => null);
  if (centre === null || !centre.ok) {
    console.error(`No centre answers at ${values.server}; start one with: npm run demo`);
    process.exitCode = 2;
    return;
  }
  const { speed, load, people } = numbers;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const day = inventedDay(centre.body, values.seed, load);
  const visits = values.people === undefined ? day : day.slice(0, people);
  const counterIds = centre.body.counters.map((counter) => counter.id as string).slice(1);
  const minute = (60 / speed).toFixed(2);
  console.log(`${visits.length} people come to ${counterIds.length} counters; a minute takes ${minute} s.`);
  const figures = await runDay({
    ...{ client, centre: centre.body, visits, speed, counterIds },
    ...{ password: 'denluot', signal: stop.signal },
  });
  console.table(figures);
}
