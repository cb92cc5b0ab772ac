// The answers to command ids, kept beside the events so that a repeated id is answered the same after a crash. They are
// kept for a week: long after any screen has stopped asking again.
import type { CommandId } from '../../protocol/ids.ts';
import type { CommandOutcome } from '../application/journal-port.ts';
import type { Database } from './sqlite.ts';

export const outcomesKeptMs = 7 * 24 * 3_600_000;

/** More than any centre makes in a day, so that the rest is dropped in time, and little enough for one transaction. */
const droppedAtMost = 50_000;

export type CommandOutcomes = {
  keep(commandId: CommandId, at: number, outcome: CommandOutcome): void;
  find(commandId: CommandId): CommandOutcome | null;
  /** Drops what is older than a week at `now` (epoch ms), the oldest first, a bounded number at a time. */
  dropOld(now: number): void;
};

export function commandOutcomes(db: Database): CommandOutcomes {
  const insert = db.prepare('INSERT INTO commands (command_id, at, fingerprint, answer) VALUES (?, ?, ?, ?)');
  const select = db.prepare('SELECT fingerprint, answer FROM commands WHERE command_id = ?');
  const drop = db.prepare(
    'DELETE FROM commands WHERE command_id IN (SELECT command_id FROM commands WHERE at < ? ORDER BY at LIMIT ?)',
  );
  return {
    keep(commandId, at, { fingerprint, answer }) {
      insert.run(commandId, at, fingerprint, JSON.stringify(answer));
    },
    find(commandId) {
      const row = select.get(commandId) as { fingerprint: string; answer: string } | undefined;
      if (row === undefined) return null;
      return { fingerprint: row.fingerprint, answer: JSON.parse(row.answer) as CommandOutcome['answer'] };
    },
    dropOld(now) {
      drop.run(now - outcomesKeptMs, droppedAtMost);
    },
  };
}
