// The durable journal: one SQLite file, write-ahead log, synced at every commit. One transaction keeps a command's
// events, the read models and the command's outcome, or nothing of them.
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { Refusal } from '../../protocol/refusals.ts';
import {
  type Append,
  type CommandOutcome,
  type Journal,
  JournalUnavailable,
} from '../application/journal-port.ts';
import { type DomainEvent, eventSchemaVersion, type RecordedEvent } from '../domain/events.ts';
import { genesis, rowHash } from './hash-chain.ts';
import { migrate } from './migrations.ts';
import { projector } from './read-models.ts';
import { type Database, DatabaseSync } from './sqlite.ts';

type Head = { readonly seq: number; readonly at: number; readonly hash: string };
type EventRow = {
  seq: number;
  at: number;
  business_day: string;
  type: string;
  schema_version: number;
  payload: string;
  actor: string;
  command_id: string;
  hash: string;
};

/** Answers to commands are kept for a week: long after any screen has stopped asking again. */
const outcomesKeptMs = 7 * 24 * 3_600_000;

export type SqliteJournal = Journal & {
  /** The open file, for the figures of reports. */
  readonly db: Database;
  /** Bounds the file to a number of pages, as a full disk would; for tests of that fault. */
  limitPages(pages: number): void;
};

/** Opens or makes the journal; throws where the file is no journal of this or an older version. */
export function openSqliteJournal(file: string): SqliteJournal {
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA busy_timeout = 2000;',
  );
  migrate(db, file);
  const project = projector(db);
  const insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const keepOutcome = db.prepare(
    'INSERT INTO commands (command_id, at, fingerprint, answer) VALUES (?, ?, ?, ?)',
  );
  const dropOutcomes = db.prepare('DELETE FROM commands WHERE at < ?');
  const findOutcome = db.prepare('SELECT fingerprint, answer FROM commands WHERE command_id = ?');
  const selectAfter = db.prepare('SELECT * FROM events WHERE seq > ? ORDER BY seq LIMIT ?');
  const selectDay = db.prepare('SELECT * FROM events WHERE business_day = ? ORDER BY seq');
  const newest = db.prepare('SELECT seq, at, hash, business_day FROM events ORDER BY seq DESC LIMIT 1');
  const last = newest.get() as { seq: number; at: number; hash: string } | undefined;
  let head: Head =
    last === undefined ? { seq: 0, at: 0, hash: genesis } : { seq: last.seq, at: last.at, hash: last.hash };

  const inTransaction = <T>(write: () => T): T => {
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
  };
  const write = (append: Append): { head: Head; recorded: RecordedEvent[] } => {
    let at = head;
    const recorded = append.rows.map(({ businessDay, event }) => {
      const row = recordOf(append, businessDay, event, at);
      insert.run(
        row.seq,
        row.at,
        businessDay,
        event.type,
        row.schemaVersion,
        payloadOf(event),
        row.actor,
        row.commandId,
        row.hash,
      );
      project(event, row);
      if (event.type === 'business-day-started') dropOutcomes.run(append.at - outcomesKeptMs);
      at = { seq: row.seq, at: row.at, hash: row.hash };
      return row;
    });
    const answer: CommandOutcome['answer'] = { ok: true, result: append.result, lastSeq: at.seq };
    keepOutcome.run(append.commandId, append.at, append.fingerprint, JSON.stringify(answer));
    return { head: at, recorded };
  };
  return {
    db,
    append(append) {
      if (append.at < head.at) throw new RangeError(`a row at ${append.at} cannot follow one at ${head.at}`);
      const written = inTransaction(() => write(append));
      head = written.head;
      return written.recorded;
    },
    recordRefusal(commandId: CommandId, fingerprint: string, at: number, refusal: Refusal) {
      const answer: CommandOutcome['answer'] = { ok: false, refusal };
      inTransaction(() => keepOutcome.run(commandId, at, fingerprint, JSON.stringify(answer)));
    },
    outcomeOf(commandId) {
      const row = findOutcome.get(commandId) as { fingerprint: string; answer: string } | undefined;
      return row === undefined
        ? null
        : { fingerprint: row.fingerprint, answer: JSON.parse(row.answer) as CommandOutcome['answer'] };
    },
    *currentDay() {
      const day = (newest.get() as { business_day: string } | undefined)?.business_day;
      if (day === undefined) return;
      for (const row of selectDay.iterate(day)) yield recordedOf(row as EventRow);
    },
    head: () => ({ seq: head.seq, at: head.at }),
    rowsAfter: (seq, limit) => selectAfter.all(seq, limit).map((row) => recordedOf(row as EventRow)),
    limitPages: (pages) => db.exec(`PRAGMA max_page_count = ${pages}`),
    close: () => db.close(),
  };
}

/** The payload as it is kept: the event without its type, which has a column of its own. */
export function payloadOf({ type: _, ...payload }: DomainEvent): string {
  return JSON.stringify(payload);
}

/** The row that follows `head`. */
export function recordOf(
  append: Append,
  businessDay: BusinessDay,
  event: DomainEvent,
  head: Head,
): RecordedEvent {
  const { at, actor, commandId } = append;
  const row = { seq: head.seq + 1, at, businessDay, schemaVersion: eventSchemaVersion, actor, commandId };
  return { ...row, event, hash: rowHash(head.hash, { ...row, type: event.type, payload: payloadOf(event) }) };
}

function recordedOf(row: EventRow): RecordedEvent {
  const event = { type: row.type, ...(JSON.parse(row.payload) as object) } as DomainEvent;
  const { seq, at, actor, hash } = row;
  return {
    seq,
    at,
    businessDay: row.business_day as BusinessDay,
    schemaVersion: row.schema_version,
    event,
    actor,
    commandId: row.command_id,
    hash,
  };
}
