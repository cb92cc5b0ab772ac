// The crash experiment: a real server process is driven over HTTP by several clients and killed with SIGKILL at a random
// moment; then it is started again and its journal compared with what the clients were told. Used by the test and by
// `npm run bench -- crash`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from '../../server/journal/sqlite.ts';
import { verifyJournal } from '../../server/journal/verification.ts';
import { type Answer, centreClient } from '../../server/simulation/centre-client.ts';
import { seededRandom } from '../../server/simulation/seeded-random.ts';
import { startServer } from '../support/server-process.ts';

type Ticket = { ticket: { id: string; number: string } };
export type CrashFigures = {
  rounds: number;
  acknowledged: number;
  unacknowledged: number;
  lost: number;
  doubled: number;
  changed: number;
  readyMs: number[];
};

const services = ['chung-thuc', 'ho-tich', 'dat-dai', 'chinh-sach', 'van-thu'];
const clients = 4;

export async function crashRounds(
  dataDir: string,
  rounds: number,
  seed: string,
  told?: (round: number) => void,
): Promise<CrashFigures> {
  const random = seededRandom(seed);
  const figures: CrashFigures = {
    rounds: 0,
    acknowledged: 0,
    unacknowledged: 0,
    lost: 0,
    doubled: 0,
    changed: 0,
    readyMs: [],
  };
  writeFileSync(join(dataDir, 'centre.json'), JSON.stringify(roomyCentre()));
  const acknowledged = new Map<string, string>();
  for (let round = 0; round < rounds; round += 1) {
    const unacknowledged = await loadAndKill(dataDir, round, 30 + random.next() * 250, acknowledged);
    const before = performance.now();
    const server = await startServer(dataDir);
    figures.readyMs.push(Math.round(performance.now() - before));
    await repeat(server.url, acknowledged, unacknowledged, figures, random.next());
    await server.kill();
    compare(join(dataDir, 'journal.sqlite'), acknowledged, figures);
    figures.rounds += 1;
    told?.(round + 1);
  }
  figures.acknowledged = acknowledged.size;
  return figures;
}

/** The commune with numbers and room enough for a thousand rounds. */
function roomyCentre(): unknown {
  const sample = JSON.parse(
    readFileSync(new URL('../../server/setup/samples/commune.json', import.meta.url), 'utf8'),
  );
  for (const series of sample.series) Object.assign(series, { digits: 4, to: 9_999 });
  sample.limits.waitingAtMost = 20_000;
  return sample;
}

/** Takes tickets from several clients until the kill; gives the ids that were not answered, with their service. */
async function loadAndKill(
  dataDir: string,
  round: number,
  afterMs: number,
  acknowledged: Map<string, string>,
): Promise<Map<string, string>> {
  const server = await startServer(dataDir);
  const unacknowledged = new Map<string, string>();
  let killed = false;
  const load = async (client: number) => {
    const hall = centreClient(server.url);
    for (let step = 0; !killed && step < 2_000; step += 1) {
      const id = `r${round}-c${client}-${step}`;
      const serviceId = services[(step + client) % services.length] ?? '';
      unacknowledged.set(id, serviceId);
      const answer: Answer<Ticket> | null = await hall
        .command<Ticket>('/api/v1/tickets', { serviceId }, id)
        .catch(() => null);
      if (answer === null) return;
      if (answer.ok) acknowledged.set(id, answer.body.ticket.id);
      unacknowledged.delete(id);
    }
  };
  const loads = Array.from({ length: clients }, (_, client) => load(client));
  await new Promise((resolve) => setTimeout(resolve, afterMs));
  await server.kill();
  killed = true;
  await Promise.all(loads);
  return unacknowledged;
}

/** What was not answered is asked again twice and must be one ticket; what was answered must be answered the same. */
async function repeat(
  url: string,
  acknowledged: Map<string, string>,
  unacknowledged: Map<string, string>,
  figures: CrashFigures,
  share: number,
): Promise<void> {
  const hall = centreClient(url);
  for (const [id, serviceId] of unacknowledged) {
    figures.unacknowledged += 1;
    const first = await hall.command<Ticket>('/api/v1/tickets', { serviceId }, id);
    const second = await hall.command<Ticket>('/api/v1/tickets', { serviceId }, id);
    if (!first.ok || !second.ok || first.body.ticket.id !== second.body.ticket.id) figures.doubled += 1;
    else acknowledged.set(id, first.body.ticket.id);
  }
  const known = [...acknowledged];
  const from = Math.floor(share * Math.max(1, known.length - 10));
  for (const [id, ticketId] of known.slice(from, from + 10)) {
    const [, client = '0', step = '0'] = /-c(\d+)-(\d+)$/.exec(id) ?? [];
    const again = await hall.command<Ticket>(
      '/api/v1/tickets',
      { serviceId: services[(Number(step) + Number(client)) % services.length] },
      id,
    );
    if (!again.ok || again.body.ticket.id !== ticketId) figures.changed += 1;
  }
}

/** The journal on disk against what the clients know: every acknowledged command once, none twice, the chain whole. */
function compare(file: string, acknowledged: ReadonlyMap<string, string>, figures: CrashFigures): void {
  const db = new DatabaseSync(file, { readOnly: true });
  const rows = db.prepare("SELECT command_id, payload FROM events WHERE type = 'ticket-issued'").all() as {
    command_id: string;
    payload: string;
  }[];
  db.close();
  const issued = new Map<string, string>();
  const numbers = new Set<string>();
  for (const { command_id, payload } of rows) {
    const { ticketId, number } = JSON.parse(payload) as { ticketId: string; number: string };
    if (issued.has(command_id) || numbers.has(number)) figures.doubled += 1;
    issued.set(command_id, ticketId);
    numbers.add(number);
  }
  for (const [id, ticketId] of acknowledged) if (issued.get(id) !== ticketId) figures.lost += 1;
  const verified = verifyJournal(file);
  if (!verified.ok) figures.lost += 1;
}
