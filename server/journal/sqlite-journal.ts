// The durable journal: one SQLite file, write-ahead log, synced at every commit. One transaction keeps a command's
// events, the read models and the command's outcome, or nothing of them. One process writes a file: a second one's rows
// would collide on `seq` and fail.
import {
  type Append,
  type CommandOutcome,
  type Journal,
  JournalUnavailable,
} from '../application/journal-port.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { type CommandOutcomes, commandOutcomes } from './command-outcomes.ts';
import { genesis } from './hash-chain.ts';
import { assertFollows, type EventRow, type Head, payloadOf, recordedOf, recordOf } from './journal-row.ts';
import { migrate } from './migrations.ts';
import { projector } from './read-models.ts';
import { type Database, DatabaseSync } from './sqlite.ts';

export type SqliteJournal = Journal & {
  /** The open file, for the figures of reports. */
  readonly db: Database;
  /** Bounds the file to a number of pages, as a full disk would; for tests of that fault. */
  limitPages(pages: number): void;
};

type Written = { readonly head: Head; readonly recorded: RecordedEvent[] };

/** Opens or makes the journal; throws where the file is no journal of this or an older version. */
export function openSqliteJournal(file: string): SqliteJournal {
  const db = openFile(file);
  const outcomes = commandOutcomes(db);
  const write = writer(db, outcomes);
  const { newest, ...reading } = reader(db);
  // Moves only once a transaction is on disk: whatever breaks one off, the next row follows the last one kept.
  let head: Head = newest() ?? { seq: 0, at: 0, hash: genesis };
  return {
    db,
    ...reading,
    append(append) {
      assertFollows(append.at, head);
      const written = inTransaction(db, () => write(append, head));
      head = written.head;
      return written.recorded;
    },
    recordRefusal(commandId, fingerprint, at, refusal) {
      const outcome: CommandOutcome = { fingerprint, answer: { ok: false, refusal } };
      inTransaction(db, () => outcomes.keep(commandId, at, outcome));
    },
    outcomeOf: outcomes.find,
    head: () => ({ seq: head.seq, at: head.at }),
    limitPages: (pages) => db.exec(`PRAGMA max_page_count = ${pages}`),
    close: () => db.close(),
  };
}

function openFile(file: string): Database {
  const db = new DatabaseSync(file);
  try {
    db.exec('PRAGMA busy_timeout = 2000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    migrate(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function writer(db: Database, outcomes: CommandOutcomes): (append: Append, head: Head) => Written {
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const project = projector(db);
  const insertRow = (row: RecordedEvent) => {
    const { seq, at, businessDay, event, schemaVersion, actor, commandId, hash } = row;
    insert.run(seq, at, businessDay, event.type, schemaVersion, payloadOf(event), actor, commandId, hash);
  };
  return (append, before) => {
    let head = before;
    const recorded = append.rows.map(({ businessDay, event }) => {
      const row = recordOf(append, businessDay, event, head);
      insertRow(row);
      project(event, row);
      if (event.type === 'business-day-started') outcomes.dropOld(append.at);
      head = row;
      return row;
    });
    const answer: CommandOutcome['answer'] = { ok: true, result: append.result, lastSeq: head.seq };
    outcomes.keep(append.commandId, append.at, { fingerprint: append.fingerprint, answer });
    return { head, recorded };
  };
}

function reader(db: Database) {
  const selectNewest = db.prepare('SELECT * FROM events ORDER BY seq DESC LIMIT 1');
  const selectAfter = db.prepare('SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?');
  const selectDay = db.prepare('SELECT * FROM events WHERE business_day = ? ORDER BY seq');
  const newest = () => selectNewest.get() as EventRow | undefined;
  return {
    newest,
    *currentDay() {
      const day = newest()?.business_day;
      if (day === undefined) return;
      for (const row of selectDay.iterate(day)) yield recordedOf(row as EventRow);
    },
    rowsAfter: (seq: number, limit: number) =>
      selectAfter.all(seq, limit).map((row) => recordedOf(row as EventRow)),
  };
}

/** All of what `write` does is on disk when this returns, or nothing of it when it throws `JournalUnavailable`. */
function inTransaction<T>(db: Database, write: () => T): T {
  try {
    db.exec('BEGIN IMMEDIATE');
    const written = write();
    db.exec('COMMIT');
    return written;
  } catch (cause) {
    try {
      if (db.isTransaction) db.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back what a full disk broke off.
    }
    throw new JournalUnavailable(cause);
  }
}
