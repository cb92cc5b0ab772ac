// A real board made small, with the announcement that is being written on it before anybody else sees it.
import { useEffect, useRef, useState } from 'react';
import type { DraftMessage } from '../../protocol/draft-message.ts';
import type { CentreText, ZoneId } from '../../protocol/ids.ts';
import { language } from '../language.tsx';
import { noticesText as text } from './use-centre.ts';

const boards = {
  hall: { path: '/hall', width: 1920, height: 1080 },
  media: { path: '/media', width: 1920, height: 1080 },
  status: { path: '/status', width: 1920, height: 1080 },
  led: { path: '/led', width: 384, height: 128 },
} as const;
type Board = keyof typeof boards;
const names = Object.keys(boards) as Board[];

export function BoardPreview({ zoneId, draft }: { zoneId: ZoneId | null; draft: CentreText | null }) {
  const [board, setBoard] = useState<Board>('hall');
  const { path, width, height } = boards[board];
  const query = new URLSearchParams({
    preview: '',
    ...(zoneId === null ? {} : { zone: zoneId }),
    ...(board === 'led' ? { size: `${width}x${height}` } : {}),
  });
  const [place, scale] = useScale(width);
  const frame = useDraftIn(draft);
  return (
    <section className="preview" aria-label={text(language, 'preview')}>
      <div className="preview-boards">
        {names.map((each) => (
          <button
            key={each}
            type="button"
            className="button"
            aria-pressed={each === board}
            onClick={() => setBoard(each)}
          >
            {text(language, each)}
          </button>
        ))}
      </div>
      <div ref={place} className="preview-place" style={{ height: height * scale }}>
        <iframe
          ref={frame}
          key={`${board} ${zoneId}`}
          title={text(language, board)}
          src={`${path}?${query}`}
          style={{ width, height, transform: `scale(${scale})` }}
        />
      </div>
      <p className="preview-help">{text(language, 'previewHelp')}</p>
    </section>
  );
}

/** How small a board of this width must be made to fit its place. */
function useScale(width: number) {
  const place = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(width);
  useEffect(() => {
    if (place.current === null) return;
    const watch = new ResizeObserver(([entry]) => setRoom(entry?.contentRect.width ?? width));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [width]);
  return [place, room / width] as const;
}

/** Tells the board what is being written: at every change, and when the board says that it listens. */
function useDraftIn(draft: CentreText | null) {
  const frame = useRef<HTMLIFrameElement>(null);
  const vi = draft?.vi.trim() ?? '';
  const message = useRef<DraftMessage>({ denluot: 'draft', text: null });
  message.current = { denluot: 'draft', text: draft === null || vi === '' ? null : draft };
  const tell = useRef(() =>
    frame.current?.contentWindow?.postMessage(message.current, window.location.origin),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: told again whenever the draft's words change
  useEffect(() => tell.current(), [JSON.stringify(draft)]);
  useEffect(() => {
    const hear = ({ source, data }: MessageEvent) => {
      const isReady = (data as { denluot?: unknown } | null)?.denluot === 'preview-ready';
      if (isReady && source === frame.current?.contentWindow) tell.current();
    };
    window.addEventListener('message', hear);
    return () => window.removeEventListener('message', hear);
  }, []);
  return frame;
}
