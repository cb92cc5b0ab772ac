// The journal's schema as an ordered list of steps; their count is the version kept in `PRAGMA user_version`. A file of
// an older version is copied before the first step and changed in one transaction; a newer one is refused. Events are
// never rewritten; where a step changes the read models, they are made anew from the events.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { type EventRow, recordedOf } from './journal-row.ts';
import { projector, readModelTables } from './read-models.ts';
import type { Database } from './sqlite.ts';

export type Migration = { readonly sql: string; readonly remakesReadModels: boolean };

/** A step that has been released is never edited: a later change is a later step. */
export const migrations: readonly Migration[] = [
  {
    remakesReadModels: false,
    sql: `CREATE TABLE events (
     seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, business_day TEXT NOT NULL, type TEXT NOT NULL, schema_version INTEGER NOT NULL,
     payload TEXT NOT NULL, actor TEXT NOT NULL, command_id TEXT NOT NULL, hash TEXT NOT NULL
   ) STRICT;
   CREATE INDEX events_by_day ON events (business_day, seq);
   CREATE TABLE commands (command_id TEXT PRIMARY KEY, at INTEGER NOT NULL, fingerprint TEXT NOT NULL, answer TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX commands_by_age ON commands (at);`,
  },
  {
    remakesReadModels: true,
    sql: `CREATE TABLE tickets (
     ticket_id TEXT PRIMARY KEY, visit_id TEXT NOT NULL, business_day TEXT NOT NULL, number TEXT NOT NULL, series_id TEXT NOT NULL,
     service_id TEXT NOT NULL, department_id TEXT NOT NULL, priority_class TEXT, status TEXT NOT NULL, issued_at INTEGER NOT NULL, ended_at INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX tickets_by_day ON tickets (business_day);
   CREATE TABLE visits (visit_id TEXT PRIMARY KEY, business_day TEXT NOT NULL, began_at INTEGER NOT NULL, ended_at INTEGER) STRICT, WITHOUT ROWID;
   CREATE TABLE stints (
     seq INTEGER PRIMARY KEY, ticket_id TEXT NOT NULL, business_day TEXT NOT NULL, counter_id TEXT NOT NULL, operator_id TEXT NOT NULL,
     service_id TEXT, department_id TEXT, called_at INTEGER NOT NULL, started_at INTEGER, finished_at INTEGER, cause TEXT, ends INTEGER
   ) STRICT;
   CREATE INDEX stints_by_ticket ON stints (ticket_id, seq);
   CREATE INDEX stints_by_day ON stints (business_day, department_id) WHERE ends = 1;
   CREATE TABLE ratings (
     ticket_id TEXT PRIMARY KEY, business_day TEXT NOT NULL, department_id TEXT NOT NULL, service_id TEXT NOT NULL, counter_id TEXT NOT NULL,
     operator_id TEXT NOT NULL, form_id TEXT NOT NULL, answers TEXT NOT NULL, comment TEXT, at INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX ratings_by_day ON ratings (business_day, form_id, department_id);`,
  },
  {
    // A month's report reads indexes only, whatever the years kept; ratings are counted from the events besides.
    remakesReadModels: false,
    sql: `DROP INDEX ratings_by_day;
   CREATE INDEX ratings_by_answers ON ratings (business_day, department_id, form_id, answers);
   CREATE INDEX rating_events_by_day ON events (business_day) WHERE type = 'rating-submitted';`,
  },
  {
    // What was estimated when a number was given, and when it was called: no earlier journal has any.
    remakesReadModels: false,
    sql: `CREATE TABLE estimates (
     ticket_id TEXT PRIMARY KEY, business_day TEXT NOT NULL, service_id TEXT NOT NULL, given_at INTEGER NOT NULL,
     low_ms INTEGER NOT NULL, median_ms INTEGER NOT NULL, high_ms INTEGER NOT NULL, called_at INTEGER
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX estimates_by_day ON estimates (business_day);`,
  },
];

/** Brings a file to this program's version, or throws and leaves it as it was. */
export function migrate(db: Database, file: string, steps: readonly Migration[] = migrations): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > steps.length) {
    throw new Error(
      `${file}: the journal was written by a newer program (version ${version}, this one knows ${steps.length})`,
    );
  }
  if (version === steps.length) return;
  if (version > 0) backUp(db, `${file}.before-v${steps.length}`);
  const missing = steps.slice(version);
  db.exec('BEGIN IMMEDIATE');
  try {
    for (const { sql } of missing) db.exec(sql);
    if (missing.some((step) => step.remakesReadModels)) remakeReadModels(db);
    db.exec(`PRAGMA user_version = ${steps.length}; COMMIT;`);
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}

function remakeReadModels(db: Database): void {
  for (const table of readModelTables) db.exec(`DELETE FROM ${table}`);
  const project = projector(db);
  for (const row of db.prepare('SELECT * FROM events ORDER BY seq').iterate()) {
    const recorded = recordedOf(row as EventRow);
    project(recorded.event, recorded);
  }
}

/** A copy that is there under its name is whole: it is written under another one and synced first. */
function backUp(db: Database, copy: string): void {
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  db.prepare('VACUUM INTO ?').run(part);
  const written = openSync(part, 'r+');
  fsyncSync(written);
  closeSync(written);
  renameSync(part, copy);
}
