// The journal's twin in memory, under the same contract: for tests, simulations and trying a policy on a recorded day.
import type { CommandId } from '../../protocol/ids.ts';
import { type CommandOutcome, type Journal, JournalUnavailable } from '../application/journal-port.ts';
import type { RecordedEvent } from '../domain/events.ts';
import { outcomesKeptMs } from './command-outcomes.ts';
import { genesis } from './hash-chain.ts';
import { assertFollows, recordOf } from './journal-row.ts';

export type MemoryJournal = Journal & {
  /** While set, nothing can be written, as on a full disk. */
  full: boolean;
};

type KeptOutcome = CommandOutcome & { readonly at: number };

export function createMemoryJournal(rows: readonly RecordedEvent[] = []): MemoryJournal {
  const kept: RecordedEvent[] = [...rows];
  const outcomes = new Map<CommandId, KeptOutcome>();
  const head = () => kept.at(-1) ?? { seq: 0, at: 0, hash: genesis };
  const journal: MemoryJournal = {
    full: false,
    append(append) {
      const { at, commandId, fingerprint, result } = append;
      assertFollows(at, head());
      assertWritable(journal, outcomes, commandId);
      const recorded: RecordedEvent[] = [];
      for (const { businessDay, event } of append.rows) {
        recorded.push(recordOf(append, businessDay, structuredClone(event), recorded.at(-1) ?? head()));
      }
      kept.push(...recorded);
      if (recorded.some(({ event }) => event.type === 'business-day-started')) dropOld(outcomes, at);
      outcomes.set(commandId, { at, fingerprint, answer: { ok: true, result, lastSeq: head().seq } });
      return recorded;
    },
    recordRefusal(commandId, fingerprint, at, refusal) {
      assertWritable(journal, outcomes, commandId);
      outcomes.set(commandId, { at, fingerprint, answer: { ok: false, refusal } });
    },
    outcomeOf(commandId) {
      const outcome = outcomes.get(commandId);
      return outcome === undefined ? null : { fingerprint: outcome.fingerprint, answer: outcome.answer };
    },
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

function assertWritable(
  journal: MemoryJournal,
  outcomes: ReadonlyMap<CommandId, KeptOutcome>,
  commandId: CommandId,
): void {
  if (journal.full) throw new JournalUnavailable(new Error('no space left'));
  if (outcomes.has(commandId))
    throw new JournalUnavailable(new Error(`command ${commandId} is already kept`));
}

function dropOld(outcomes: Map<CommandId, KeptOutcome>, now: number): void {
  for (const [commandId, { at }] of outcomes) if (at < now - outcomesKeptMs) outcomes.delete(commandId);
}
