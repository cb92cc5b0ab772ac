// A process whose files the system lets grow no further (RLIMIT_FSIZE by prlimit): writes tickets until that stops it,
// tries three more times, has the limit lifted, writes one more, and prints what happened as JSON.
import { spawnSync } from 'node:child_process';
import type {
  BusinessDay,
  CommandId,
  DepartmentId,
  SeriesId,
  ServiceId,
  TicketId,
  VisitId,
} from '../../protocol/ids.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';

const journal = openSqliteJournal(process.argv[2] ?? '');

function limitFiles(bytes: string): void {
  const { status } = spawnSync('/usr/bin/prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`]);
  if (status !== 0) throw new Error('the limit was not set');
}

function issue(count: number): string {
  const word = `t${count}`;
  const [row] = journal.append({
    commandId: word as CommandId,
    fingerprint: word,
    actor: 'device:kiosk-1',
    at: 1_000 + count,
    rows: [
      {
        businessDay: '2026-11-23' as BusinessDay,
        event: {
          type: 'ticket-issued',
          ticketId: word as TicketId,
          visitId: word as VisitId,
          number: word,
          seriesId: 'a' as SeriesId,
          ordinal: count,
          serviceId: 'chung-thuc' as ServiceId,
          departmentId: 'tu-phap' as DepartmentId,
          priorityClass: null,
          language: 'vi',
          journey: [],
        },
      },
    ],
    result: {},
  });
  return String(row?.seq);
}

function attempt(count: number): string | null {
  try {
    issue(count);
    return null;
  } catch (error) {
    return error instanceof Error ? error.name : String(error);
  }
}

limitFiles('400000');
let acknowledged = 0;
let failure = attempt(1);
while (failure === null && acknowledged < 5_000) {
  acknowledged += 1;
  failure = attempt(acknowledged + 1);
}
const failed = [failure, attempt(acknowledged + 1), attempt(acknowledged + 1)];
limitFiles('unlimited');
const afterwards = Number(issue(acknowledged + 1));
journal.close();
console.log(JSON.stringify({ acknowledged, failed, afterwards }));
