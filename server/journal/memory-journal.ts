// The journal's twin in memory, under the same contract: for tests, simulations and trying a policy on a recorded day.
import type { CommandId } from '../../protocol/ids.ts';
import { type CommandOutcome, type Journal, JournalUnavailable } from '../application/journal-port.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { genesis } from './hash-chain.ts';
import { recordOf } from './sqlite-journal.ts';

export type MemoryJournal = Journal & {
  /** While set, nothing can be written, as on a full disk. */
  full: boolean;
};

export function createMemoryJournal(rows: readonly RecordedEvent[] = []): MemoryJournal {
  const kept: RecordedEvent[] = [...rows];
  const outcomes = new Map<CommandId, CommandOutcome>();
  const head = () => kept.at(-1) ?? { seq: 0, at: 0, hash: genesis };
  const journal: MemoryJournal = {
    full: false,
    append(append) {
      if (append.at < head().at)
        throw new RangeError(`a row at ${append.at} cannot follow one at ${head().at}`);
      writable(journal, outcomes, append.commandId);
      const recorded: RecordedEvent[] = [];
      for (const { businessDay, event } of append.rows) {
        recorded.push(recordOf(append, businessDay, structuredClone(event), recorded.at(-1) ?? head()));
      }
      kept.push(...recorded);
      const answer = { ok: true, result: append.result, lastSeq: head().seq } as const;
      outcomes.set(append.commandId, { fingerprint: append.fingerprint, answer });
      return recorded;
    },
    recordRefusal(commandId, fingerprint, _at, refusal) {
      writable(journal, outcomes, commandId);
      outcomes.set(commandId, { fingerprint, answer: { ok: false, refusal } });
    },
    outcomeOf: (commandId) => outcomes.get(commandId) ?? null,
    *currentDay() {
      const day = kept.at(-1)?.businessDay;
      for (const row of kept) if (row.businessDay === day) yield row;
    },
    head: () => ({ seq: head().seq, at: head().at }),
    rowsAfter: (seq, limit) => kept.slice(seq, seq + limit),
    close: () => {},
  };
  return journal;
}

function writable(
  journal: MemoryJournal,
  outcomes: ReadonlyMap<CommandId, CommandOutcome>,
  commandId: CommandId,
): void {
  if (journal.full) throw new JournalUnavailable(new Error('no space left'));
  if (outcomes.has(commandId))
    throw new JournalUnavailable(new Error(`command ${commandId} is already kept`));
}
