// What every journal does, durable or in memory. A runner names the kind and says how to make an empty one, and how to
// make the next writes fail.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BusinessDay, CommandId } from '../../protocol/ids.ts';
import type { Append, Journal } from '../../server/application/journal-port.ts';
import { JournalUnavailable } from '../../server/application/journal-port.ts';
import type { DomainEvent, RecordedEvent } from '../../server/domain/events.ts';
import { foldedFigures } from '../../server/journal/folded-figures.ts';
import { genesis, rowHash } from '../../server/journal/hash-chain.ts';
import { append } from '../journal/journal-files.ts';
import { clock, monday, tuesday } from '../support/domain-clock.ts';
import {
  absent,
  called,
  dayStarted,
  finished,
  issued,
  opened,
  rated,
  started,
} from '../support/domain-facts.ts';

export type JournalUnderTest = {
  readonly journal: Journal;
  /** From now on nothing can be written, as on a full disk; the returned function makes room again. */
  breakDisk(): () => void;
  /** The figures that reports get from this journal. */
  figures(): ReturnType<typeof foldedFigures>;
};

const id = (word: string) => word as CommandId;
const eventOf = (row: RecordedEvent) => row.event;

export function journalContract(kind: string, make: () => JournalUnderTest): void {
  describe(`${kind}: rows`, () => rowsContract(() => make().journal));
  describe(`${kind}: command ids`, () => outcomesContract(() => make().journal));
  describe(`${kind}: the current day`, () => currentDayContract(() => make().journal));
  describe(`${kind}: the chain`, () => chainContract(() => make().journal));
  describe(`${kind}: failure`, () => failureContract(make));
  describe(`${kind}: figures`, () => figuresContract(make));
}

function rowsContract(make: () => Journal): void {
  test('a new journal is empty', () => {
    const journal = make();
    expect(journal.head()).toEqual({ seq: 0, at: 0 });
    expect([...journal.currentDay()]).toEqual([]);
    expect(journal.rowsAfter(0, 10)).toEqual([]);
  });

  test('what is appended is read back as it was returned, with everything about it', () => {
    const journal = make();
    const recorded = journal.append(
      append([dayStarted(), issued('A001')], { id: 'k1', actor: 'device:kiosk-1' }),
    );
    expect(recorded.map(({ hash: _, ...row }) => row)).toEqual([
      {
        ...{ seq: 1, at: clock('08:00'), businessDay: monday, schemaVersion: 1 },
        ...{ event: dayStarted(), actor: 'device:kiosk-1', commandId: 'k1' },
      },
      {
        ...{ seq: 2, at: clock('08:00'), businessDay: monday, schemaVersion: 1 },
        ...{ event: issued('A001'), actor: 'device:kiosk-1', commandId: 'k1' },
      },
    ]);
    expect(journal.rowsAfter(0, 10)).toEqual(recorded);
    expect(journal.head()).toEqual({ seq: 2, at: clock('08:00') });
  });

  test('seq has no gaps over many commands', () => {
    const journal = make();
    for (let count = 1; count <= 20; count += 1)
      journal.append(append([opened('c01'), issued(numberOf(count))]));
    expect(journal.rowsAfter(0, 100).map((row) => row.seq)).toEqual(
      Array.from({ length: 40 }, (_, at) => at + 1),
    );
  });

  test('rowsAfter begins after seq and gives no more than asked for', () => {
    const journal = make();
    journal.append(append([1, 2, 3, 4, 5].map((count) => issued(numberOf(count)))));
    expect(journal.rowsAfter(2, 2).map((row) => row.seq)).toEqual([3, 4]);
    expect(journal.rowsAfter(4, 10).map((row) => row.seq)).toEqual([5]);
    expect(journal.rowsAfter(5, 10)).toEqual([]);
    expect(journal.rowsAfter(0, 0)).toEqual([]);
  });

  test('a row before the newest one is wrong; one at the same time is not', () => {
    const journal = make();
    journal.append(append([issued('A001')], { at: clock('09:00') }));
    expect(() => journal.append(append([issued('A002')], { at: clock('08:59') }))).toThrow(RangeError);
    expect(journal.head().seq).toBe(1);
    journal.append(append([issued('A002')], { at: clock('09:00') }));
    expect(journal.head()).toEqual({ seq: 2, at: clock('09:00') });
  });

  test('any words come back as they were written', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 40 });
    const answers = fc.dictionary(
      words.filter((key) => key !== '__proto__'),
      words,
      { maxKeys: 4 },
    );
    const rating = fc.record({ comment: fc.option(words), answers });
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 6 }), words, (ratings, reason) => {
        const journal = make();
        const events: DomainEvent[] = ratings.map((each, index) => ({
          ...rated(numberOf(index + 1), 'c01'),
          ...each,
        }));
        events.push({ ...opened('c01'), type: 'counter-paused', reason });
        journal.append(append(events));
        expect(journal.rowsAfter(0, 100).map(eventOf)).toEqual(events);
      }),
      { numRuns: 25 },
    );
  });
}

