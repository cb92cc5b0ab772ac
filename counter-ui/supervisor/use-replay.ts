// A day being played: the moment, the speed, and the pieces of the day that are here or on their way.
import { useEffect, useRef, useState } from 'react';
import { ask } from '../../protocol/client/ask.ts';
import type { ReplayDay, ReplayFrames } from '../../protocol/views/replay-view.ts';
import type { SupervisorView } from '../../protocol/views/supervisor-view.ts';
import { chunkAt, type ReplayChunk, type ReplaySpeed, shownAt, viewsOf } from './replay-chunks.ts';

const tickMs = 250;
const chunksKept = 4;
const answerWithinMs = 60_000;

export type Replaying = {
  readonly at: number;
  /** While the piece of this moment is on its way the view before it; null before the first. */
  readonly view: SupervisorView | null;
  readonly isLoading: boolean;
  readonly isPlaying: boolean;
  readonly speed: ReplaySpeed;
  /** Why a piece did not come, or null. */
  readonly wrong: string | null;
  readonly setPlaying: (isPlaying: boolean) => void;
  readonly setSpeed: (speed: ReplaySpeed) => void;
  readonly goTo: (at: number) => void;
};

export function useReplay(day: ReplayDay): Replaying {
  const [at, setAt] = useState(day.firstAt);
  const [speed, setSpeed] = useState<ReplaySpeed>(60);
  const [isPlaying, setPlaying] = useState(false);
  // Standing still it is looked at by the second.
  const pace = isPlaying ? speed : 1;
  const { chunks, wrong } = useChunks(day, at, pace);
  const wanted = chunkAt(day, at, pace);
  const shown = useRef<SupervisorView | null>(null);
  const chunk = chunks.find(({ key }) => key === wanted?.key);
  const isHere = chunk !== undefined;
  if (chunk !== undefined) shown.current = shownAt(chunk, at);
  useEffect(() => {
    if (!isPlaying || !isHere) return;
    const timer = setInterval(() => {
      setAt((before) => Math.min(day.lastAt, before + tickMs * speed));
    }, tickMs);
    return () => clearInterval(timer);
  }, [isPlaying, isHere, speed, day.lastAt]);
  useEffect(() => {
    if (at >= day.lastAt) setPlaying(false);
  }, [at, day.lastAt]);
  return {
    ...{ at, isPlaying, speed, wrong, setPlaying, setSpeed },
    ...{ view: shown.current, isLoading: !isHere },
    goTo: (to) => setAt(Math.min(day.lastAt, Math.max(day.firstAt, to))),
  };
}

/** Fetches the piece of this moment, then the next one. */
function useChunks(day: ReplayDay, at: number, speed: ReplaySpeed) {
  const [chunks, setChunks] = useState<readonly ReplayChunk[]>([]);
  const [wrong, setWrong] = useState<string | null>(null);
  const onItsWay = useRef<string | null>(null);
  const missing = [0, 1]
    .map((later) => chunkAt(day, at, speed, later))
    .find((each) => each !== null && !chunks.some(({ key }) => key === each.key));
  const key = missing?.key ?? null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the piece
  useEffect(() => {
    if (missing === undefined || missing === null || onItsWay.current === missing.key) return;
    const { from, to, stepSeconds } = missing;
    onItsWay.current = missing.key;
    const query = new URLSearchParams({ from: `${from}`, to: `${to}`, stepSeconds: `${stepSeconds}` });
    void ask<ReplayFrames>(`/api/v1/replay/${day.day}/frames?${query}`, { withinMs: answerWithinMs }).then(
      (asked) => {
        if (onItsWay.current === missing.key) onItsWay.current = null;
        setWrong(asked.ok ? null : asked.problem.title);
        if (asked.ok)
          setChunks((kept) => [...kept, { key: missing.key, views: viewsOf(asked.body) }].slice(-chunksKept));
      },
    );
  }, [key, day.day]);
  return { chunks, wrong };
}
