// Goes back to the first page when nobody has touched the screen for a while: whole seconds left, and a reset.
import { useEffect, useRef, useState } from 'react';

/** `seconds` from the last touch to `onIdle`; null switches it off. Gives the seconds left. */
export function useIdle(seconds: number | null, onIdle: () => void): number | null {
  const [left, setLeft] = useState(seconds);
  const idle = useRef(onIdle);
  idle.current = onIdle;
  useEffect(() => {
    setLeft(seconds);
    if (seconds === null) return;
    let rest = seconds;
    const touched = () => {
      rest = seconds;
      setLeft(rest);
    };
    const timer = setInterval(() => {
      rest -= 1;
      setLeft(rest);
      if (rest <= 0) idle.current();
    }, 1_000);
    window.addEventListener('pointerdown', touched);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', touched);
    };
  }, [seconds]);
  return left;
}
