// What the office says to a board that it shows as a preview: the announcement being written, or none. A plain check, so
// that boards load no schemas.
import type { AnnouncementId, CentreText } from './ids.ts';
import type { ShownAnnouncement } from './views/hall-view.ts';

export type DraftMessage = { readonly denluot: 'draft'; readonly text: CentreText | null };

/** The draft of a message; null for none, undefined where the message says something else. */
export function draftOf(message: unknown): ShownAnnouncement | null | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { denluot, text } = message as Partial<DraftMessage>;
  if (denluot !== 'draft') return undefined;
  if (text === null || text === undefined || typeof text.vi !== 'string' || text.vi === '') return null;
  return { id: 'draft' as AnnouncementId, text };
}
