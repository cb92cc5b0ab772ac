// The journal's schema as an ordered list of steps; their count is the version kept in `PRAGMA user_version`. A file of
// an older version is copied before the first step; a newer one is refused.
import { existsSync } from 'node:fs';
import type { Database } from './sqlite.ts';

export const migrations: readonly string[] = [
  `CREATE TABLE events (
     seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, business_day TEXT NOT NULL, type TEXT NOT NULL, schema_version INTEGER NOT NULL,
     payload TEXT NOT NULL, actor TEXT NOT NULL, command_id TEXT NOT NULL, hash TEXT NOT NULL
   ) STRICT;
   CREATE INDEX events_by_day ON events (business_day, seq);
   CREATE TABLE commands (command_id TEXT PRIMARY KEY, at INTEGER NOT NULL, fingerprint TEXT NOT NULL, answer TEXT NOT NULL) STRICT, WITHOUT ROWID;
   CREATE INDEX commands_by_age ON commands (at);`,
  `CREATE TABLE tickets (
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
];

/** Brings a file to this program's version; `file` is copied beside itself before an older one is changed. */
export function migrate(db: Database, file: string): void {
  const version = Number(db.prepare('PRAGMA user_version').get()?.user_version ?? 0);
  if (version > migrations.length) {
    throw new Error(
      `${file}: the journal was written by a newer program (version ${version}, this one knows ${migrations.length})`,
    );
  }
  if (version > 0 && version < migrations.length) backUp(db, `${file}.before-v${migrations.length}`);
  for (let step = version; step < migrations.length; step += 1) {
    db.exec(`BEGIN IMMEDIATE; ${migrations[step]}; PRAGMA user_version = ${step + 1}; COMMIT;`);
  }
}

function backUp(db: Database, copy: string): void {
  if (!existsSync(copy)) db.prepare('VACUUM INTO ?').run(copy);
}
