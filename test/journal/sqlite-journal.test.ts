// The durable journal under the contract, and what only a file can show: it is there again after closing, and a reader
// beside the writer sees it.
import { expect, test } from 'vitest';
import type { CommandId } from '../../protocol/ids.ts';
import { JournalUnavailable } from '../../server/application/journal-port.ts';
import { journalFigures } from '../../server/journal/figures.ts';
import { journalContract } from '../contract/journal-contract.ts';
import { clock, tuesday } from '../support/domain-clock.ts';
import { dayStarted, issued } from '../support/domain-facts.ts';
import { append, journalFile, opened } from './journal-files.ts';

journalContract('sqlite', () => {
  const journal = opened(journalFile());
  return {
    journal,
    breakDisk() {
      journal.limitPages(1);
      return () => journal.limitPages(1_000_000);
    },
    figures: () => journalFigures(journal.db),
  };
});

test('rows, head and outcomes are there again after closing', () => {
  const file = journalFile();
  const first = opened(file);
  const recorded = first.append(append([dayStarted(), issued('A001')], { id: 'k1' }));
  first.close();
  const second = opened(file);
  expect(second.rowsAfter(0, 10)).toEqual(recorded);
  expect(second.head()).toEqual({ seq: 2, at: clock('08:00') });
  expect(second.outcomeOf('k1' as CommandId)).toMatchObject({ answer: { ok: true, lastSeq: 2 } });
  const [next] = second.append(append([issued('A002')], { at: clock('08:01') }));
  expect(next?.seq).toBe(3);
});

test('is kept in a write-ahead log, synced at every commit', () => {
  const { db } = opened(journalFile());
  expect(db.prepare('PRAGMA journal_mode').get()).toMatchObject({ journal_mode: 'wal' });
  expect(db.prepare('PRAGMA synchronous').get()).toMatchObject({ synchronous: 2 });
});

test('a second program on the same file cannot fork the chain', () => {
  const file = journalFile();
  const first = opened(file);
  const second = opened(file);
  first.append(append([issued('A001')]));
  expect(() => second.append(append([issued('A002')]))).toThrow(JournalUnavailable);
  expect(first.rowsAfter(0, 10)).toHaveLength(1);
});

test('reading the current day searches the index of its day and nothing else', () => {
  const { db } = opened(journalFile());
  const plan = db.prepare('EXPLAIN QUERY PLAN SELECT * FROM events WHERE business_day = ? ORDER BY seq');
  const steps = plan.all(tuesday) as { detail: string }[];
  expect(steps.map(({ detail }) => detail)).toEqual([
    'SEARCH events USING INDEX events_by_day (business_day=?)',
  ]);
});
