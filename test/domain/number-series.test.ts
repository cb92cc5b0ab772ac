// Number series: which number comes next and how it reads on paper and boards.
import { describe, expect, it } from 'vitest';
import type { SeriesSetup } from '../../protocol/setup-schema.ts';
import { nextOrdinal, numberText } from '../../server/domain/number-series.ts';

const series = (change: Partial<SeriesSetup>): SeriesSetup => ({
  ...{ id: 'a' as SeriesSetup['id'], prefix: 'A', digits: 3, from: 1, to: 999 },
  ...change,
});

describe('nextOrdinal', () => {
  it('begins where the series begins', () => {
    expect(nextOrdinal(series({}), undefined)).toBe(1);
    expect(nextOrdinal(series({ from: 0 }), undefined)).toBe(0);
    expect(nextOrdinal(series({ from: 500 }), undefined)).toBe(500);
  });
  it('counts on by one, also from number 0', () => {
    expect(nextOrdinal(series({}), 7)).toBe(8);
    expect(nextOrdinal(series({ from: 0 }), 0)).toBe(1);
  });
  it('ends where the series ends', () => {
    expect(nextOrdinal(series({ to: 8 }), 7)).toBe(8);
    expect(nextOrdinal(series({ to: 8 }), 8)).toBeNull();
    expect(nextOrdinal(series({ to: 8 }), 12)).toBeNull();
    expect(nextOrdinal(series({ from: 5, to: 5 }), undefined)).toBe(5);
  });
  it('never goes back when the beginning is moved during the day', () => {
    expect(nextOrdinal(series({ from: 100 }), 7)).toBe(100);
    expect(nextOrdinal(series({ from: 1 }), 100)).toBe(101);
  });
});

describe('numberText', () => {
  it.each([
    [series({}), 12, 'A012'],
    [series({ prefix: '1' }), 1, '1001'],
    [series({ prefix: '3' }), 24, '3024'],
    [series({ prefix: '', digits: 3 }), 101, '101'],
    [series({ prefix: 'XD', digits: 4 }), 9999, 'XD9999'],
    [series({ digits: 1 }), 0, 'A0'],
  ])('reads %o, %i as %s', (each, ordinal, text) => {
    expect(numberText(each, ordinal)).toBe(text);
  });
});
