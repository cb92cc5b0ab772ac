// The log of announcements on disk: every row there when it has been said to be, bounded, read again whatever a power cut has
// left of it, and the last word on each call for whoever asks.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import type * as promises from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { announcedSchema } from '../../protocol/announced.ts';
import { type AnnouncedRow, fileLog, memoryLog } from '../../server/devices/announcement-log.ts';
import { emptyFolder } from '../setup/setup-folder.ts';

const order: string[] = [];
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof promises>();
  const open = async (...asked: Parameters<typeof real.open>) => {
    const handle = await real.open(...asked);
    for (const deed of ['write', 'datasync', 'sync', 'close'] as const) {
      const done = handle[deed].bind(handle) as (...given: unknown[]) => Promise<unknown>;
      Object.assign(handle, {
        [deed]: async (...given: unknown[]) => {
          const result = await done(...given);
          order.push(deed);
          return result;
        },
      });
    }
    return handle;
  };
  return { ...real, open };
});

const logFile = () => join(emptyFolder(), 'announcements.ndjson');
const row = (callSeq: number, how: AnnouncedRow['how'] = null, outletId = 'loa'): AnnouncedRow => ({
  ...{
    outletId,
    callSeq,
    how,
    at: 1_000 + callSeq,
    number: `A${callSeq}`,
    counterNumber: '5',
    recall: false,
  },
  transcript: 'Xin mời số thứ tự A không một hai, đến quầy số năm.',
});
const seqs = (rows: readonly AnnouncedRow[]) => rows.map(({ callSeq, how }) => `${callSeq} ${how}`);
const rowsIn = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

describe.each([
  ['in memory', () => memoryLog()],
  ['in a file', () => fileLog(logFile())],
])('a log %s', (_where, open) => {
  it('knows nothing of a loudspeaker that is new', () => {
    expect(open().announced('loa')).toBeNull();
    expect(open().rows('loa')).toEqual([]);
  });
  it('gives rows newest first, with the last word on each call', async () => {
    const log = open();
    for (const each of [row(1), row(1, 'spoken'), row(2), row(2, 'failed'), row(3)]) await log.add(each);
    expect(seqs(log.rows('loa'))).toEqual(['3 null', '2 failed', '1 spoken']);
    // Of the third nobody knows the end.
    expect(log.announced('loa')).toBe(2);
    await log.add(row(3, 'spoken'));
    expect(log.announced('loa')).toBe(3);
  });
  it('keeps loudspeakers apart', async () => {
    const log = open();
    await Promise.all([
      log.add(row(7, null, 'a')),
      log.add(row(3, null, 'b')),
      log.add(row(7, 'spoken', 'a')),
    ]);
    expect([seqs(log.rows('a')), seqs(log.rows('b'))]).toEqual([['7 spoken'], ['3 null']]);
    expect([log.announced('a'), log.announced('b')]).toEqual([7, 2]);
  });
  it('keeps two hundred rows of each to be shown', async () => {
    const log = open();
    for (let seq = 1; seq <= 230; seq += 1) {
      await log.add(row(seq));
      await log.add(row(seq, 'spoken'));
    }
    expect(log.rows('loa')).toHaveLength(200);
    expect([log.rows('loa')[0]?.callSeq, log.rows('loa').at(-1)?.callSeq]).toEqual([230, 31]);
  });
  it('goes back where another journal is counted from the beginning', async () => {
    const log = open();
    await log.add(row(50, 'spoken'));
    await log.add(row(1, 'spoken'));
    expect(log.announced('loa')).toBe(1);
  });
  it('the end of a call that comes late stands with that call, and the newest call stays the newest', async () => {
    const log = open();
    for (const each of [row(1), row(2), row(1, 'failed')]) await log.add(each);
    expect(seqs(log.rows('loa'))).toEqual(['2 null', '1 failed']);
    expect(log.announced('loa')).toBe(1);
  });
  it('can be shown as the contract wants it', async () => {
    const log = open();
    await log.add(row(1, 'too-late'));
    const [{ outletId: _outlet, transcript: _words, ...shown } = row(0)] = log.rows('loa');
    expect(announcedSchema.parse(shown)).toEqual(shown);
  });
});

