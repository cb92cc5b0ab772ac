// A disk that is full, by limits that the system really sets: a bound on the database's pages in this process, and a
// bound on file size (RLIMIT_FSIZE) in a process of its own, which is lifted while it runs.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { CommandId } from '../../protocol/ids.ts';
import { JournalUnavailable } from '../../server/application/journal-port.ts';
import type { SqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { verifyJournal } from '../../server/journal/verification.ts';
import { clock } from '../support/domain-clock.ts';
import { dayStarted, issued } from '../support/domain-facts.ts';
import { append, journalFile, opened } from './journal-files.ts';

const numbered = (count: number) => `A${String(count).padStart(4, '0')}`;

/** Issues tickets until the disk refuses one; gives how many were acknowledged. */
function fill(journal: SqliteJournal): { acknowledged: number; error: unknown } {
  for (let count = 1; count < 5_000; count += 1) {
    try {
      journal.append(append([issued(numbered(count))], { id: `fill-${count}` }));
    } catch (error) {
      return { acknowledged: count - 1, error };
    }
  }
  throw new Error('the disk never filled');
}

function rowsIn(journal: SqliteJournal, table: string): number {
  return Number(journal.db.prepare(`SELECT count(*) AS count FROM ${table}`).get()?.count);
}

test('a ticket that cannot be written is not there in any table, nor is its command', () => {
  const journal = opened(journalFile());
  journal.append(append([dayStarted()]));
  journal.limitPages(1);
  const { acknowledged, error } = fill(journal);
  expect(error).toBeInstanceOf(JournalUnavailable);
  expect(acknowledged).toBeGreaterThan(0);
  expect(rowsIn(journal, 'events')).toBe(1 + acknowledged);
  expect(rowsIn(journal, 'tickets')).toBe(acknowledged);
  expect(rowsIn(journal, 'visits')).toBe(acknowledged);
  expect(rowsIn(journal, 'commands')).toBe(1 + acknowledged);
  expect(journal.outcomeOf(`fill-${acknowledged + 1}` as CommandId)).toBeNull();
  expect(journal.head().seq).toBe(1 + acknowledged);
});

test('the same command works once there is room, and the chain has no break', () => {
  const file = journalFile();
  const journal = opened(file);
  journal.limitPages(1);
  const { acknowledged } = fill(journal);
  expect(() => journal.recordRefusal('r' as CommandId, 'f'.repeat(60_000), clock('08:00'), refusal)).toThrow(
    JournalUnavailable,
  );
  journal.limitPages(1_000_000);
  const [row] = journal.append(
    append([issued(numbered(acknowledged + 1))], { id: `fill-${acknowledged + 1}` }),
  );
  journal.recordRefusal('r' as CommandId, 'f', clock('08:00'), refusal);
  expect(row?.seq).toBe(acknowledged + 1);
  journal.close();
  expect(verifyJournal(file)).toMatchObject({ ok: true, rows: acknowledged + 1 });
});

const refusal = { code: 'nobody-waiting', params: {} } as const;

test.runIf(existsSync('/usr/bin/prlimit'))(
  'a file that the system does not let grow: refused, kept whole, and written again when it may grow',
  () => {
    const file = journalFile();
    const writer = fileURLToPath(new URL('./limited-writer.ts', import.meta.url));
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', writer, file], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    const { acknowledged, failed, afterwards } = JSON.parse(stdout);
    expect(failed).toEqual(['JournalUnavailable', 'JournalUnavailable', 'JournalUnavailable']);
    expect(acknowledged).toBeGreaterThan(0);
    expect(afterwards).toBe(acknowledged + 1);
    expect(verifyJournal(file)).toMatchObject({ ok: true, rows: acknowledged + 1 });
  },
);
