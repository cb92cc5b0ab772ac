// Runs the call sequence on a screen: with each view and every quarter second, remembering over a reload what has been
// announced here.
import { useEffect, useRef, useState } from 'react';
import type { CallView } from '../../protocol/views/view-parts.ts';
import { advance, beginSequence, type CallSequence } from './call-sequence.ts';

const rememberedAs = 'denluot.announced';
const stepMs = 250;

export function useCallSequence(
  calls: readonly CallView[] | null,
  clockOffsetMs: number,
): CallSequence | null {
  const [sequence, setSequence] = useState<CallSequence | null>(null);
  const latest = useRef({ calls, clockOffsetMs });
  latest.current = { calls, clockOffsetMs };
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins anew with each view, so that a call shows at once
  useEffect(() => {
    const step = () => {
      const { calls: now, clockOffsetMs: offset } = latest.current;
      if (now === null) return;
      const at = Date.now() + offset;
      setSequence((before) => {
        const stored = sessionStorage.getItem(rememberedAs);
        const begun = before ?? beginSequence(stored === null ? null : Number(stored), now, at);
        const next = advance(begun, now, at);
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
  }, [calls]);
  return sequence;
}