function outcomesContract(make: () => Journal): void {
  test('an unknown id has no outcome', () => {
    expect(make().outcomeOf(id('never-seen'))).toBeNull();
  });

  test('an accepted command is answered with its result and its last row', () => {
    const journal = make();
    journal.append(
      append([dayStarted(), issued('A001')], { id: 'k1', result: { ticketId: 'ticket-A001', ahead: 0 } }),
    );
    expect(journal.outcomeOf(id('k1'))).toEqual({
      fingerprint: 'fingerprint of k1',
      answer: { ok: true, result: { ticketId: 'ticket-A001', ahead: 0 }, lastSeq: 2 },
    });
  });

  test('a command without events is answered too', () => {
    const journal = make();
    journal.append(append([dayStarted()]));
    journal.append(append([], { id: 'k2', result: { already: true } }));
    expect(journal.outcomeOf(id('k2'))?.answer).toEqual({ ok: true, result: { already: true }, lastSeq: 1 });
    expect(journal.head().seq).toBe(1);
  });

  test('a refusal is kept and adds no row', () => {
    const journal = make();
    const refusal = { code: 'daily-limit-reached', params: { limit: 5 } } as const;
    journal.recordRefusal(id('k1'), 'f1', clock('08:00'), refusal);
    expect(journal.outcomeOf(id('k1'))).toEqual({ fingerprint: 'f1', answer: { ok: false, refusal } });
    expect(journal.head().seq).toBe(0);
  });

  test('an id is never kept twice: the second append leaves nothing', () => {
    const journal = make();
    journal.append(append([issued('A001')], { id: 'k1' }));
    expect(() => journal.append(append([issued('A002')], { id: 'k1' }))).toThrow(JournalUnavailable);
    const refusal = { code: 'nobody-waiting', params: {} } as const;
    expect(() => journal.recordRefusal(id('k1'), 'f', clock('08:00'), refusal)).toThrow(JournalUnavailable);
    expect(journal.rowsAfter(0, 10)).toHaveLength(1);
    expect(journal.outcomeOf(id('k1'))?.answer).toMatchObject({ ok: true, lastSeq: 1 });
  });

  test('a business day that begins drops answers older than a week, and no others', () => {
    const journal = make();
    journal.append(append([issued('A001')], { id: 'old', at: clock('08:00', '2026-11-15') }));
    const refusal = { code: 'nobody-waiting', params: {} } as const;
    journal.recordRefusal(id('old-refusal'), 'f', clock('08:00', '2026-11-15'), refusal);
    journal.append(append([issued('A002')], { id: 'recent', at: clock('08:00', '2026-11-17') }));
    journal.append(append([dayStarted()], { id: 'begins', at: clock('07:00') }));
    expect(journal.outcomeOf(id('old'))).toBeNull();
    expect(journal.outcomeOf(id('old-refusal'))).toBeNull();
    expect(journal.outcomeOf(id('recent'))).not.toBeNull();
    expect(journal.outcomeOf(id('begins'))).not.toBeNull();
    expect(journal.rowsAfter(0, 10)).toHaveLength(3);
  });
}

function currentDayContract(make: () => Journal): void {
  test('holds the newest business day only, in order', () => {
    const journal = make();
    journal.append(append([dayStarted(monday), issued('A001')], { day: monday }));
    journal.append(
      append([dayStarted(tuesday, { previousDay: monday })], { day: tuesday, at: clock('07:00', tuesday) }),
    );
    journal.append(append([issued('A002'), issued('A003')], { day: tuesday, at: clock('07:31', tuesday) }));
    expect([...journal.currentDay()].map((row) => row.seq)).toEqual([3, 4, 5]);
    expect([...journal.currentDay()].every((row) => row.businessDay === tuesday)).toBe(true);
  });

  test('a command may end one day and begin the next', () => {
    const journal = make();
    const turning: Append = {
      ...append([], { at: clock('00:01', tuesday) }),
      rows: [
        { businessDay: monday as BusinessDay, event: opened('c01') },
        { businessDay: tuesday as BusinessDay, event: dayStarted(tuesday, { previousDay: monday }) },
      ],
    };
    journal.append(turning);
    expect([...journal.currentDay()].map(eventOf)).toEqual([dayStarted(tuesday, { previousDay: monday })]);
  });
}

