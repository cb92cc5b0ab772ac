// The reasons that several policies give: who came first of all, and who came first of those of its class.
import type { DispatchReason } from '../../../protocol/views/view-parts.ts';
import { type Queued, waitedMinutes } from './dispatch-policy.ts';

export function isPriority({ priorityClass }: Queued): boolean {
  return priorityClass !== null;
}

export function cameFirst(first: Queued, at: number): DispatchReason {
  return { code: 'first-come', params: { number: first.number, waitedMinutes: waitedMinutes(first, at) } };
}

/** Among priority tickets, or among ordinary ones, whichever the first is; others may wait longer. */
export function firstOfItsClass(first: Queued, at: number): DispatchReason {
  const code = isPriority(first) ? 'first-of-priority' : 'first-of-ordinary';
  return { code, params: { number: first.number, waitedMinutes: waitedMinutes(first, at) } };
}
