// The past days that the estimator reads beside the writer: in order, the newest twenty working days, up to a row.
import { describe, expect, it } from 'vitest';
import { pastRows } from '../../server/estimating/past-rows.ts';
import { append, journalFile, opened } from '../journal/journal-files.ts';
import { clock } from '../support/domain-clock.ts';
import { issued } from '../support/domain-facts.ts';

const day = (index: number) => `2026-10-${String(index + 1).padStart(2, '0')}`;

describe('past rows', () => {
  it('are those of the newest twenty days, in order and up to the row that is named', () => {
    const file = journalFile();
    const journal = opened(file);
    for (let index = 0; index < 25; index += 1)
      journal.append(
        append([issued(`A${100 + index}`)], { day: day(index), at: clock('08:00', day(index)) }),
      );
    const days = [...pastRows(file, 24)].map(({ businessDay, seq }) => [businessDay, seq]);
    expect(days).toEqual(Array.from({ length: 19 }, (_, index) => [day(index + 5), index + 6]));
  });
  it('of an empty journal are none', () => {
    const file = journalFile();
    opened(file);
    expect([...pastRows(file, 0)]).toEqual([]);
  });
});
