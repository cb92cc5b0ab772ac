// Number series: which number comes next and how it reads. Each series restarts with the business day; a number is
// never given twice on one day, and a series that is used up gives no more.
import type { SeriesSetup } from '../../protocol/setup-schema.ts';

/** The next ordinal, or null where the series is used up for today. `last` is the last one given, if any. */
export function nextOrdinal(series: SeriesSetup, last: number | undefined): number | null {
  const next = last === undefined ? series.from : Math.max(last + 1, series.from);
  return next > series.to ? null : next;
}

/** How the number reads on paper and boards: A001, 1001. */
export function numberText(series: SeriesSetup, ordinal: number): string {
  return `${series.prefix}${String(ordinal).padStart(series.digits, '0')}`;
}
