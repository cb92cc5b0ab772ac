// In which order the status and the running texts take their turns: high walls show both, and the text runs endlessly; low
// walls show the status between two texts. Where nothing may move, texts are pages. Pure: a time comes in.
import type { IdleLayout } from './idle-layout.ts';
import type { Measure } from './led-boxes.ts';
import { joined, pagesOf, type Strip, stripOf } from './running-text.ts';
import { firstCopyAt, paceFor, pixelsRun, turnAt } from './scroller.ts';

type Turn = { readonly kind: 'status' | 'run' | 'page'; readonly strip: Strip | null; readonly ms: number };
export type Programme = {
  readonly turns: readonly Turn[];
  readonly pace: number;
  /** Between the left edges of two copies of a text that runs without end. */
  readonly loop: number | null;
  readonly width: number;
  /** The status has a line of its own. */
  readonly together: boolean;
};
/** What of the status and of the running text is to be seen, and where the text stands. */
export type Scene = {
  readonly status: boolean;
  readonly strip: Strip | null;
  readonly x: number;
  readonly loop: number | null;
};

const statusMs = 6_000;

/** A page stays long enough to be read: about twelve letters a second, and never under three seconds. */
export function pageMs(page: Strip): number {
  const letters = page.words.reduce((sum, { text }) => sum + text.length + 1, 0);
  return Math.max(3_000, letters * 85);
}

/** The programme of these texts; `still`: nothing may move. */
export function programmeOf(
  texts: readonly string[],
  { running, together }: Pick<IdleLayout, 'running' | 'together'>,
  measure: Measure,
  still: boolean,
): Programme {
  const strips = texts.map((text) => stripOf(text, running, measure)).filter(({ words }) => words.length > 0);
  const pace = paceFor(Math.max(1, ...strips.map(({ words }) => words[0]?.face.size ?? 1)));
  const status: readonly Turn[] = together ? [] : [{ kind: 'status', strip: null, ms: statusMs }];
  const known = { pace, loop: null, width: running.width, together };
  if (still) {
    const pages = strips.map((strip) =>
      pagesOf(strip, running).map((page) => turnOf('page', page, pageMs(page))),
    );
    return { ...known, turns: ofAll(pages, status) };
  }
  if (together) {
    const strip = joined(strips, running);
    return strips.length === 0
      ? { ...known, turns: [] }
      : { ...known, turns: [turnOf('run', strip, Number.POSITIVE_INFINITY)], loop: strip.width };
  }
  const runs = strips.map((strip) => [turnOf('run', strip, ((running.width + strip.width) * 1_000) / pace)]);
  return { ...known, turns: ofAll(runs, status) };
}

/** What is to be seen after text has run for so long. */
export function sceneAt({ turns, pace, loop, width, together }: Programme, ranMs: number): Scene {
  const endless = turns[0]?.ms === Number.POSITIVE_INFINITY;
  const { turn, sinceMs } = endless
    ? { turn: 0, sinceMs: ranMs }
    : turnAt(
        turns.map(({ ms }) => ms),
        ranMs,
      );
  const now = turns[turn];
  if (now === undefined || now.kind === 'status') return { status: true, strip: null, x: 0, loop: null };
  const pixels = pixelsRun(sinceMs, pace);
  const x = now.kind === 'page' ? 0 : loop === null ? width - pixels : firstCopyAt(pixels, width, loop);
  return { status: together, strip: now.strip, x, loop };
}

function turnOf(kind: Turn['kind'], strip: Strip, ms: number): Turn {
  return { kind, strip, ms };
}

/** Before each text comes the status; it stays where there is no text. */
function ofAll(texts: readonly (readonly Turn[])[], status: readonly Turn[]): readonly Turn[] {
  return texts.length === 0 ? status : texts.flatMap((turns) => [...status, ...turns]);
}
