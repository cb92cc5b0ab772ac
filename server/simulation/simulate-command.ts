// `npm run simulate -- [--server URL] [--speed N] [--seed WORDS] [--load SHARE]`: plays an invented day against a running
// demonstration through the real API and prints what came of it.
import { parseArgs } from 'node:util';
import { centreClient } from './centre-client.ts';
import { type Centre, inventedDay } from './invented-day.ts';
import { runDay } from './run-day.ts';

const { values } = parseArgs({
  options: {
    server: { type: 'string', default: 'http://127.0.0.1:8080' },
    speed: { type: 'string', default: '60' },
    seed: { type: 'string', default: 'a day' },
    load: { type: 'string', default: '0.75' },
    people: { type: 'string' },
  },
});
const client = centreClient(values.server);
const centre = await client.get<Centre>('/api/v1/centre').catch(() => null);
if (centre === null || !centre.ok) {
  console.error(`No centre answers at ${values.server}; start one with: npm run demo`);
  process.exitCode = 2;
} else {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const visits = inventedDay(centre.body, values.seed, Number(values.load)).slice(
    0,
    values.people === undefined ? undefined : Number(values.people),
  );
  const counterIds = centre.body.counters.map((counter) => counter.id as string).slice(1);
  console.log(
    `${visits.length} people come to ${counterIds.length} counters; a minute takes ${(60 / Number(values.speed)).toFixed(2)} s.`,
  );
  const figures = await runDay({
    client,
    centre: centre.body,
    visits,
    speed: Number(values.speed),
    counterIds,
    password: 'denluot',
    signal: stop.signal,
  });
  console.table(figures);
}
