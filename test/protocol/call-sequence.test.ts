// The hall board's announcements one case at a time: how long each is shown, what is too old, and what a board does that
// begins, is loaded again, or finds another journal.
import { describe, expect, it } from 'vitest';
import { advance, beginSequence, withoutStale } from '../../protocol/call-sequence.ts';
import { Board, call, freshForMs, nine, usualRules } from './calls.ts';

const numbered = (...seqs: number[]) => seqs.map((seq) => call(seq, 0));

describe('a board that is on', () => {
  it('shows a call at once and leaves it standing', () => {
    const board = new Board(0);
    board.hear([call(1, 0)]);
    expect(board.sequence).toEqual({
      announced: 1,
      current: { call: call(1, 0), until: 4_000, spoken: true, hurried: false },
      queue: [],
    });
    board.pass(60_000);
    expect(board.sequence?.current?.call.callSeq).toBe(1);
    expect(board.shownSeqs).toEqual([1]);
  });
  it('keeps the next call waiting until the first has been read', () => {
    const board = new Board(0);
    board.hear([call(1, 0)]);
    board.pass(1_000);
    board.hear([call(2, 1_000), call(1, 0)]);
    board.pass(2_999, 2_999);
    expect(board.sequence).toMatchObject({ announced: 1, queue: [{ callSeq: 2 }] });
    board.pass(1, 1);
    expect(board.shown).toEqual([
      { callSeq: 1, at: nine },
      { callSeq: 2, at: nine + 4_000 },
    ]);
  });
  it('shows each call of a burst shorter while three or more wait behind it', () => {
    const board = new Board(0);
    board.hear(numbered(5, 4, 3, 2, 1));
    board.pass(30_000);
    expect(board.shown.map(({ at }) => at - nine)).toEqual([0, 2_000, 4_000, 8_000, 12_000]);
    expect(board.shownSeqs).toEqual([1, 2, 3, 4, 5]);
  });
  it('announces a recall as a call of its own', () => {
    const board = new Board(0);
    const again = call(2, 10_000, { number: 'A001', recall: true });
    board.hear([call(1, 0)]);
    board.pass(10_000);
    board.hear([again, call(1, 0)]);
    expect(board.sequence?.current?.call).toEqual(again);
    expect(board.shownSeqs).toEqual([1, 2]);
  });
  it('goes by number, not by place in the list, and leaves the list alone', () => {
    const calls = Object.freeze(numbered(2, 3, 1));
    const board = new Board(0);
    board.hear(calls);
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([1, 2, 3]);
  });
  it('is not changed by the same view at the same time', () => {
    const calls = numbered(3, 2, 1);
    const heard = { calls, callSeq: 3 };
    const now = { hallTime: nine, steadyMs: 0 };
    const once = advance(beginSequence(0, heard, now), heard, now, usualRules);
    expect(advance(once, heard, now, usualRules)).toEqual(once);
  });
  it('leaves out numbers that were called in another zone', () => {
    const board = new Board(10);
    board.hear(numbered(19, 12));
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([12, 19]);
  });
  it('repeats nothing where the newest call’s counter has been taken away', () => {
    const board = new Board(0);
    board.hear(numbered(2, 1));
    board.pass(4_000);
    board.hear(numbered(1), 2);
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([1, 2]);
  });
  it('goes on while the hall’s clock stands still or is set back', () => {
    const board = new Board(0);
    board.hear(numbered(2, 1));
    board.hallClockMovedBy = -3_600_000;
    board.pass(4_000);
    expect(board.shownSeqs).toEqual([1, 2]);
  });
  it('shows nothing where nobody has been called', () => {
    const board = new Board(null);
    board.hear([]);
    board.pass(10_000);
    expect(board.sequence).toEqual({ announced: 0, current: null, queue: [] });
  });
  it('announces the first call of the day, the list having been emptied in the night', () => {
    const board = new Board(41);
    board.hear([]);
    board.hear([call(42, 0)]);
    expect(board.shownSeqs).toEqual([42]);
  });
});

describe('a call of which the board hears late', () => {
  it('is announced up to a minute after it was made, and not after that', () => {
    const late = new Board(0);
    late.now = nine + freshForMs;
    late.hear([call(1, 0)]);
    expect(late.shownSeqs).toEqual([1]);
    const tooLate = new Board(0);
    tooLate.now = nine + freshForMs + 1;
    tooLate.hear([call(1, 0)]);
    expect(tooLate.sequence).toEqual({ announced: 1, current: null, queue: [] });
  });
  it('is passed over where it is old, while the fresh ones behind it are announced', () => {
    const board = new Board(0);
    board.pass(90_000);
    board.hear([call(3, 80_000), call(2, 50_000), call(1, 0)]);
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([2, 3]);
  });
  it('is announced though it grows old in the queue', () => {
    const board = new Board(0);
    board.hear(Array.from({ length: 20 }, (_, index) => call(index + 1, -55_000)));
    board.pass(60_000);
    expect(board.shownSeqs).toHaveLength(20);
  });
  it('does not come back when it was passed over', () => {
    const board = new Board(0);
    board.pass(90_000);
    board.hear([call(1, 0)]);
    board.hear([call(2, 90_000), call(1, 0)]);
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([2]);
  });
});

