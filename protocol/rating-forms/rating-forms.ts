// The table of rating forms: a new form is a new file and one line here. Checking answers against a form is here too,
// so that tablet and server agree.
import type { RatingFormId } from '../ids.ts';
import { fiveButtons } from './five-buttons.ts';
import type { RatingForm } from './rating-form.ts';

export const ratingForms: readonly RatingForm[] = [fiveButtons];

export function ratingFormById(id: RatingFormId): RatingForm | undefined {
  return ratingForms.find((form) => form.id === id);
}

/** The form in force on a day (`YYYY-MM-DD`): the last one begun on or before it; undefined before the first. */
export function formInForce<T extends { from: string; formId: RatingFormId }>(
  schedule: readonly T[],
  day: string,
): RatingFormId | undefined {
  let found: T | undefined;
  for (const entry of schedule) {
    if (entry.from <= day && (found === undefined || entry.from >= found.from)) found = entry;
  }
  return found?.formId;
}

/** What is wrong with the answers, as a question id, or null where every question has one of its choices. */
export function wrongAnswer(form: RatingForm, answers: Readonly<Record<string, string>>): string | null {
  for (const question of form.questions) {
    if (!question.choices.some((choice) => choice.id === answers[question.id])) return question.id;
  }
  const known = new Set(form.questions.map((question) => question.id));
  return Object.keys(answers).find((id) => !known.has(id)) ?? null;
}
