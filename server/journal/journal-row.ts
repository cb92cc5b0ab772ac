// One row of the journal in its two shapes: the event as the program knows it, and the columns as the file holds them.
// Hashing is hash-chain.ts's; keeping rows is the journals'.
import type { BusinessDay } from '../../protocol/ids.ts';
import type { Append } from '../application/journal-port.ts';
import { type DomainEvent, eventSchemaVersion, type RecordedEvent } from '../domain/events.ts';
import { type RowText, rowHash } from './hash-chain.ts';

/** What the next row is chained to. */
export type Head = { readonly seq: number; readonly at: number; readonly hash: string };

/** A row of the table `events`. */
export type EventRow = {
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

/** The event that a row of the file holds. */
export function recordedOf(row: EventRow): RecordedEvent {
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

/** What a row's hash covers, as it stands in the file. */
export function rowTextOf(row: EventRow): RowText {
  const { seq, at, type, payload, actor } = row;
  const businessDay = row.business_day as BusinessDay;
  return {
    seq,
    at,
    type,
    payload,
    actor,
    businessDay,
    schemaVersion: row.schema_version,
    commandId: row.command_id,
  };
}

/** A row never goes back in time: what was asked of the journal is wrong, the disk is not. */
export function assertFollows(at: number, head: { readonly at: number }): void {
  if (at < head.at) throw new RangeError(`a row at ${at} cannot follow one at ${head.at}`);
}
