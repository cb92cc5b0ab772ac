// The announcement that somebody is writing in the office, shown on the preview of a board before anybody else sees it.
import { useEffect, useState } from 'react';
import { draftOf } from '../../protocol/draft-message.ts';
import type { ShownAnnouncement } from '../../protocol/views/hall-view.ts';
import { isPreview } from './place.ts';

/** Null where nobody writes; only the page that shows this board as a preview may say. */
export function useDraft(): ShownAnnouncement | null {
  const [draft, setDraft] = useState<ShownAnnouncement | null>(null);
  useEffect(() => {
    if (!isPreview) return;
    const hear = ({ data, origin, source }: MessageEvent) => {
      if (origin !== window.location.origin || source !== window.parent) return;
      const draft = draftOf(data);
      if (draft !== undefined) setDraft(draft);
    };
    window.addEventListener('message', hear);
    window.parent.postMessage({ denluot: 'preview-ready' }, window.location.origin);
    return () => window.removeEventListener('message', hear);
  }, []);
  return draft;
}
