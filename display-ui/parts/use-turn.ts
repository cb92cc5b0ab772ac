// Whose turn it is of what does not fit on a board at once.
import { useEffect, useState } from 'react';

/** Counts up by one every so many ms. */
export function useTurn(everyMs: number): number {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return turn;
}

/** The rows whose turn it is, of so many at a time. */
export function pageOf<T>(rows: readonly T[], atOnce: number, turn: number): readonly T[] {
  const page = turn % Math.max(1, Math.ceil(rows.length / atOnce));
  return rows.slice(page * atOnce, (page + 1) * atOnce);
}
