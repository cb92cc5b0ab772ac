// What a command id stands for: whom and what it was used for first, and the answer it was given, so that the same id
// gives the same answer for ever and serves nothing else.
import { createHash } from 'node:crypto';
import type { Actor, Command } from '../../protocol/commands.ts';
import type { Executed } from './floor-port.ts';
import type { Journal } from './journal-port.ts';

/** A hash of the command, however its fields are ordered, and of who gives it. */
export function fingerprintOf(command: Command, actor: Actor): string {
  return createHash('sha256')
    .update(JSON.stringify([sorted(command), actor.kind, actor.id]))
    .digest('hex');
}

/** The answer to a command whose id is known already. */
export function repeated(
  outcome: NonNullable<ReturnType<Journal['outcomeOf']>>,
  fingerprint: string,
): Executed {
  if (outcome.fingerprint !== fingerprint) return { ok: false, reused: true };
  const { answer } = outcome;
  return answer.ok
    ? { ok: true, result: answer.result, repeated: true }
    : { ok: false, refusal: answer.refusal };
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
