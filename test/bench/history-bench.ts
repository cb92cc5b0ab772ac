// Start-up and one ticket with one day of history against ten years of it (3 million tickets), on the same machine in the
// same run. The years are written straight into the journal's tables, with the chain they would have.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { journalFigures } from '../../server/journal/figures.ts';
import { openSqliteJournal, type SqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { centreClient } from '../../server/simulation/centre-client.ts';
import { startServer } from '../support/server-process.ts';
import { timesFrom, timesOf } from './measure.ts';

const dayMs = 24 * 3_600_000;
const ticketsADay = 1_200;
const services = ['chung-thuc', 'ho-tich', 'dat-dai', 'chinh-sach', 'van-thu'];

export async function history(rounds: number | null): Promise<void> {
  const days = rounds ?? 2_500;
  const one = await measured(1);
  const many = await measured(days);
  const ratio = (a: number, b: number) => `${(a / b).toFixed(2)} ×`;
  console.log(
    `history: 1 day against ${days} days of ${ticketsADay} tickets (${((days * ticketsADay) / 1e6).toFixed(2)} million)`,
  );
  console.log(
    `  ready after start   ${one.ready.toFixed(0)} ms against ${many.ready.toFixed(0)} ms: ${ratio(many.ready, one.ready)}`,
  );
  console.log(
    `  a ticket (median)   ${one.ticket.toFixed(2)} ms against ${many.ticket.toFixed(2)} ms: ${ratio(many.ticket, one.ticket)}`,
  );
  console.log(`  a month's ratings table from ten years: ${many.report.toFixed(0)} ms`);
}

async function measured(days: number): Promise<{ ready: number; ticket: number; report: number }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'denluot-history-'));
  try {
    const first = await startServer(dataDir);
    await first.kill();
    rmSync(join(dataDir, 'journal.sqlite'), { force: true });
    rmSync(join(dataDir, 'journal.sqlite-wal'), { force: true });
    rmSync(join(dataDir, 'journal.sqlite-shm'), { force: true });
    const journal = openSqliteJournal(join(dataDir, 'journal.sqlite'));
    write(journal, days);
    const before = performance.now();
    journalFigures(journal.db).ratings({ from: dayText(Date.now() - 31 * dayMs), to: dayText(Date.now()) });
    const report = performance.now() - before;
    journal.close();
    const starts: number[] = [];
    let ticket = 0;
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      const server = await startServer(dataDir);
      starts.push(performance.now() - start);
      const hall = centreClient(server.url);
      if (round === 4)
        ticket = (
          await timesOf(
            200,
            async (index) =>
              void (await hall.command('/api/v1/tickets', { serviceId: services[index % services.length] })),
          )
        ).median;
      await server.kill();
    }
    return { ready: timesFrom(starts).median, ticket, report };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function dayText(at: number): BusinessDay {
  return new Date(at).toISOString().slice(0, 10) as BusinessDay;
}

/** `days` days that end yesterday, each in one transaction of whole tickets: issued, called, finished, every third rated. */
function write(journal: SqliteJournal, days: number): void {
  journal.db.exec('PRAGMA synchronous = OFF');
  for (let back = days; back >= 1; back -= 1) {
    const at = Date.now() - back * dayMs;
    const day = dayText(at);
    const rows: { businessDay: BusinessDay; event: DomainEvent }[] = [
      { businessDay: day, event: { type: 'business-day-started', day, previousDay: null, lastCallSeq: 0 } },
    ];
    rows.push({
      businessDay: day,
      event: { type: 'counter-opened', counterId: 'c01', operatorId: 'canbo01' } as DomainEvent,
    });
    for (let index = 0; index < ticketsADay; index += 1)
      rows.push(...visit(day, back, index).map((event) => ({ businessDay: day, event })));
    journal.append({
      commandId: `history-${back}` as CommandId,
      fingerprint: '',
      actor: 'system:clock',
      at,
      rows,
      result: {},
    });
  }
  journal.db.exec('PRAGMA synchronous = FULL');
}

function visit(day: string, back: number, index: number): DomainEvent[] {
  const ticketId = `h${back}-${index}`;
  const place = { counterId: 'c01', operatorId: 'canbo01' };
  const service = { serviceId: 'chung-thuc', departmentId: 'tphl' };
  const events = [
    {
      type: 'ticket-issued',
      ticketId,
      visitId: `v${ticketId}`,
      number: `A${index}`,
      seriesId: 'A',
      ordinal: index,
      ...service,
      priorityClass: null,
      language: 'vi',
      journey: [],
    },
    {
      type: 'ticket-called',
      ticketId,
      ...place,
      callSeq: index + 1,
      reason: { code: 'first-come', params: { day } },
    },
    { type: 'service-finished', ticketId, ...place, ...service, cause: 'operator', ends: true },
    ...(index % 3 === 0
      ? [
          {
            type: 'rating-submitted',
            ticketId,
            ...place,
            ...service,
            formId: 'five-buttons',
            answers: { opinion: 'sat_service' },
            comment: null,
          },
        ]
      : []),
  ];
  return events as unknown as DomainEvent[];
}
