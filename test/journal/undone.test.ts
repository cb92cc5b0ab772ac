// What reports are made from after a step was taken back, and after a second service: the read models are as if the step had
// never been, and what they count is what the events count.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BusinessDay } from '../../protocol/ids.ts';
import type { RecordedEvent } from '../../server/domain/events.ts';
import { journalFigures } from '../../server/journal/figures.ts';
import { foldedFigures } from '../../server/journal/folded-figures.ts';
import { readModelTables } from '../../server/journal/read-models.ts';
import type { SqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { centre } from '../support/domain-centre.ts';
import { clock, monday } from '../support/domain-clock.ts';
import {
  absent,
  called,
  finished,
  issued,
  opened as openedCounter,
  started,
} from '../support/domain-facts.ts';
import { LiveFloor } from '../support/domain-live-floor.ts';
import { actorOf, commandOf, pauses, presses } from '../support/domain-presses.ts';
import { classChanged, continued, moved, returned, undone } from '../support/domain-steering-facts.ts';
import { at, rowsOf, type Step } from '../support/given.ts';
import { undoableCases } from '../support/undoable-cases.ts';
import { append, journalFile, opened } from './journal-files.ts';

function journalOf(rows: readonly RecordedEvent[]): SqliteJournal {
  const journal = opened(journalFile());
  for (const { event, at: time, businessDay } of rows)
    journal.append(append([event], { at: time, day: businessDay }));
  return journal;
}
const after = (...steps: Step[]) => journalOf(rowsOf(steps));
const tables = ({ db }: SqliteJournal) =>
  Object.fromEntries(readModelTables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]));
const wholeTime = { from: '2026-01-01' as BusinessDay, to: '2026-12-31' as BusinessDay };
function countsAgree(journal: SqliteJournal): void {
  const folded = foldedFigures(() => journal.rowsAfter(0, 100_000));
  const figures = journalFigures(journal.db);
  expect(figures.served(wholeTime)).toBe(folded.served(wholeTime));
  expect(figures.ratingEvents(wholeTime)).toBe(folded.ratingEvents(wholeTime));
}

it.each(undoableCases)(
  'after %s was taken back, tables and counts are as before',
  (_what, before, step, name, status) => {
    const journal = after(
      ...before,
      at('08:30'),
      ...step,
      at('08:30:05'),
      undone('A001', 'c01', name, status),
    );
    expect(tables(journal)).toEqual(tables(after(...before)));
    countsAgree(journal);
    expect(journalFigures(journal.db).served(wholeTime)).toBe(0);
  },
);

it('a service that is finished again after undoing counts once', () => {
  const steps = [issued('A001'), openedCounter('c01'), called('A001', 'c01'), started('A001', 'c01')];
  const again = [finished('A001', 'c01'), undone('A001', 'c01', 'finish'), finished('A001', 'c01')];
  const journal = after(...steps, ...again);
  countsAgree(journal);
  expect(journalFigures(journal.db).served(wholeTime)).toBe(1);
  expect(tables(journal).stints).toMatchObject([{ finished_at: clock('08:06'), ends: 1, cause: 'operator' }]);
});

it('a second service is a stint of its own, and the visit ends with the last', () => {
  const journal = after(
    ...[issued('A001'), openedCounter('c01'), called('A001', 'c01'), started('A001', 'c01')],
    ...[
      at('08:20'),
      finished('A001', 'c01', 'another-service'),
      at('08:20'),
      continued('A001', 'c01', 'dat-dai'),
    ],
    ...[at('08:30'), finished('A001', 'c01', 'operator', 'dat-dai')],
  );
  expect(tables(journal).stints).toMatchObject([
    {
      ...{ service_id: 'chung-thuc', started_at: clock('08:03'), finished_at: clock('08:20'), ends: 0 },
      cause: 'another-service',
    },
    {
      ...{ service_id: 'dat-dai', called_at: clock('08:20'), started_at: clock('08:20'), ends: 1 },
      ...{ finished_at: clock('08:30'), cause: 'operator' },
    },
  ]);
  expect(tables(journal).visits).toMatchObject([{ ended_at: clock('08:30') }]);
  countsAgree(journal);
});

it('tickets are where they were moved, of the class they were given, and wait again when they came back', () => {
  const journal = after(
    ...[issued('A001'), issued('A002'), openedCounter('c01'), called('A001', 'c01'), absent('A001', 'c01')],
    ...[returned('A001', 3), classChanged('A001', 'cao-tuoi'), moved('A002', 'dat-dai', clock('08:01'))],
  );
  expect(tables(journal).tickets).toMatchObject([
    { number: 'A001', status: 'waiting', priority_class: 'cao-tuoi', ended_at: null },
    { number: 'A002', status: 'waiting', service_id: 'dat-dai', department_id: 'moi-truong' },
  ]);
  expect(tables(journal).visits).toMatchObject([{ ended_at: null }, { ended_at: null }]);
});

it('whatever people press, reports count what the events and the floor count', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(presses, pauses), { minLength: 40, maxLength: 120 }), (pressed) => {
      const floor = new LiveFloor(centre());
      for (const [press, pause] of pressed) {
        floor.pass(pause);
        floor.execute(commandOf(press, floor.state), actorOf(press, floor.state), true);
      }
      const journal = journalOf(floor.rows);
      countsAgree(journal);
      const day = floor.state.businessDay ?? monday;
      const finishedToday = [...floor.state.tickets.values()].filter(
        ({ status }) => status === 'finished',
      ).length;
      expect(journalFigures(journal.db).served({ from: day, to: day })).toBe(finishedToday);
      const kept = journal.db
        .prepare('SELECT ticket_id, status FROM tickets WHERE business_day = ?')
        .all(day);
      const statuses = [...floor.state.tickets.values()].map(({ id, status }) => ({ ticket_id: id, status }));
      const byId = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
      expect(kept.toSorted(byId)).toEqual(statuses.toSorted(byId));
      journal.close();
    }),
    { numRuns: 25 },
  );
});
