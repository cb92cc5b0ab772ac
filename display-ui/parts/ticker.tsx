// Announcements along the foot of a board: each in turn, running through where it is longer than the board, standing where
// it fits. With reduced motion a long one is cut into pages.
import './ticker.css';
import { useLayoutEffect, useRef, useState } from 'react';
import { centreText } from '../../protocol/locales/text-page.ts';
import type { ShownAnnouncement } from '../../protocol/views/hall-view.ts';
import type { Languages } from './words.tsx';

const standsMs = 8_000;
/** Boards' widths a second: a word stays in sight for as long as one needs to read it. */
const widthsPerSecond = 0.09;

export function Ticker({
  announcements,
  languages,
}: {
  announcements: readonly ShownAnnouncement[];
  languages: Languages;
}) {
  const texts = announcements.flatMap(({ id, text }) =>
    languages
      .slice(0, 3)
      .filter((language, place) => place === 0 || text[language] !== undefined)
      .map((language) => ({ key: `${id} ${language}`, language, text: centreText(text, language) })),
  );
  const [turn, setTurn] = useState(0);
  const shown = texts[turn % Math.max(1, texts.length)];
  if (shown === undefined) return null;
  return (
    <div className="ticker" data-testid="ticker" lang={shown.language}>
      <Running
        key={`${turn} ${shown.key} ${shown.text}`}
        text={shown.text}
        ended={() => setTurn((before) => before + 1)}
      />
    </div>
  );
}

function Running({ text, ended }: { text: string; ended: () => void }) {
  const line = useRef<HTMLParagraphElement>(null);
  const [runs, setRuns] = useState<number | null>(null);
  const whenEnded = useRef(ended);
  whenEnded.current = ended;
  useLayoutEffect(() => {
    const { clientWidth = 0, scrollWidth = 0 } = line.current ?? {};
    const still = scrollWidth <= clientWidth || matchMedia('(prefers-reduced-motion: reduce)').matches;
    const seconds = (scrollWidth + clientWidth) / (clientWidth * widthsPerSecond);
    setRuns(still ? null : seconds);
    const timer = setTimeout(() => whenEnded.current(), still ? standsMs : seconds * 1_000);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p
      ref={line}
      className={runs === null ? 'ticker-line' : 'ticker-line ticker-runs'}
      style={runs === null ? undefined : { animationDuration: `${runs}s` }}
    >
      {text}
    </p>
  );
}
