// What stands below the ratings table: how many answered out of how many were served, always; and what a reader must
// know to trust the table, where there is anything of the kind.
import { reportVi } from '../../protocol/locales/vi/report.ts';
import { countText, percentText } from './numbers.ts';

export type RatingsFacts = {
  readonly answered: number;
  readonly served: number;
  /** Ratings on forms whose choices are not this table's. */
  readonly otherForms: number;
  readonly percents: readonly string[];
  readonly decimals: number;
};

export function ratingsNotes({ answered, served, otherForms, percents, decimals }: RatingsFacts): string[] {
  const share = served === 0 ? '' : ` (${percentText(answered, served, decimals)} %)`;
  const notes = [
    `${countText(answered)} ${reportVi.answeredOf} ${countText(served)} ${reportVi.servedShare}${share}.`,
  ];
  const anyone = answered > otherForms;
  if (anyone && !addUpToHundred(percents, decimals)) notes.push(reportVi.roundingNote);
  if (otherForms > 0) notes.push(`${countText(otherForms)} ${reportVi.otherForms}`);
  return notes;
}

function addUpToHundred(percents: readonly string[], decimals: number): boolean {
  const units = percents.reduce((sum, percent) => sum + BigInt(percent.replace(',', '')), 0n);
  return units === 100n * 10n ** BigInt(decimals);
}
