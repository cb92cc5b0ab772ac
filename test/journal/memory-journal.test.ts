// The journal in memory, under the same contract as the durable one, and begun from rows of a recorded day.
import { expect, test } from 'vitest';
import { foldedFigures } from '../../server/journal/folded-figures.ts';
import { createMemoryJournal } from '../../server/journal/memory-journal.ts';
import { journalContract } from '../contract/journal-contract.ts';
import { clock } from '../support/domain-clock.ts';
import { dayStarted, issued } from '../support/domain-facts.ts';
import { append, journalFile, opened } from './journal-files.ts';

journalContract('memory', () => {
  const journal = createMemoryJournal();
  return {
    journal,
    breakDisk() {
      journal.full = true;
      return () => {
        journal.full = false;
      };
    },
    figures: () => foldedFigures(() => journal.rowsAfter(0, Number.POSITIVE_INFINITY)),
  };
});

test('goes on from the rows of a recorded day with the same chain as the file does', () => {
  const file = opened(journalFile());
  const recorded = file.append(append([dayStarted(), issued('A001')]));
  const memory = createMemoryJournal(recorded);
  const next = append([issued('A002')], { at: clock('09:00') });
  expect(memory.append(next)).toEqual(file.append(next));
});
