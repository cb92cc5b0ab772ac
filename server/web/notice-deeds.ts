// A change of what boards show, and its trace: kept first and journalled in the same turn. Where the journal cannot be
// written the document is taken back, so that boards never show what the journal does not know.
import type { Actor } from '../../protocol/commands.ts';
import { announcementsAtMost, filesAtMost } from '../../protocol/notices.ts';
import type { Floor } from '../application/floor-port.ts';
import { JournalUnavailable } from '../application/journal-port.ts';
import type { NoticeDoor, NoticeKept } from './notice-door.ts';
import { ProblemError } from './problems.ts';

export type DeedParts = { readonly floor: Pick<Floor, 'noteNotices'>; readonly notices: NoticeDoor };
type Change = Parameters<Floor['noteNotices']>[0];

const limits = { 'too-many-announcements': announcementsAtMost, 'too-many-files': filesAtMost } as const;

/** Does a deed that may be refused, and journals it by the id of what it changed. */
export function kept<T extends { readonly id: string }>(
  parts: DeedParts,
  by: Actor,
  what: Change['what'],
  deed: () => NoticeKept<T>,
  how: Change['deed'] = 'kept',
): T {
  return journalled(parts, by, () => {
    const result = deed();
    if (!result.ok) throw refused(result.code);
    return { value: result.value, change: { what, deed: how, id: result.value.id } };
  });
}

/**
 * Does a deed and journals its change (null: there was none), in one turn. `JournalUnavailable` says that nothing was
 * journalled: then the document is taken back, and the asker hears that the journal cannot be written.
 */
export function journalled<T>(
  { notices, floor }: DeedParts,
  by: Actor,
  deed: () => { value: T; change: Change | null },
): T {
  const before = notices.current();
  const { value, change } = deed();
  if (change === null) return value;
  try {
    floor.noteNotices(change, by);
  } catch (error) {
    if (error instanceof JournalUnavailable) takeBack(notices, before);
    throw error;
  }
  return value;
}

function takeBack(notices: NoticeDoor, before: ReturnType<NoticeDoor['current']>): void {
  try {
    notices.restore(before);
  } catch (error) {
    throw new Error(`a change of what boards show is kept, but not in the journal: ${String(error)}`);
  }
}

/** A refusal of the notices as a problem, with the bound that it names. */
export function refused(code: Extract<NoticeKept<unknown>, { ok: false }>['code']): ProblemError {
  return new ProblemError(
    code,
    code in limits ? { params: { limit: limits[code as keyof typeof limits] } } : {},
  );
}
