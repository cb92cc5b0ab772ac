// Runs the call sequence on a screen: with each view and every quarter second, remembering over a reload what has been
// announced here.
import { useEffect, useRef, useState } from 'react';
import { advance, beginSequence, type CallSequence, type HeardCalls } from './call-sequence.ts';

const rememberedAs = 'denluot.announced';
const stepMs = 250;

export function useCallSequence(heard: HeardCalls | null, clockOffsetMs: number): CallSequence | null {
  const [sequence, setSequence] = useState<CallSequence | null>(null);
  const latest = useRef({ heard, clockOffsetMs });
  latest.current = { heard, clockOffsetMs };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with each view, so that a call shows at once
  useEffect(() => {
    const step = () => {
      const { heard: calls, clockOffsetMs: offset } = latest.current;
      if (calls === null) return;
      const now = { hallTime: Date.now() + offset, steadyMs: performance.now() };
      setSequence((before) => {
        const stored = sessionStorage.getItem(rememberedAs);
        const begun = before ?? beginSequence(stored === null ? null : Number(stored), calls, now);
        const next = advance(begun, calls, now);
        if (next.announced !== before?.announced)
          sessionStorage.setItem(rememberedAs, String(next.announced));
        return before !== null &&
          next.announced === before.announced &&
          next.current === before.current &&
          next.queue.length === before.queue.length
          ? before
          : next;
      });
    };
    step();
    const timer = setInterval(step, stepMs);
    return () => clearInterval(timer);
  }, [heard]);
  return sequence;
}