describe('a page that begins', () => {
  it('on a new board with the calls of the last ten seconds', () => {
    const board = new Board(null);
    board.pass(30_000);
    board.hear([call(9, 29_000), call(8, 20_001), call(7, 20_000), call(6, 5_000)]);
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([8, 9]);
  });
  it('on a new board quietly where the last call was made before', () => {
    const board = new Board(null);
    board.pass(30_000);
    board.hear([call(7, 20_000)]);
    expect(board.sequence).toEqual({ announced: 7, current: null, queue: [] });
  });
  it('again neither repeats what it has announced nor loses what was waiting', () => {
    const board = new Board(0);
    board.hear(numbered(3, 2, 1));
    board.reload(numbered(3, 2, 1));
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([1, 2, 3]);
  });
  it('after a restart of the server announces what was called meanwhile', () => {
    const board = new Board(500);
    board.pass(5_000);
    board.hear([call(501, 4_000), call(500, 0), call(499, -1_000)]);
    board.pass(20_000);
    expect(board.shownSeqs).toEqual([501]);
  });
});

describe('another journal, counted from the beginning again', () => {
  it('is announced from the calls just made', () => {
    const board = new Board(500);
    board.pass(20_000);
    board.hear([call(2, 19_000), call(1, 0)]);
    expect(board.sequence).toMatchObject({ announced: 2, current: { call: { callSeq: 2 } }, queue: [] });
  });
  it('takes the place of what was shown and waited before', () => {
    const board = new Board(500);
    board.hear(numbered(503, 502, 501));
    board.pass(1_000);
    board.hear([call(1, 1_000)]);
    board.pass(30_000);
    expect(board.shownSeqs).toEqual([501, 1]);
  });
  it('is taken quietly where its calls are old', () => {
    const board = new Board(500);
    board.pass(20_000);
    board.hear([call(1, 0)]);
    expect(board.sequence).toEqual({ announced: 1, current: null, queue: [] });
  });
});

describe('a board that speaks', () => {
  it('does not go on before the last word', () => {
    const board = new Board(0);
    board.speaking = true;
    board.hear(numbered(2, 1));
    board.pass(60_000);
    expect(board.shownSeqs).toEqual([1]);
    board.speaking = false;
    board.pass(250);
    expect(board.shownSeqs).toEqual([1, 2]);
  });
  it('says eight calls of one second all, in order, whatever each takes', () => {
    const board = new Board(0);
    board.hear(numbered(8, 7, 6, 5, 4, 3, 2, 1));
    for (let turn = 0; turn < 8; turn += 1) {
      board.speaking = true;
      board.pass(9_000);
      board.speaking = false;
      board.pass(250);
    }
    expect(board.shownSeqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  it('says a call once while three or more wait behind it, and in full otherwise', () => {
    const board = new Board(0);
    const hurried = new Map<number, boolean>();
    board.hear(numbered(5, 4, 3, 2, 1));
    for (let turn = 0; turn < 80; turn += 1) {
      const current = board.sequence?.current;
      if (current != null) hurried.set(current.call.callSeq, current.hurried);
      board.pass(250);
    }
    expect([...hurried.values()]).toEqual([true, true, false, false, false]);
  });
  it('shows, but does not say, what has waited too long for its turn', () => {
    const board = new Board(0);
    board.speaking = true;
    board.hear(numbered(2, 1));
    expect(board.sequence?.current).toMatchObject({ call: { callSeq: 1 }, spoken: true });
    board.pass(180_001);
    board.speaking = false;
    board.pass(250);
    expect(board.sequence?.current).toMatchObject({ call: { callSeq: 2 }, spoken: false });
  });
});

describe('a board that could announce nothing for a while', () => {
  const queued = { announced: 1, current: null, queue: [call(2, 0), call(3, 50_000), call(4, 100_000)] };
  it('lets what has grown old go to the list, and keeps the rest in order', () => {
    const later = { hallTime: nine + 110_500, steadyMs: 110_500 };
    expect(withoutStale(queued, later, usualRules)).toEqual({
      ...{ announced: 3, current: null },
      queue: [call(4, 100_000)],
    });
  });
  it('changes nothing where all is fresh', () => {
    expect(withoutStale(queued, { hallTime: nine, steadyMs: 0 }, usualRules)).toEqual(queued);
  });
});
