// What the doors of the floor (web, devices, simulation) may ask of the application: execute a command, look at the
// state, build a view, hear of changes. The floor itself is floor.ts.
import type { Actor, Command } from '../../protocol/commands.ts';
import type { CommandId } from '../../protocol/ids.ts';
import type { Refusal } from '../../protocol/refusals.ts';
import type { Setup } from '../../protocol/setup-schema.ts';
import type { Subscription, ViewBodies, ViewName } from '../../protocol/socket-names.ts';
import type { EstimateView } from '../../protocol/views/view-parts.ts';
import type { BranchState } from '../domain/branch-state.ts';
import type { CentreRules } from '../domain/centre-rules.ts';
import type { DecisionResult } from '../domain/decision.ts';
import type { EventPayloads, RecordedEvent } from '../domain/events.ts';

export type Executed =
  | { readonly ok: true; readonly result: DecisionResult; readonly repeated: boolean }
  | { readonly ok: false; readonly refusal: Refusal }
  /** The command id was used before for another command. */
  | { readonly ok: false; readonly reused: true };

export type FloorChange = { readonly events: readonly RecordedEvent[] };

export interface Floor {
  /** One turn of the event loop: decide, append, evolve, then publish. Throws `JournalUnavailable`; then nothing moved. */
  execute(id: CommandId, command: Command, actor: Actor): Executed;
  readonly state: BranchState;
  readonly rules: CentreRules;
  now(): number;
  /** Whether numbers are given now, and when that changes next (epoch ms or null where unknown). */
  intake(): { readonly open: boolean; readonly opensAt: number | null; readonly closesAt: number | null };
  estimateFor(ticketId: string): EstimateView | null;
  ahead(ticketId: string): number;
  /** `heardSeq`: the newest call that the asker was shown; null: it may have been away. */
  view<V extends ViewName>(
    subscription: Extract<Subscription, { view: V }>,
    heardSeq?: number | null,
  ): ViewBodies[V] | null;
  /** Called after each change of state or set-up, once per command, in order. Returns a function that stops it. */
  onChange(listener: (change: FloorChange) => void): () => void;
  /** Takes an edited set-up into force (already validated and kept) and journals that it changed. */
  changeSetup(setup: Setup, by: Actor): void;
  /** Journals that a device is in trouble or well again. Throws `JournalUnavailable`. */
  noteDevice(device: EventPayloads['device-changed']): void;
  /** Journals that what boards show besides calls has changed. Throws `JournalUnavailable`. */
  noteNotices(change: EventPayloads['notices-changed'], by: Actor): void;
  /** Null while the journal can be written; else a sentence for readiness. */
  trouble(): string | null;
}
