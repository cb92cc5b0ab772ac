// Figures for reports, counted by SQLite from the read models over a span of business days.
import type { BusinessDay, DepartmentId } from '../../protocol/ids.ts';
import type { Database } from './sqlite.ts';

type Period = { readonly from: BusinessDay; readonly to: BusinessDay };
type RatingCount = {
  departmentId: DepartmentId;
  formId: string;
  answers: Record<string, string>;
  count: number;
};

export function journalFigures(db: Database) {
  const ratings = db.prepare(
    'SELECT department_id, form_id, answers, count(*) AS count FROM ratings WHERE business_day BETWEEN ? AND ? GROUP BY department_id, form_id, answers',
  );
  const served = db.prepare(
    'SELECT count(*) AS count FROM stints WHERE business_day BETWEEN ? AND ? AND ends = 1',
  );
  return {
    ratings({ from, to }: Period): RatingCount[] {
      const rows = ratings.all(from, to) as {
        department_id: string;
        form_id: string;
        answers: string;
        count: number;
      }[];
      return rows.map((row) => ({
        departmentId: row.department_id as DepartmentId,
        formId: row.form_id,
        answers: JSON.parse(row.answers) as Record<string, string>,
        count: row.count,
      }));
    },
    served: ({ from, to }: Period): number => Number((served.get(from, to) as { count: number }).count),
  };
}