function chainContract(make: () => Journal): void {
  test('each row covers the row before it and everything in itself', () => {
    const journal = make();
    journal.append(append([dayStarted(), issued('A001')]));
    journal.append(append([opened('c01')], { at: clock('08:10') }));
    let previous = genesis;
    for (const { event, hash, ...row } of journal.rowsAfter(0, 10)) {
      const { type, ...payload } = event;
      expect(hash).toBe(rowHash(previous, { ...row, type, payload: JSON.stringify(payload) }));
      previous = hash;
    }
  });

  /** Made with sha256sum from ["000…",1,1795395600000,"2026-11-23","business-day-started",1,"{…}","system:clock","k1"]. */
  test('the hash of a known first row', () => {
    const journal = make();
    journal.append(append([dayStarted()], { id: 'k1', actor: 'system:clock' }));
    expect(journal.rowsAfter(0, 1)[0]?.hash).toBe(
      'c0ec6671e16e87ff49798fadc00fe96170f532f65b9437d364978a5114571b00',
    );
  });
}

function failureContract(make: () => JournalUnderTest): void {
  test('a failed write leaves nothing, and the next one works when the disk does', () => {
    const { journal, breakDisk } = make();
    journal.append(append([dayStarted()], { id: 'before' }));
    const repair = breakDisk();
    const long = { ...rated('A001', 'c01'), comment: 'ý'.repeat(200_000) };
    expect(() => journal.append(append([issued('A001'), long], { id: 'failed' }))).toThrow(
      JournalUnavailable,
    );
    expect(journal.head().seq).toBe(1);
    expect(journal.rowsAfter(0, 10)).toHaveLength(1);
    expect(journal.outcomeOf(id('failed'))).toBeNull();
    repair();
    const [row] = journal.append(append([issued('A001')], { id: 'failed' }));
    expect(row?.seq).toBe(2);
    expect(journal.outcomeOf(id('failed'))?.answer.ok).toBe(true);
  });
}

function figuresContract(make: () => JournalUnderTest): void {
  test('count ratings and finished services of the days asked for, both included', () => {
    const { journal, figures } = make();
    for (const [index, day] of [monday, tuesday, '2026-11-25'].entries()) {
      const number = numberOf(index + 1);
      const served = [called(number, 'c01'), started(number, 'c01'), finished(number, 'c01')];
      const events = [issued(number), ...served, rated(number, 'c01')];
      journal.append(append(events, { day, at: clock('09:00', day) }));
      const onward = [issued(`1${number.slice(1)}`), called(`1${number.slice(1)}`, 'c03')];
      const transfer = finished(`1${number.slice(1)}`, 'c03', 'transfer');
      journal.append(append([...onward, transfer], { day, at: clock('09:30', day) }));
    }
    const days = { from: monday, to: tuesday } as { from: BusinessDay; to: BusinessDay };
    const [rating] = figures().ratings(days);
    expect(figures().ratings(days)).toHaveLength(1);
    expect(rating).toMatchObject({ departmentId: 'tu-phap', formId: 'five-buttons', count: 2 });
    expect(figures().ratingEvents(days)).toBe(2);
    expect(figures().served(days)).toBe(2);
    const folded = foldedFigures(() => journal.rowsAfter(0, 100));
    expect(figures().ratings(days)).toEqual(folded.ratings(days));
  });
  test('give what was estimated with what came of it: the first call counts, and who was not called is left out', () => {
    const { journal, figures } = make();
    const estimate = { lowMs: 60_000, medianMs: 120_000.4, highMs: 300_000 };
    const day = monday;
    const add = (time: string, ...events: DomainEvent[]) =>
      journal.append(append(events, { day, at: clock(time, day) }));
    add('08:00', { ...issued('A001'), estimate }, { ...issued('A002'), estimate }, issued('A003'));
    add('08:03', called('A001', 'c01'), started('A001', 'c01'));
    add('08:05', called('A003', 'c02'));
    add('08:09', absent('A003', 'c02'), called('A001', 'c03', 3));
    const days = { from: monday, to: tuesday } as { from: BusinessDay; to: BusinessDay };
    const outcome = {
      serviceId: 'chung-thuc',
      givenAt: clock('08:00', day),
      lowMs: 60_000,
      medianMs: 120_000,
    };
    expect(figures().estimates(days, 10)).toEqual([{ ...outcome, highMs: 300_000, actualMs: 180_000 }]);
    expect(figures().estimates(days, 0)).toEqual([]);
  });
}

/** 7 as "A007". */
function numberOf(ordinal: number): string {
  return `A${String(ordinal).padStart(3, '0')}`;
}
