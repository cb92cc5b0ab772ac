// One counter, one tab: a tab that is opened for a counter tells the others in this browser, which step back and say so;
// one key takes the counter back.
import { useCallback, useEffect, useRef, useState } from 'react';

type Word = { readonly came: string };

/** Whether this tab is the one at work, and what makes it so. */
export function useOnlyTab(counterId: string): { readonly isHere: boolean; takeBack(): void } {
  const [isHere, setHere] = useState(true);
  const channel = useRef<BroadcastChannel | null>(null);
  const own = useRef('');
  useEffect(() => {
    if (typeof BroadcastChannel === 'undefined') return;
    own.current = `${performance.timeOrigin}-${performance.now()}-${Math.random()}`;
    const opened = new BroadcastChannel(`denluot-counter-${counterId}`);
    opened.onmessage = ({ data }: MessageEvent<Word>) => {
      if (data.came !== own.current) setHere(false);
    };
    opened.postMessage({ came: own.current });
    setHere(true);
    channel.current = opened;
    return () => {
      channel.current = null;
      opened.close();
    };
  }, [counterId]);
  const takeBack = useCallback(() => {
    channel.current?.postMessage({ came: own.current });
    setHere(true);
  }, []);
  return { isHere, takeBack };
}
