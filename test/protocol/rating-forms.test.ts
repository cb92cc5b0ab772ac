// The rating forms: what each one asks, which answers it takes and which it does not, and which is in force on a day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingAnswersSchema } from '../../protocol/commands.ts';
import { centreTextSchema, type RatingFormId, ratingFormIdSchema } from '../../protocol/ids.ts';
import type { RatingForm } from '../../protocol/rating-forms/rating-form.ts';
import {
  formInForce,
  ratingFormById,
  ratingForms,
  wrongAnswer,
} from '../../protocol/rating-forms/rating-forms.ts';
import { ratingFormViewSchema } from '../../protocol/views/rating-view.ts';

const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const unique = (list: readonly string[]) => new Set(list).size === list.length;

/** One choice for every question of the form. */
function answersTo(form: RatingForm): fc.Arbitrary<Record<string, string>> {
  return fc.record(
    Object.fromEntries(form.questions.map(({ id, choices }) => [id, fc.constantFrom(...ids(choices))])),
    { noNullPrototype: true },
  );
}

/** A form of two questions, as another centre may have it. */
const twoQuestions: RatingForm = {
  id: 'two-questions' as RatingFormId,
  name: { vi: 'Hai câu hỏi' },
  questions: ['attitude', 'time'].map((id) => ({
    id,
    text: { vi: 'Có hài lòng không?' },
    choices: [
      { id: `${id}-yes`, sense: 'satisfied', label: { vi: 'Có' } },
      { id: `${id}-no`, sense: 'dissatisfied', label: { vi: 'Không' } },
    ],
  })),
};

describe('the table of forms', () => {
  it('finds each form by its id and no other', () => {
    expect(unique(ids(ratingForms))).toBe(true);
    for (const form of ratingForms) expect(ratingFormById(form.id)).toBe(form);
    expect(ratingFormById('hundred-buttons' as RatingFormId)).toBeUndefined();
  });
  it('holds the five buttons in the order of the annex', () => {
    const [question, ...more] = ratingFormById('five-buttons' as RatingFormId)?.questions ?? [];
    expect(more).toEqual([]);
    expect(ids(question?.choices ?? [])).toEqual([
      ...['sat_service', 'sat_attitude', 'dis_skill', 'dis_time', 'comment'],
    ]);
    expect(question?.choices.map(({ sense }) => sense)).toEqual([
      ...['satisfied', 'satisfied', 'dissatisfied', 'dissatisfied', 'comment'],
    ]);
    expect(question?.choices.filter(({ asksComment }) => asksComment).map(({ id }) => id)).toEqual([
      'comment',
    ]);
  });
});

describe.each(ratingForms.map((form) => [form.id, form] as const))('%s', (_id, form) => {
  const texts = form.questions.flatMap(({ text, choices }) => [text, ...choices.map(({ label }) => label)]);

  it('asks questions that can be told apart, with choices that can be told apart', () => {
    expect(ratingFormIdSchema.safeParse(form.id).success).toBe(true);
    expect(form.questions).not.toHaveLength(0);
    expect(unique(ids(form.questions))).toBe(true);
    for (const { choices } of form.questions) {
      expect(unique(ids(choices))).toBe(true);
      expect(choices.map(({ sense }) => sense)).toEqual(
        expect.arrayContaining(['satisfied', 'dissatisfied']),
      );
    }
  });
  it('asks in both languages, each label once', () => {
    for (const text of [form.name, ...texts]) {
      expect(centreTextSchema.parse(text)).toEqual(text);
      expect(text.en).toBeTruthy();
    }
    for (const { choices } of form.questions) {
      expect(unique(choices.map(({ label }) => label.vi))).toBe(true);
      expect(unique(choices.map(({ label }) => label.en ?? ''))).toBe(true);
    }
  });
  it('can be shown on a tablet and answered in a command', () => {
    const { id, questions } = form;
    expect(ratingFormViewSchema.safeParse({ id, questions }).success).toBe(true);
    fc.assert(
      fc.property(answersTo(form), (answers) => {
        expect(ratingAnswersSchema.parse(answers)).toEqual(answers);
      }),
    );
  });
});

describe.each([...ratingForms, twoQuestions].map((form) => [form.id, form] as const))(
  'the answers to %s',
  (_id, form) => {
    const choices = new Set(form.questions.flatMap((question) => ids(question.choices)));
    const anyOf = fc.constantFrom(...ids(form.questions));

    it('are taken where every question has one of its choices', () => {
      fc.assert(
        fc.property(answersTo(form), (answers) => {
          expect(wrongAnswer(form, answers)).toBeNull();
        }),
      );
    });
    it('are refused where a question is left out, and it is named', () => {
      fc.assert(
        fc.property(answersTo(form), anyOf, (answers, left) => {
          const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== left));
          expect(wrongAnswer(form, rest)).toBe(left);
        }),
      );
    });
    it('are refused where a choice is not one of the question, and it is named', () => {
      const strange = fc.string().filter((each) => !choices.has(each));
      fc.assert(
        fc.property(answersTo(form), anyOf, strange, (answers, id, choice) => {
          expect(wrongAnswer(form, { ...answers, [id]: choice })).toBe(id);
        }),
      );
    });
    it('are refused where the form does not ask that, and it is named', () => {
      const strange = fc
        .string({ minLength: 1 })
        .filter((each) => !ids(form.questions).includes(each) && each !== '__proto__');
      fc.assert(
        fc.property(answersTo(form), strange, (answers, id) => {
          expect(wrongAnswer(form, { ...answers, [id]: 'sat_service' })).toBe(id);
        }),
      );
    });
  },
);

describe('an answer to one question', () => {
  it('does not count for another', () => {
    expect(wrongAnswer(twoQuestions, { attitude: 'time-yes', time: 'time-yes' })).toBe('attitude');
  });
});

describe('the form in force', () => {
  const schedule = [
    { from: '2026-01-01', formId: 'first' as RatingFormId },
    { from: '2026-07-01', formId: 'second' as RatingFormId },
  ];
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 'first'],
    ['2026-06-30', 'first'],
    ['2026-07-01', 'second'],
    ['2030-01-01', 'second'],
  ])('on %s is %s', (day, form) => {
    expect(formInForce(schedule, day)).toBe(form);
    expect(formInForce([...schedule].reverse(), day)).toBe(form);
  });
  it('is none where none was ever begun', () => {
    expect(formInForce([], '2026-11-23')).toBeUndefined();
  });
});