describe('the file', () => {
  it('has a row, synced, when it has been said that it has', async () => {
    const file = logFile();
    const log = fileLog(file);
    order.splice(0);
    await log.add(row(1));
    expect(order).toEqual(['write', 'datasync', 'close']);
    expect(rowsIn(file)).toEqual([row(1)]);
  });
  it('has rows in the order in which they were added, however many at once, one in each line', async () => {
    const file = logFile();
    const log = fileLog(file);
    await Promise.all(Array.from({ length: 60 }, (_, index) => log.add(row(index + 1))));
    expect(rowsIn(file).map(({ callSeq }) => callSeq)).toEqual(
      Array.from({ length: 60 }, (_, index) => index + 1),
    );
  });
  it('is read again after a restart', async () => {
    const file = logFile();
    const before = fileLog(file);
    for (const each of [row(1), row(1, 'spoken'), row(2)]) await before.add(each);
    const after = fileLog(file);
    expect(after.announced('loa')).toBe(1);
    expect(after.rows('loa')).toEqual(before.rows('loa'));
  });
  it('may be in a folder that is not there yet', async () => {
    const file = join(emptyFolder(), 'new', 'folder', 'announcements.ndjson');
    await fileLog(file).add(row(1));
    expect(rowsIn(file)).toHaveLength(1);
  });
});

describe('after a power cut', () => {
  it.each([
    ['in the middle of a row', '{"outletId":"loa","callSeq":2,"at":17'],
    ['before the line’s end', JSON.stringify(row(2, 'spoken'))],
    ['in the middle of a letter', Buffer.from('{"transcript":"Xin mờ').subarray(0, -1)],
    ['with nothing but zeros', '\0\0\0\0\0\0'],
  ])('%s, the rows before it are read, and the next row is a row', async (_what, torn) => {
    const file = logFile();
    await fileLog(file).add(row(1));
    appendFileSync(file, torn);
    const back = fileLog(file);
    expect(back.rows('loa').at(-1)).toEqual(row(1));
    await back.add(row(3));
    const again = fileLog(file);
    expect(again.announced('loa')).toBe(2);
    expect(again.rows('loa')[0]).toEqual(row(3));
  });
  it.each(['null', '7', '"x"', '[]', '{}', '{"outletId":"loa"}', 'no JSON at all', ''])(
    'a line %j that is no row is passed over',
    async (line) => {
      const file = logFile();
      writeFileSync(file, `${JSON.stringify(row(1, 'spoken'))}\n${line}\n`);
      const log = fileLog(file);
      expect(log.announced('loa')).toBe(1);
      expect(log.rows('loa')).toEqual([row(1, 'spoken')]);
    },
  );
});

describe('a full file', () => {
  const megabytes = (file: string) => (existsSync(file) ? statSync(file).size / 2 ** 20 : 0);
  const fill = (file: string, upTo: number) =>
    writeFileSync(file, `${JSON.stringify(row(upTo, 'spoken'))}\n`.repeat(12_000));
  it('is put aside and the one before it goes: never more than twice its bound', async () => {
    const file = logFile();
    for (let year = 1; year <= 3; year += 1) {
      fill(file, year * 100);
      const log = fileLog(file);
      await log.add(row(year * 100 + 1));
      expect(megabytes(file)).toBeLessThan(0.01);
      expect(megabytes(`${file}.1`)).toBeLessThan(4);
      expect(readFileSync(`${file}.1`, 'utf8')).toContain(`"callSeq":${year * 100},`);
      expect(readFileSync(`${file}.1`, 'utf8')).not.toContain(`"callSeq":${(year - 1) * 100},`);
    }
    expect(existsSync(`${file}.2`)).toBe(false);
  });
  it('that was put aside still tells where each loudspeaker was', async () => {
    const file = logFile();
    writeFileSync(
      `${file}.1`,
      `${JSON.stringify(row(90, 'spoken', 'quiet'))}\n${JSON.stringify(row(90, 'spoken'))}\n`,
    );
    writeFileSync(file, `${JSON.stringify(row(91, 'spoken'))}\n`);
    const log = fileLog(file);
    expect([log.announced('quiet'), log.announced('loa')]).toEqual([90, 91]);
    expect(seqs(log.rows('loa'))).toEqual(['91 spoken', '90 spoken']);
  });
});

describe('a disk that takes nothing', () => {
  it('is said, each time, and what was added is known all the same', async () => {
    const file = logFile();
    mkdirSync(file);
    const log = fileLog(file);
    for (const seq of [1, 2]) await expect(log.add(row(seq))).rejects.toThrow('EISDIR');
    expect(log.announced('loa')).toBe(1);
    rmSync(file, { recursive: true });
    await log.add(row(3));
    expect(rowsIn(file)).toEqual([row(3)]);
  });
});
