// Append -> evolve -> publish: makes the events of one command durable, folds them into the state, then tells whoever
// listens. A write that fails moves nothing and is remembered as trouble until one succeeds.
import type { Actor } from '../../protocol/commands.ts';
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { Refusal } from '../../protocol/refusals.ts';
import type { BranchState } from '../domain/branch-state.ts';
import type { Accepted } from '../domain/decision.ts';
import type { DomainEvent } from '../domain/events.ts';
import { newFold } from '../domain/evolve.ts';
import type { FloorChange } from './floor-port.ts';
import { type Journal, JournalUnavailable } from './journal-port.ts';

/** One command on its way into the journal. */
export type Keeping = {
  readonly id: CommandId;
  readonly fingerprint: string;
  readonly actor: Actor;
  readonly at: number;
  readonly today: BusinessDay;
};
export type FloorKeeper = {
  readonly state: BranchState;
  keep(command: Keeping, decision: Pick<Accepted, 'events' | 'result'>): void;
  keepRefusal(command: Keeping, refusal: Refusal): void;
  onChange(listener: (change: FloorChange) => void): () => void;
  /** Why the journal cannot be written, or null. */
  trouble(): string | null;
};
type Log = (level: 'error', message: string, details: Record<string, unknown>) => void;

/** Begins with what the journal holds of the current business day. */
export function createFloorKeeper(journal: Journal, log: Log): FloorKeeper {
  const fold = newFold();
  for (const row of journal.currentDay()) fold.evolve(row);
  const listeners = new Set<(change: FloorChange) => void>();
  let trouble: string | null = null;

  const durably = <T>(write: () => T): T => {
    try {
      const written = write();
      trouble = null;
      return written;
    } catch (error) {
      if (error instanceof JournalUnavailable) trouble = error.message;
      log('error', 'the journal did not take a command', {
        error: String(error instanceof Error ? (error.cause ?? error) : error),
      });
      throw error;
    }
  };
  const publish = (change: FloorChange) => {
    for (const listener of listeners) {
      try {
        listener(change);
      } catch (error) {
        log('error', 'a listener of the floor failed', { error: String(error) });
      }
    }
  };

  return {
    get state() {
      return fold.state;
    },
    keep({ id, fingerprint, actor, at, today }, { events, result }) {
      const rows = withDays(events, fold.state.businessDay ?? today, today);
      const recorded = durably(() =>
        journal.append({
          ...{ commandId: id, fingerprint, actor: `${actor.kind}:${actor.id}` },
          ...{ at, rows, result },
        }),
      );
      for (const row of recorded) fold.evolve(row);
      publish({ events: recorded });
    },
    keepRefusal({ id, fingerprint, at }, refusal) {
      durably(() => journal.recordRefusal(id, fingerprint, at, refusal));
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    trouble: () => trouble,
  };
}

/** What belongs to the day before is kept under it; the new day begins with its own row. */
function withDays(events: readonly DomainEvent[], before: BusinessDay, today: BusinessDay) {
  const turn = events.findIndex((event) => event.type === 'business-day-started');
  return events.map((event, index) => ({ event, businessDay: turn >= 0 && index >= turn ? today : before }));
}
