// What a screen remembers over a reload, in a browser that keeps it, one that is full, one that forbids it, and one in which
// something else has been written.
import { describe, expect, it } from 'vitest';
import { announcedLogKey, screenMemory } from '../../display-ui/announcing/screen-memory.ts';
import type { Announced } from '../../protocol/announced.ts';

const row = (callSeq: number, change: Partial<Announced> = {}): Announced => ({
  ...{
    callSeq,
    at: 1_000 + callSeq,
    number: `A${callSeq}`,
    counterNumber: '1',
    recall: false,
    how: 'spoken',
  },
  ...change,
});
function browser(kept: Record<string, string> = {}) {
  return {
    kept,
    getItem: (key: string) => kept[key] ?? null,
    setItem: (key: string, value: string) => {
      kept[key] = value;
    },
  };
}
const forbidden = {
  getItem: () => {
    throw new DOMException('denied', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('full', 'QuotaExceededError');
  },
};
const logOf = ({ kept }: ReturnType<typeof browser>, board: string): Announced[] =>
  JSON.parse(kept[`${announcedLogKey} ${board}`] ?? '[]');

describe('the newest call', () => {
  it('is none on a screen that was never on, and known again after a reload', () => {
    const storage = browser();
    const memory = screenMemory(storage, '/hall');
    expect(memory.announced()).toBeNull();
    memory.remember(7);
    expect(memory.announced()).toBe(7);
    expect(screenMemory(storage, '/hall').announced()).toBe(7);
  });
  it('may be smaller: another journal is counted from the beginning', () => {
    const storage = browser();
    screenMemory(storage, '/hall').remember(900);
    screenMemory(storage, '/hall').remember(1);
    expect(screenMemory(storage, '/hall').announced()).toBe(1);
  });
  it('is each board’s own in one browser', () => {
    const storage = browser();
    screenMemory(storage, '/hall?zone=khu-a').remember(7);
    expect(screenMemory(storage, '/hall?zone=khu-b').announced()).toBeNull();
    expect(screenMemory(storage, '/hall').announced()).toBeNull();
  });
  it('is written once for the same call', () => {
    const storage = browser();
    let written = 0;
    const memory = screenMemory(
      {
        ...storage,
        setItem: () => {
          written += 1;
        },
      },
      '/hall',
    );
    for (let times = 0; times < 50; times += 1) memory.remember(7);
    expect(written).toBe(1);
  });
});

describe('the screen’s own log', () => {
  it('goes on after a reload, newest last, and is bounded', () => {
    const storage = browser();
    const memory = screenMemory(storage, '/hall');
    for (let seq = 1; seq <= 150; seq += 1) memory.add(row(seq));
    const after = screenMemory(storage, '/hall');
    for (let seq = 151; seq <= 260; seq += 1) after.add(row(seq));
    expect(logOf(storage, '/hall').map(({ callSeq }) => callSeq)).toEqual(
      Array.from({ length: 200 }, (_, index) => 61 + index),
    );
  });
});

describe('an announcement that the page did not live to end', () => {
  it('is in the log as broken off, once, and has its turn again', () => {
    const storage = browser();
    const { how: _how, ...begun } = row(7);
    const before = screenMemory(storage, '/hall');
    before.begin(begun);
    before.remember(7);
    const after = screenMemory(storage, '/hall');
    expect(after.announced()).toBe(6);
    expect(after.unsaid()).toEqual([row(7, { how: 'failed' })]);
    expect(logOf(storage, '/hall')).toEqual([row(7, { how: 'failed' })]);
    screenMemory(storage, '/hall');
    expect(logOf(storage, '/hall')).toHaveLength(1);
  });
  it('is no more once it has ended', () => {
    const storage = browser();
    const memory = screenMemory(storage, '/hall');
    const { how: _how, ...begun } = row(7);
    memory.begin(begun);
    memory.add(row(7));
    screenMemory(storage, '/hall');
    expect(logOf(storage, '/hall')).toEqual([row(7)]);
  });
});

describe('what the server has not heard of', () => {
  it('is what was added, oldest first, until it is said', () => {
    const memory = screenMemory(browser(), '/hall');
    memory.add(row(1));
    memory.add(row(2));
    const sent = memory.unsaid();
    expect(sent.map(({ callSeq }) => callSeq)).toEqual([1, 2]);
    memory.add(row(3));
    memory.said(sent);
    expect(memory.unsaid()).toEqual([row(3)]);
    memory.said(sent);
    expect(memory.unsaid()).toEqual([row(3)]);
  });
  it('is bounded by what one report may bring: the oldest go', () => {
    const memory = screenMemory(browser(), '/hall');
    for (let seq = 1; seq <= 80; seq += 1) memory.add(row(seq));
    expect(memory.unsaid()).toHaveLength(50);
    expect(memory.unsaid()[0]?.callSeq).toBe(31);
  });
  it('is still said after a reload: a new version loads the page anew just when the server is back', () => {
    const storage = browser();
    const memory = screenMemory(storage, '/hall');
    memory.add(row(1));
    const sent = memory.unsaid();
    memory.said(sent);
    memory.add(row(2));
    expect(screenMemory(storage, '/hall').unsaid()).toEqual([row(2)]);
  });
});

describe('a browser that keeps nothing', () => {
  it.each([
    ['there is no storage', null],
    ['it is forbidden and full', forbidden],
  ])('where %s, it remembers as long as the page is open', (_what, storage) => {
    const memory = screenMemory(storage, '/hall');
    expect(memory.announced()).toBeNull();
    memory.remember(7);
    memory.add(row(7));
    expect(memory.announced()).toBe(7);
    expect(memory.unsaid()).toEqual([row(7)]);
  });
  it.each(['soon', '1.5', 'NaN', 'null', '{}'])('what is no number is passed over: %j', (text) => {
    expect(screenMemory(browser({ 'denluot.announced /hall': text }), '/hall').announced()).toBeNull();
  });
  it.each(['', '{', '{"callSeq":1}', 'null', '7'])('what is no log is passed over: %j', (text) => {
    const storage = browser({ [`${announcedLogKey} /hall`]: text });
    const memory = screenMemory(storage, '/hall');
    memory.add(row(1));
    expect(logOf(storage, '/hall')).toEqual([row(1)]);
  });
});
