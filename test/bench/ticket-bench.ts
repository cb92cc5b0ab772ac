// A ticket from HTTP request to durable answer, against bare express with one synced insert; and how soon after the
// request the ticket's bytes are at the printer's socket.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { type RunningCentre, startCentre } from '../support/running-centre.ts';
import { bareServer } from './bare.ts';
import { say, timesFrom, timesOf } from './measure.ts';

/** Between two tickets, for ours and for the bare server alike. */
const pauseMs = 10;

export async function ticket(rounds: number | null): Promise<void> {
  const count = rounds ?? 500;
  const folder = mkdtempSync(join(tmpdir(), 'denluot-bench-'));
  const arrivals: number[] = [];
  // A printer that answers every question at once; when the ticket's first bytes come is what counts.
  const printer = createServer((socket) =>
    socket.on('data', (bytes) => {
      const questions = bytes.length <= 20 ? [...bytes].filter((byte) => byte === 0x10).length : 0;
      if (questions > 0) socket.write(Buffer.alloc(questions, 0x12));
      else if (bytes.includes(Buffer.of(0x1d, 0x76, 0x30))) arrivals.push(performance.now());
      const id = bytes.lastIndexOf(Buffer.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30));
      if (id >= 0)
        socket.write(Buffer.concat([Buffer.of(0x37, 0x22), bytes.subarray(id + 7, id + 11), Buffer.of(0)]));
    }),
  );
  await new Promise<void>((resolve) => printer.listen(0, '127.0.0.1', resolve));
  const bare = await bareServer(folder);
  const { port } = printer.address() as { port: number };
  const dataDir = join(folder, 'centre');
  centreWithPrinter(dataDir, port);
  const centre = await startCentre({ sample: 'commune', dataDir });
  const bareTimes = await timesOf(
    count,
    async (index) =>
      void (await fetch(`${bare.url}/`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ index }),
      }).then((answer) => answer.text())),
    () => new Promise((resolve) => setTimeout(resolve, pauseMs)),
  );
  const services = ['chung-thuc', 'ho-tich', 'dat-dai', 'chinh-sach', 'van-thu'];
  // As in a hall, where somebody touches the kiosk every few seconds: the paper before is out when the next is asked for.
  const isOut = (id: string) => centre.app.devices.printOf(id).state === 'printed';
  const ours = await timesOf(
    count,
    async (index) => {
      const taken = await centre.hall.command<{ ticket: { id: string } }>('/api/v1/tickets', {
        serviceId: services[index % services.length],
      });
      return taken.ok ? taken.body.ticket.id : '';
    },
    async (id) => {
      for (let tries = 0; tries < 500 && !isOut(id); tries += 1)
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
    },
  );
  say(`ticket: request to durable answer (${count} tickets, printing on)`, ours, bareTimes);
  await firstBytes(centre, arrivals);
  await centre.stop();
  await bare.close();
  printer.close();
  rmSync(folder, { recursive: true, force: true });
}

/** A commune whose printer is a machine of its own: what it costs to be one is not this server's. */
function centreWithPrinter(dataDir: string, port: number): void {
  mkdirSync(dataDir, { recursive: true });
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  sample.devices.printers[0].address = `tcp://127.0.0.1:${port}`;
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(sample));
}

async function firstBytes(centre: RunningCentre, arrivals: number[]): Promise<void> {
  const client = centreClient(centre.url);
  const times: number[] = [];
  for (let index = 0; index < 60; index += 1) {
    const before = performance.now();
    arrivals.length = 0;
    await client.command('/api/v1/tickets', { serviceId: 'chung-thuc' });
    while (arrivals.length === 0 && performance.now() - before < 20_000)
      await new Promise((resolve) => setTimeout(resolve, 1));
    times.push((arrivals[0] ?? Number.NaN) - before);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const { median, p99 } = timesFrom(times.slice(10));
  console.log(
    `  first bytes of the ticket at the printer's socket: median ${median.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms after the request`,
  );
}
