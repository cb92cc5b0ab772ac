// Real journal files in a folder of their own under the system's temporary one, and the rows that tests put in them.
// Everything opened is closed and removed after each test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { Append } from '../../server/application/journal-port.ts';
import type { DomainEvent } from '../../server/domain/events.ts';
import { openSqliteJournal, type SqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { clock, monday } from '../support/domain-clock.ts';

const toClose: (() => void)[] = [];
afterEach(() => {
  for (const close of toClose.splice(0).reverse()) close();
});

/** A folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'denluot-journal-'));
  toClose.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function journalFile(): string {
  return join(temporaryFolder(), 'journal.sqlite');
}

/** Open until the test ends, or until the test closes it. */
export function opened(file: string): SqliteJournal {
  const journal = openSqliteJournal(file);
  let open = true;
  const close = () => {
    if (open) journal.close();
    open = false;
  };
  toClose.push(close);
  return { ...journal, close };
}

type AppendDetails = { at?: number; day?: string; id?: string; actor?: string; result?: Append['result'] };

/** What one command appends: on Monday at 08:00 by canbo01, unless the test says otherwise. */
export function append(events: readonly DomainEvent[], details: AppendDetails = {}): Append {
  const { at = clock('08:00'), day = monday, id = newId(), actor = 'staff:canbo01', result = {} } = details;
  return {
    commandId: id as CommandId,
    fingerprint: `fingerprint of ${id}`,
    actor,
    at,
    rows: events.map((event) => ({ businessDay: day as BusinessDay, event })),
    result,
  };
}

let ids = 0;
function newId(): string {
  ids += 1;
  return `command-${ids}`;
}
