// What the application asks of a journal, durable or in memory: append one command's events with its outcome in one
// step, find the outcome of a command id, and give back the rows of the current business day.
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { Refusal } from '../../protocol/refusals.ts';
import type { DecisionResult } from '../domain/decision.ts';
import type { DomainEvent, RecordedEvent } from '../domain/events.ts';

/** The answer to a command id. `fingerprint` is the SHA-256 (hex) of the command, to know a reused id. */
export type CommandOutcome = {
  readonly fingerprint: string;
  readonly answer:
    | { readonly ok: true; readonly result: DecisionResult; readonly lastSeq: number }
    | { readonly ok: false; readonly refusal: Refusal };
};
export type Append = {
  readonly commandId: CommandId;
  readonly fingerprint: string;
  readonly actor: string;
  /** Epoch ms; never before the newest row's. */
  readonly at: number;
  readonly rows: readonly { readonly businessDay: BusinessDay; readonly event: DomainEvent }[];
  readonly result: DecisionResult;
};

export interface Journal {
  /** Keeps events, read models and outcome in one durable step; throws `JournalUnavailable` and keeps nothing otherwise. */
  append(append: Append): readonly RecordedEvent[];
  /** Keeps that a command id was refused, so that it is refused again after a crash. Throws `JournalUnavailable`. */
  recordRefusal(commandId: CommandId, fingerprint: string, at: number, refusal: Refusal): void;
  outcomeOf(commandId: CommandId): CommandOutcome | null;
  /** The rows of the newest business day in order of seq; empty for a new journal. */
  currentDay(): Iterable<RecordedEvent>;
  /** The newest row's place and time; seq 0 and at 0 for a new journal. */
  head(): { readonly seq: number; readonly at: number };
  /** Rows after `seq`, in order, at most `limit`. */
  rowsAfter(seq: number, limit: number): readonly RecordedEvent[];
  close(): void;
}

/** Days that are over, and the current one so far; read only. */
export interface PastDays {
  /** The newest business days, newest first. */
  days(limit: number): BusinessDay[];
  /** Rows of one business day after `seq`, in order, at most `limit`. */
  rows(day: BusinessDay, after: number, limit: number): readonly RecordedEvent[];
}

/** The journal cannot be written (disk full, file gone): the command failed, nothing moved. */
export class JournalUnavailable extends Error {
  override readonly name = 'JournalUnavailable';
  constructor(cause: unknown) {
    super('the journal cannot be written', { cause });
  }
}
