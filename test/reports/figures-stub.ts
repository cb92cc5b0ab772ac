// Figures without a journal: the province's own annex as rating counts, or any counts that a test writes down.
import { readFileSync } from 'node:fs';
import type { BusinessDay, DepartmentId } from '../../protocol/ids.ts';
import { type Setup, setupSchema } from '../../protocol/setup-schema.ts';
import type { EstimateOutcome, Figures, Period, RatingCount } from '../../server/reports/report.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The ratings annex of one province for 16/01/2021–15/02/2021, as printed. */
export const annexText = read('../fixtures/ratings-soc-trang-2021-02.csv');
export const annexPeriod = period('2021-01-16', '2021-02-15');
export const choiceIds = ['sat_service', 'sat_attitude', 'dis_skill', 'dis_time', 'comment'];

export function period(from: string, to: string): Period {
  return { from: from as BusinessDay, to: to as BusinessDay };
}

/** The sample centre with the annex's seventeen departments. */
export function socTrang(): Setup {
  return setupSchema.parse(JSON.parse(read('../../server/setup/samples/soc-trang.json')));
}

export function ratingCount(
  departmentId: string,
  choice: string,
  count: number,
  formId = 'five-buttons',
): RatingCount {
  return { departmentId: departmentId as DepartmentId, formId, answers: { opinion: choice }, count };
}

/** The annex's cells as counts of the departments with these names. */
export function annexRatings(setup: Setup): RatingCount[] {
  return annexText
    .split('\n')
    .slice(1, 18)
    .flatMap((line) => {
      const [, name = '', cells = ''] = /^\d+,"([^"]+)",(.*)$/.exec(line) ?? [];
      const department = setup.departments.find((each) => each.name.vi === name);
      if (department === undefined) throw new Error(`no department ${name}`);
      const counts = cells.split(',').map(Number);
      return choiceIds.map((choice, index) => ratingCount(department.id, choice, counts[index] ?? 0));
    });
}

/** `ratingEvents` is the sum of the ratings unless a test says that the journal holds another number. */
export function figuresOf(
  ratings: RatingCount[],
  {
    served = 0,
    ratingEvents,
    estimates = [],
  }: { served?: number; ratingEvents?: number; estimates?: EstimateOutcome[] } = {},
): Figures {
  const sum = ratings.reduce((total, each) => total + each.count, 0);
  return {
    ratings: () => ratings,
    ratingEvents: () => ratingEvents ?? sum,

    served: () => served,
    estimates: () => estimates,
  };
}
