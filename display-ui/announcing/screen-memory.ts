// What a screen remembers over a reload: the newest call it has announced, and its own log of announcements with those that
// the server has not heard of yet. Kept in the browser, bounded; without storage it remembers as long as it is open.
import type { Announced } from '../../protocol/announced.ts';

export type ScreenMemory = {
  /** The newest call that this screen is done with; null for one that was never on before. */
  announced(): number | null;
  remember(callSeq: number): void;
  /** A call has its turn; where the page ends before `add`, it was broken off and is announced again, while it is fresh. */
  begin(row: Omit<Announced, 'how'>): void;
  add(row: Announced): void;
  /** Rows that the server has not heard of, oldest first. */
  unsaid(): readonly Announced[];
  said(rows: readonly Announced[]): void;
};

const rememberedAs = 'denluot.announced';
/** The screen's own log, as JSON: the newest row last. */
export const announcedLogKey = 'denluot.announced-log';
const begunAs = 'denluot.announcing';
const unsaidAs = 'denluot.announced-unsaid';
const rowsKept = 200;
const unsaidKept = 50;

/** `board` tells boards apart that one browser shows. */
export function screenMemory(
  storage: Pick<Storage, 'getItem' | 'setItem'> | null,
  board: string,
): ScreenMemory {
  const [announcedKey, logKey] = [`${rememberedAs} ${board}`, `${announcedLogKey} ${board}`];
  const read = (key: string) => {
    try {
      return storage?.getItem(key) ?? null;
    } catch {
      return null;
    }
  };
  const write = (key: string, value: string) => {
    try {
      storage?.setItem(key, value);
    } catch {
      // A browser without room: it remembers as long as the page is open.
    }
  };
  let announced = numberOf(read(announcedKey));
  let rows: Announced[] = rowsOf(read(logKey));
  let unsaid: Announced[] = rowsOf(read(`${unsaidAs} ${board}`));
  const setUnsaid = (wanted: Announced[]) => {
    unsaid = wanted;
    write(`${unsaidAs} ${board}`, JSON.stringify(unsaid));
  };
  const add = (row: Announced) => {
    rows = [...rows, row].slice(-rowsKept);
    write(logKey, JSON.stringify(rows));
    write(`${begunAs} ${board}`, '[]');
    setUnsaid([...unsaid, row].slice(-unsaidKept));
  };
  for (const begun of rowsOf(read(`${begunAs} ${board}`))) {
    add({ ...begun, how: 'failed' });
    announced = begun.callSeq - 1;
  }
  return {
    add,
    announced: () => announced,
    remember(callSeq) {
      if (callSeq === announced) return;
      announced = callSeq;
      write(announcedKey, String(callSeq));
    },
    begin: (row) => write(`${begunAs} ${board}`, JSON.stringify([row])),
    unsaid: () => unsaid,
    said(taken) {
      setUnsaid(unsaid.filter((row) => !taken.includes(row)));
    },
  };
}

function numberOf(text: string | null): number | null {
  const value = Number(text);
  return text === null || !Number.isInteger(value) ? null : value;
}

function rowsOf(text: string | null): Announced[] {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(value) ? (value as Announced[]) : [];
  } catch {
    return [];
  }
}
