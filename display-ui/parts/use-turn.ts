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

/** The rows whose turn it is, of so many at a time at the most; pages are as even as can be, so that none has a single row. */
export function pageOf<T>(rows: readonly T[], atMost: number, turn: number): readonly T[] {
  const pages = Math.max(1, Math.ceil(rows.length / atMost));
  const from = (page: number) => Math.ceil((page * rows.length) / pages);
  const page = turn % pages;
  return rows.slice(from(page), from(page + 1));
}
