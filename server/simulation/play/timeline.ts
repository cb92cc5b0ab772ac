// What is due when: the moments of a played day in order of time, then of rank, then of being put down.
/** Which goes first of what happens at one time. */
export const rank = {
  ...{ open: 0, pause: 1, pauseEnds: 2, atCounter: 3, cancel: 4, arrive: 5, ask: 6, close: 7, look: 8 },
} as const;

export type Moment = () => void;
export type Timeline = {
  /** At equal times lower ranks come first. */
  put(at: number, rank: number, moment: Moment): void;
  /** Takes the next moment off; null when nothing is due any more. */
  next(): { readonly at: number; readonly moment: Moment } | null;
};

type Due = {
  readonly at: number;
  readonly rank: number;
  readonly order: number;
  readonly moment: Moment;
};

function isBefore(a: Due, b: Due): boolean {
  if (a.at !== b.at) return a.at < b.at;
  return a.rank === b.rank ? a.order < b.order : a.rank < b.rank;
}

/** A binary heap. */
export function createTimeline(): Timeline {
  const heap: Due[] = [];
  let order = 0;
  const sink = (due: Due) => {
    let place = 0;
    for (;;) {
      const [left, right] = [heap[2 * place + 1], heap[2 * place + 2]];
      if (left === undefined) break;
      const isRight = right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (!isBefore(child, due)) break;
      heap[place] = child;
      place = 2 * place + (isRight ? 2 : 1);
    }
    heap[place] = due;
  };
  return {
    put(at, rank, moment) {
      const due: Due = { at, rank, order, moment };
      order += 1;
      let place = heap.length;
      heap.push(due);
      while (place > 0) {
        const above = (place - 1) >> 1;
        const parent = heap[above];
        if (parent === undefined || !isBefore(due, parent)) break;
        heap[place] = parent;
        place = above;
      }
      heap[place] = due;
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) sink(last);
      return { at: first.at, moment: first.moment };
    },
  };
}
