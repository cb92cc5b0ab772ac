// What a rating form is: questions answered by one press each, with the sense of each choice, so that a report can say
// how many were satisfied whatever the form. A form is data; a centre switches form on a date.
import type { CentreText, RatingFormId } from '../ids.ts';

export type RatingChoice = {
  readonly id: string;
  readonly label: CentreText;
  readonly sense: 'satisfied' | 'dissatisfied' | 'comment';
  /** True where the tablet offers room for words; the press counts without them. */
  readonly asksComment?: boolean;
};
export type RatingQuestion = {
  readonly id: string;
  readonly text: CentreText;
  readonly choices: readonly RatingChoice[];
};
export type RatingForm = {
  readonly id: RatingFormId;
  readonly name: CentreText;
  readonly questions: readonly RatingQuestion[];
};
